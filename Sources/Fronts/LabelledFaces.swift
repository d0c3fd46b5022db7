package import Geometry

/// Polygons out of any planar graph whose edges know what lies on either side.
package enum LabelledFaces {
    /// The polygons of each label but ``Tessellation/outside``, by ascending label, in canonical order, as control areas
    /// are traced.
    ///
    /// - Precondition: edges meet at their ends only, no two have the same ends, and labels agree around each face.
    /// - Complexity: O(n log n) in the edges between different labels at most.
    package static func polygons(
        points: [GridPoint], from: [Int32], to: [Int32], left: [Int32], right: [Int32]
    ) -> [(label: Int32, polygons: [GridPolygon])] {
        AreaTracer(LabelledEdges(points: points, from: from, to: to, left: left, right: right)).polygons()
    }
}
