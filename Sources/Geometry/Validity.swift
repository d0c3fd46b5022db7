internal import CGEOS

/// Whether a shape is valid in the sense of OGC Simple Features, by GEOS.
package enum Validity {
    /// Why a shape is not valid, with the place: "Self-intersection[37.1 36.5]"; nil when it is valid.
    ///
    /// - Complexity: O(n log n) in the vertices.
    package static func reason(of shape: MultiPolygon) -> String? {
        for polygon in shape.polygons {
            for ring in polygon.rings {
                guard ring.allSatisfy({ $0.longitude.isFinite && $0.latitude.isFinite }) else {
                    return "Invalid Coordinate"
                }
                if let reason = ringFault(ring) { return reason }
            }
        }
        let context = GEOSContext()
        let geometry: GEOSShape
        do { geometry = try GEOSShape(shape, context) } catch { return error.reason }
        return geometry.withHandle { h, g in
            // 1 valid, 0 not, 2 exception.
            if lazyGEOSisValid_r(h, g) == 1 { return nil }
            guard let text = lazyGEOSisValidReason_r(h, g) else { return context.error("validity").reason }
            defer { lazyGEOSFree_r(h, text) }
            return String(cString: text)
        }
    }

    /// Why a polygon is not valid; nil when it is.
    package static func reason(of polygon: Polygon) -> String? {
        reason(of: MultiPolygon(polygons: [polygon]))
    }

    /// What GEOS would say with less to go by.
    private static func ringFault(_ ring: [Coordinate]) -> String? {
        guard let first = ring.first, let last = ring.last else { return "Ring without positions" }
        let place = "[\(first.longitude) \(first.latitude)]"
        if first != last { return "Ring not closed\(place)" }
        return ring.count < 4 ? "Too few points in ring\(place)" : nil
    }
}
