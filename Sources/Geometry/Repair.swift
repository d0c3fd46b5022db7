internal import CGEOS

/// Making shapes valid, by GEOS.
package enum Repair {
    /// A valid shape with the same inside, as far as the rings have one.
    ///
    /// Rings are closed where the last position is missing, rings of fewer than three points and members without an
    /// outline are left out; crossings and overlaps are resolved by GEOS's structure method.
    ///
    /// - Throws: ``GEOSError`` when a coordinate is not finite or GEOS fails.
    package static func makeValid(_ shape: MultiPolygon) throws(GEOSError) -> MultiPolygon {
        var closed = MultiPolygon(polygons: [])
        for polygon in shape.polygons {
            var rings: [[Coordinate]] = []
            for (i, ring) in polygon.rings.enumerated() {
                guard ring.allSatisfy({ $0.longitude.isFinite && $0.latitude.isFinite }) else {
                    throw GEOSError(operation: "repair", reason: "a coordinate is not finite")
                }
                var ring = ring
                if let first = ring.first, ring.last != first { ring.append(first) }
                if ring.count >= 4 {
                    rings.append(ring)
                } else if i == 0 {
                    break  // Without an outline its holes are holes in nothing.
                }
            }
            if !rings.isEmpty { closed.polygons.append(Polygon(rings: rings)) }
        }
        let context = GEOSContext()
        let geometry = try GEOSShape(closed, context)
        // Null only when out of memory.
        guard let parameters = lazyGEOSMakeValidParams_create_r(context.handle) else { throw context.error("repair") }
        defer { lazyGEOSMakeValidParams_destroy_r(context.handle, parameters) }
        _ = lazyGEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
        _ = lazyGEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0)
        let repaired = geometry.withHandle { h, g in lazyGEOSMakeValidWithParams_r(h, g, parameters) }
        return try GEOSShape(repaired, context, operation: "repair").polygons()
    }
}
