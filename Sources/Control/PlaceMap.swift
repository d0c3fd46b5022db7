import Geometry
import Places

/// Where the places of a gazetteer lie to each other.
struct PlaceMap {
    /// Positions in a plane of kilometres; places that the plane cannot hold lie at infinity.
    let x: [Double]
    let y: [Double]
    /// For each place those whose land would touch its own: its neighbours in the Delaunay triangulation.
    let adjacent: [[Int32]]

    init(_ places: [Place]) {
        let box = BoundingBox(places.map(\.coordinate))
        let plane = box.flatMap { try? EqualAreaPlane(centre: $0.centre) }
        var x = [Double](repeating: .infinity, count: places.count)
        var y = x
        for (index, place) in places.enumerated() {
            guard let point = plane?.forward(place.coordinate) else { continue }
            x[index] = point.x / 1000
            y[index] = point.y / 1000
        }
        self.x = x
        self.y = y
        adjacent = Self.adjacency(x, y, places)
    }

    private static func adjacency(_ x: [Double], _ y: [Double], _ places: [Place]) -> [[Int32]] {
        // Places on one spot share their neighbours by way of the first of them.
        var first: [GridPoint: Int] = [:]
        var chosen: [Int] = []
        var adjacent = [[Int32]](repeating: [], count: x.count)
        for index in x.indices where x[index].isFinite && places[index].kind.isPointLike {
            let point = GridPoint(places[index].coordinate)
            if let twin = first[point] {
                adjacent[index].append(Int32(twin))
                adjacent[twin].append(Int32(index))
            } else {
                first[point] = index
                chosen.append(index)
            }
        }
        let triangulation = Delaunay(x: chosen.map { x[$0] }, y: chosen.map { y[$0] })
        func join(_ a: Int32, _ b: Int32) {
            adjacent[chosen[Int(a)]].append(Int32(chosen[Int(b)]))
            adjacent[chosen[Int(b)]].append(Int32(chosen[Int(a)]))
        }
        let corners = triangulation.corners
        for triangle in 0..<triangulation.triangleCount {
            for corner in 0..<3 { join(corners[3 * triangle + corner], corners[3 * triangle + (corner + 1) % 3]) }
        }
        // All on one line: each touches the next.
        if corners.isEmpty { for (a, b) in zip(triangulation.hull, triangulation.hull.dropFirst()) { join(a, b) } }
        return adjacent.map { Set($0).sorted() }
    }
}
