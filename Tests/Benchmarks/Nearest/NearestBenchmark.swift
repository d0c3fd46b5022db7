import Geometry

#if canImport(Glibc)
    import Glibc
#endif

/// One side of `nearest.py`: builds the tree over points in a file and answers the queries in another, both as pairs of
/// doubles (longitude, latitude). Prints a line `name seconds sum` for each measure, the best of three.
enum NearestBenchmark {
    static func run(_ arguments: [String]) throws {
        guard arguments.count == 3, let kilometres = Double(arguments[2]) else {
            print(
                "usage: benchmarks nearest POINTS.bin QUERIES.bin RADIUS_KM (see Tests/Benchmarks/Nearest/nearest.py)")
            return
        }
        let points = coordinates(arguments[0])
        let queries = coordinates(arguments[1])
        var index = SpatialIndex([])
        measure("build") {
            index = SpatialIndex(points)
            return index.count
        }
        measure("knn10") {
            queries.reduce(0) { $0 + Int(index.nearest(to: $1, count: 10)[9].distanceInMetres) }
        }
        measure("radius") {
            queries.reduce(0) { $0 + index.numbers(withinMetres: kilometres * 1000, of: $1).count }
        }
        measure("radius-sorted-with-distances") {
            queries.reduce(0) { $0 + index.within(radiusInMetres: kilometres * 1000, of: $1).count }
        }
        let half = kilometres / 111.2
        measure("box") {
            queries.reduce(0) { sum, q in
                sum
                    + index.within(
                        BoundingBox(
                            west: q.longitude - half, south: q.latitude - half, east: q.longitude + half,
                            north: q.latitude + half)
                    ).count
            }
        }
    }

    private static func coordinates(_ path: String) -> [Coordinate] {
        readFile(path).withUnsafeBytes { bytes in
            bytes.bindMemory(to: Double.self).indices.filter { $0 % 2 == 0 }.map { place in
                Coordinate(
                    longitude: bytes.bindMemory(to: Double.self)[place],
                    latitude: bytes.bindMemory(to: Double.self)[place + 1])
            }
        }
    }

    private static func measure(_ name: String, _ body: () -> Int) {
        var best = Double.infinity
        var sum = 0
        for _ in 0..<3 {
            let start = now()
            sum = body()
            best = min(best, now() - start)
        }
        print(name, best, sum)
    }
}
