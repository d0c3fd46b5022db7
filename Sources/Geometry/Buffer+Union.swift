internal import CGEOS

extension Buffer {
    /// All points within its own distance of any of the lines, and in the area if one is given; on the grid and valid.
    ///
    /// Distances are meant in the equal-area plane around all of the lines, as in ``around(_:distanceInMetres:)``.
    ///
    /// - Throws: ``GEOSError`` when a coordinate lies in no plane, a distance is not above 0 or GEOS fails.
    /// - Complexity: O(n log n).
    package static func union(
        of lines: [(line: [Coordinate], distanceInMetres: Double)], within area: MultiPolygon?
    ) throws(GEOSError) -> MultiPolygon {
        func failure(_ reason: String) -> GEOSError { GEOSError(operation: "band", reason: reason) }
        guard let box = BoundingBox(lines.flatMap(\.line)), let plane = try? EqualAreaPlane(centre: box.centre) else {
            throw failure("no plane around the lines")
        }
        let context = GEOSContext()
        var members = MultiPolygon(polygons: [])
        for (line, distance) in lines {
            guard distance > 0, line.count > 1 else { throw failure("nothing to go around") }
            let points = line.compactMap(plane.forward)
            guard points.count == line.count else { throw failure("a coordinate is not finite") }
            let flat = points.flatMap { [$0.x, $0.y] }
            guard let sequence = lazyGEOSCoordSeq_copyFromBuffer_r(context.handle, flat, UInt32(points.count), 0, 0)
            else {
                throw context.error("band")
            }
            let shape = try GEOSShape(
                lazyGEOSGeom_createLineString_r(context.handle, sequence), context, operation: "band")
            let buffered = shape.withHandle { h, g in lazyGEOSBuffer_r(h, g, distance, 8) }
            members.polygons += try GEOSShape(buffered, context, operation: "band").polygons().polygons
        }
        let collection = try GEOSShape(members, context)
        let union = collection.withHandle { h, g in lazyGEOSUnaryUnion_r(h, g) }
        let inPlane = try GEOSShape(union, context, operation: "band").polygons()
        let inDegrees = MultiPolygon(
            polygons: inPlane.polygons.map { polygon in
                Polygon(
                    rings: polygon.rings.map { ring in
                        ring.compactMap { plane.inverse(PlanePoint(x: $0.longitude, y: $0.latitude)) }
                    })
            })
        let shape = try GEOSShape(inDegrees, context)
        let onGrid: OpaquePointer?
        if let area {
            let bound = try GEOSShape(area, context)
            onGrid = shape.withHandle { h, g in
                bound.withHandle { _, b in lazyGEOSIntersectionPrec_r(h, g, b, 1e-7) }
            }
        } else {
            onGrid = shape.withHandle { h, g in lazyGEOSGeom_setPrecision_r(h, g, 1e-7, 0) }
        }
        return try GEOSShape(onGrid, context, operation: "band").polygons()
    }
}
