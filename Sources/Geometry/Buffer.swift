internal import CGEOS

/// What lies near a line, by GEOS.
package enum Buffer {
    /// The polygon of all points within `distanceInMetres` of the line (or of the point, where all are equal), in the
    /// equal-area plane around the line: right to some thousandths for lines of a few hundred kilometres.
    ///
    /// - Throws: ``GEOSError`` for fewer than one point, coordinates that no plane holds, or when GEOS fails.
    /// - Complexity: O(n log n).
    package static func around(_ line: [Coordinate], distanceInMetres: Double) throws(GEOSError) -> Polygon {
        func failure(_ reason: String) -> GEOSError { GEOSError(operation: "buffer", reason: reason) }
        guard let box = BoundingBox(line), distanceInMetres > 0 else { throw failure("nothing to go around") }
        guard let plane = try? EqualAreaPlane(centre: box.centre) else { throw failure("no plane around the line") }
        let points = line.compactMap(plane.forward)
        guard points.count == line.count else { throw failure("a coordinate is not finite") }
        // GEOS takes a line of one point for none.
        let drawn = points.count > 1 ? points : [points[0], points[0]]
        let context = GEOSContext()
        let flat = drawn.flatMap { [$0.x, $0.y] }
        guard let sequence = lazyGEOSCoordSeq_copyFromBuffer_r(context.handle, flat, UInt32(drawn.count), 0, 0) else {
            throw context.error("buffer")
        }
        let shape = try GEOSShape(
            lazyGEOSGeom_createLineString_r(context.handle, sequence), context, operation: "buffer")
        let buffered = shape.withHandle { h, g in lazyGEOSBuffer_r(h, g, distanceInMetres, 16) }
        let result = try GEOSShape(buffered, context, operation: "buffer").polygons()
        guard let polygon = result.polygons.first, result.polygons.count == 1 else { throw failure("it came apart") }
        let rings = polygon.rings.map { ring in
            ring.compactMap { plane.inverse(PlanePoint(x: $0.longitude, y: $0.latitude)) }
        }
        return Polygon(rings: rings.enumerated().map { index, ring in oriented(ring, outline: index == 0) })
    }

    private static func oriented(_ ring: [Coordinate], outline: Bool) -> [Coordinate] {
        (AuthalicArea.signedArea(of: ring) > 0) == outline ? ring : ring.reversed()
    }
}
