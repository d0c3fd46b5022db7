/// Which of many points lie in one shape, edges being straight in longitude and latitude.
///
/// The edges are sorted into bands of latitude once, so that each point is held against those of its own band only.
package struct PointsInArea: Sendable {
    private struct Edge: Sendable {
        let polygon: Int32
        let a: Coordinate
        let b: Coordinate
    }

    private let south: Double
    private let bandsPerDegree: Double
    /// The edges of band i are `edges[start[i]..<start[i + 1]]`, those of one polygon together.
    private let start: [Int32]
    private let edges: [Edge]

    /// - Complexity: O(n) for n vertices of the shape whose edges are short.
    package init(_ shape: MultiPolygon) {
        let rings = shape.polygons.enumerated().flatMap { number, polygon in
            polygon.rings.map { (polygon: Int32(number), ring: $0) }
        }
        let latitudes = rings.lazy.flatMap(\.ring).map(\.latitude)
        let (low, high) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
        let count = max(1, min(100_000, rings.reduce(0) { $0 + $1.ring.count } / 4))
        south = low
        bandsPerDegree = high > low ? Double(count) / (high - low) : 0
        let perDegree = bandsPerDegree
        func band(_ latitude: Double) -> Int { min(count - 1, max(0, Int((latitude - low) * perDegree))) }
        var sizes = [Int32](repeating: 0, count: count + 1)
        func forEachEdge(_ body: (Edge, ClosedRange<Int>) -> Void) {
            for (polygon, ring) in rings {
                for i in ring.indices.dropFirst() {
                    let (a, b) = (ring[i - 1], ring[i])
                    let bands = band(min(a.latitude, b.latitude))...band(max(a.latitude, b.latitude))
                    body(Edge(polygon: polygon, a: a, b: b), bands)
                }
            }
        }
        forEachEdge { _, bands in for band in bands { sizes[band + 1] += 1 } }
        for i in 0..<count { sizes[i + 1] += sizes[i] }
        var fill = sizes
        let none = Edge(polygon: -1, a: Coordinate(longitude: 0, latitude: 0), b: Coordinate(longitude: 0, latitude: 0))
        var edges = [Edge](repeating: none, count: Int(sizes[count]))
        forEachEdge { edge, bands in
            for band in bands {
                edges[Int(fill[band])] = edge
                fill[band] += 1
            }
        }
        start = sizes
        self.edges = edges
    }

    /// What ``PointInPolygon/contains(_:_:)-(MultiPolygon,_)`` says of rings that do not cross: true inside and on the
    /// border.
    ///
    /// - Complexity: O(edges of the point's band).
    package func contains(_ p: Coordinate) -> Bool {
        let place = (p.latitude - south) * bandsPerDegree
        guard place >= 0, place <= Double(start.count - 1) else { return false }
        let band = min(start.count - 2, Int(place))
        var polygon: Int32 = -1
        var inside = false
        for edge in edges[Int(start[band])..<Int(start[band + 1])] {
            if edge.polygon != polygon {
                if inside { return true }
                polygon = edge.polygon
            }
            let (a, b) = (edge.a, edge.b)
            if max(a.latitude, b.latitude) < p.latitude || min(a.latitude, b.latitude) > p.latitude { continue }
            if max(a.longitude, b.longitude) < p.longitude { continue }
            let turn = Predicates.orient2d(
                a.longitude, a.latitude, b.longitude, b.latitude, p.longitude, p.latitude)
            if turn == 0 && min(a.longitude, b.longitude) <= p.longitude { return true }
            if (a.latitude > p.latitude) != (b.latitude > p.latitude) && (turn > 0) == (b.latitude > a.latitude) {
                inside.toggle()
            }
        }
        return inside
    }
}
