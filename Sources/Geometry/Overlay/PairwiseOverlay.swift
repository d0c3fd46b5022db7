internal import CGEOS

/// Intersections and differences of two shapes by GEOS, in longitude and latitude as if they were a plane.
///
/// For what ``Overlay`` cannot carry; and to check it.
package enum PairwiseOverlay {
    /// The land in both shapes.
    ///
    /// - Assumptions: both are valid.
    /// - Throws: ``GEOSError``.
    package static func intersection(_ a: MultiPolygon, _ b: MultiPolygon) throws(GEOSError) -> MultiPolygon {
        try overlay(a, b, operation: "intersection") { lazyGEOSIntersection_r($0, $1, $2) }
    }

    /// The land in the first shape and not in the second.
    ///
    /// - Assumptions: both are valid.
    /// - Throws: ``GEOSError``.
    package static func difference(_ a: MultiPolygon, _ b: MultiPolygon) throws(GEOSError) -> MultiPolygon {
        try overlay(a, b, operation: "difference") { lazyGEOSDifference_r($0, $1, $2) }
    }

    private static func overlay(
        _ a: MultiPolygon, _ b: MultiPolygon, operation: String,
        _ call: (OpaquePointer, OpaquePointer, OpaquePointer) -> OpaquePointer?
    ) throws(GEOSError) -> MultiPolygon {
        let context = GEOSContext()
        let first = try GEOSShape(a, context)
        let second = try GEOSShape(b, context)
        // Null when GEOS throws.
        let result = first.withHandle { h, g in second.withHandle { _, other in call(h, g, other) } }
        return try GEOSShape(result, context, operation: operation).polygons()
    }
}
