package import Geometry

/// One polygon on the grid: the outline counter-clockwise, then the holes clockwise.
///
/// Every ring is closed, touches no vertex twice and begins at its smallest vertex.
package struct GridPolygon: Hashable, Sendable {
    package var rings: [[GridPoint]]

    package init(rings: [[GridPoint]]) {
        self.rings = rings
    }

    /// A valid polygon with its corners on the grid, in canonical order.
    package init(_ polygon: Polygon) {
        let rings = polygon.rings.enumerated().map { index, ring in
            let open = ring.dropLast().map { GridPoint($0) }
            let isOutline = GridPoint.doubledArea(of: open + open.prefix(1)) > 0
            return RingCutter.canonical(isOutline == (index == 0) ? open : open.reversed())
        }
        self.rings = rings.prefix(1) + PointOrder.sorted(Array(rings.dropFirst())) { $0 }
    }

    /// The same in degrees.
    package var polygon: Polygon {
        Polygon(rings: rings.map { $0.map(\.coordinate) })
    }
}

/// All land with one label.
package struct ControlArea: Hashable, Sendable {
    /// A label given to cells, or ``Geometry/Tessellation/beyondReach``.
    package let label: Int32
    /// In ascending order of their outlines.
    package let polygons: [GridPolygon]
    package let areaInSquareMetres: Double

    package var shape: MultiPolygon {
        MultiPolygon(polygons: polygons.map(\.polygon))
    }
}

/// All land that went from one label to another.
package struct ControlChange: Hashable, Sendable {
    package let from: Int32
    package let to: Int32
    package let polygons: [GridPolygon]
    package let areaInSquareMetres: Double

    package var shape: MultiPolygon {
        MultiPolygon(polygons: polygons.map(\.polygon))
    }
}
