import Fronts
import Geometry

/// A geometry as a GeoPackage holds it: a header with the bounds, then ISO WKB (OGC 12-128r17, 2.1.3).
struct GeoPackageGeometry {
    private(set) var bytes: [UInt8]
    let box: RTree.Box

    init(point: Coordinate) {
        box = RTree.Box(points: [point])
        bytes = Self.header(nil)
        put(UInt8(1))
        put(UInt32(1))
        put(point)
    }

    init(line: [GridPoint]) {
        let line = line.map(\.coordinate)
        box = RTree.Box(points: line)
        bytes = Self.header(box)
        put(UInt8(1))
        put(UInt32(2))
        put(line)
    }

    init(polygons: [GridPolygon]) {
        self.init(MultiPolygon(polygons: polygons.map(\.polygon)))
    }

    init(_ shape: MultiPolygon) {
        box = RTree.Box(points: shape.polygons.flatMap { $0.rings.first ?? [] })
        bytes = Self.header(box)
        put(UInt8(1))
        put(UInt32(6))
        put(UInt32(shape.polygons.count))
        for polygon in shape.polygons {
            put(UInt8(1))
            put(UInt32(3))
            put(UInt32(polygon.rings.count))
            for ring in polygon.rings { put(ring) }
        }
    }

    /// "GP", version 0, little-endian, without or with an envelope; 4326.
    private static func header(_ box: RTree.Box?) -> [UInt8] {
        var out = GeoPackageGeometry(bytes: [0x47, 0x50, 0, box == nil ? 0x01 : 0x03])
        out.put(UInt32(4326))
        if let box { for value in [box.minX, box.maxX, box.minY, box.maxY] { out.put(value) } }
        return out.bytes
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        box = RTree.Box(points: [])
    }

    private mutating func put(_ points: [Coordinate]) {
        put(UInt32(points.count))
        for point in points { put(point) }
    }

    private mutating func put(_ point: Coordinate) {
        put(point.longitude)
        put(point.latitude)
    }

    private mutating func put(_ number: UInt8) { bytes.append(number) }

    private mutating func put(_ number: UInt32) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func put(_ number: Double) {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
