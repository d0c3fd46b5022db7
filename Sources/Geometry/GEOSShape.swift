internal import CGEOS

/// A GEOS geometry that is destroyed with its owner.
///
/// The raw pointer is valid only inside ``withHandle(_:)``: Swift may destroy the owner right after its last use, which
/// would be before a C call that got the bare pointer.
final class GEOSShape {
    let context: GEOSContext
    private let pointer: OpaquePointer

    /// Takes over what a GEOS call returned; nil means that the call failed.
    init(_ pointer: OpaquePointer?, _ context: GEOSContext, operation: String) throws(GEOSError) {
        guard let pointer else { throw context.error(operation) }
        self.pointer = pointer
        self.context = context
    }

    deinit {
        lazyGEOSGeom_destroy_r(context.handle, pointer)
    }

    func withHandle<R>(_ body: (_ context: OpaquePointer, _ geometry: OpaquePointer) -> R) -> R {
        withExtendedLifetime(self) { body(context.handle, pointer) }
    }

    convenience init(_ shape: MultiPolygon, _ context: GEOSContext) throws(GEOSError) {
        let h = context.handle
        var members: [OpaquePointer?] = []
        func drop() {
            for case let member? in members { lazyGEOSGeom_destroy_r(h, member) }
        }
        for polygon in shape.polygons where !polygon.rings.isEmpty {
            guard let member = Self.polygon(polygon, h) else {
                drop()
                throw context.error("polygon")
            }
            members.append(member)
        }
        // Takes over the members.
        let collection = members.withUnsafeMutableBufferPointer {
            lazyGEOSGeom_createCollection_r(h, Int32(GEOS_MULTIPOLYGON.rawValue), $0.baseAddress, UInt32($0.count))
        }
        try self.init(collection, context, operation: "multipolygon")
    }

    /// Null, with all parts destroyed, when GEOS rejects a ring.
    private static func polygon(_ polygon: Polygon, _ h: OpaquePointer) -> OpaquePointer? {
        var rings: [OpaquePointer?] = []
        for ring in polygon.rings {
            guard let made = Self.ring(ring, h) else {
                for case let other? in rings { lazyGEOSGeom_destroy_r(h, other) }
                return nil
            }
            rings.append(made)
        }
        let shell = rings.removeFirst()
        // Takes over shell and holes.
        return rings.withUnsafeMutableBufferPointer {
            lazyGEOSGeom_createPolygon_r(h, shell, $0.baseAddress, UInt32($0.count))
        }
    }

    private static func ring(_ ring: [Coordinate], _ h: OpaquePointer) -> OpaquePointer? {
        var flat: [Double] = []
        flat.reserveCapacity(2 * ring.count)
        for c in ring {
            flat.append(c.longitude)
            flat.append(c.latitude)
        }
        // Null when the buffer is malformed; the ring takes over the sequence, and is null when it is not closed.
        guard let sequence = lazyGEOSCoordSeq_copyFromBuffer_r(h, flat, UInt32(ring.count), 0, 0) else { return nil }
        return lazyGEOSGeom_createLinearRing_r(h, sequence)
    }

    /// The polygons in the geometry; points and lines are left out, and so are empty members.
    ///
    /// - Parameter depth: how many collections within collections are opened before giving up.
    func polygons(depth: Int = 8) throws(GEOSError) -> MultiPolygon {
        var found: [Polygon] = []
        let complete = withHandle { h, g in Self.collect(h, g, depth: depth, into: &found) }
        guard complete else { throw context.error("reading the result") }
        return MultiPolygon(polygons: found)
    }

    /// False when GEOS fails or collections are nested too deep.
    private static func collect(_ h: OpaquePointer, _ g: OpaquePointer, depth: Int, into found: inout [Polygon]) -> Bool
    {
        if lazyGEOSisEmpty_r(h, g) == 1 { return true }
        let type = lazyGEOSGeomTypeId_r(h, g)
        if type == Int32(GEOS_POLYGON.rawValue) {
            // The rings belong to the polygon.
            guard let shell = lazyGEOSGetExteriorRing_r(h, g), let outline = coordinates(h, shell) else { return false }
            var rings = [outline]
            for i in 0..<max(0, lazyGEOSGetNumInteriorRings_r(h, g)) {
                guard let hole = lazyGEOSGetInteriorRingN_r(h, g, i), let ring = coordinates(h, hole) else {
                    return false
                }
                rings.append(ring)
            }
            found.append(Polygon(rings: rings))
            return true
        }
        guard type >= Int32(GEOS_MULTIPOINT.rawValue) else { return true }
        guard depth > 0 else { return false }
        for i in 0..<lazyGEOSGetNumGeometries_r(h, g) {
            guard let member = lazyGEOSGetGeometryN_r(h, g, i), collect(h, member, depth: depth - 1, into: &found)
            else {
                return false
            }
        }
        return true
    }

    private static func coordinates(_ h: OpaquePointer, _ ring: OpaquePointer) -> [Coordinate]? {
        guard let sequence = lazyGEOSGeom_getCoordSeq_r(h, ring) else { return nil }
        var size: UInt32 = 0
        guard lazyGEOSCoordSeq_getSize_r(h, sequence, &size) == 1 else { return nil }
        var flat = [Double](repeating: 0, count: 2 * Int(size))
        guard lazyGEOSCoordSeq_copyToBuffer_r(h, sequence, &flat, 0, 0) == 1 else { return nil }
        return (0..<Int(size)).map { Coordinate(longitude: flat[2 * $0], latitude: flat[2 * $0 + 1]) }
    }
}
