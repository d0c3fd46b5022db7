import Geometry
import Places

/// For every place the reporting places around it, nearest first, in a plane of kilometres.
struct Neighbourhoods {
    /// Positions in kilometres; places that the plane cannot hold lie at infinity.
    let x: [Double]
    let y: [Double]
    /// Gazetteer indices of the places that any statement speaks of, ascending.
    let reporting: [Int]
    /// For place i the entries `i * depth ..< (i + 1) * depth`: indices into `reporting`, nearest first, itself left out;
    /// -1 fills the end.
    private let nearest: [Int32]
    private let distances: [Float]
    private let depth: Int
    private let grid: PointGrid
    /// For each place those whose land would touch its own: its neighbours in the Delaunay triangulation.
    let adjacent: [[Int32]]

    /// Enough for the wide view, with room for places that do not vote at a moment.
    private static let wantedDepth = 72

    init(places: [Place], reporting: [Int]) {
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
        self.reporting = reporting
        grid = PointGrid(x: reporting.map { x[$0] }, y: reporting.map { y[$0] })
        depth = min(Self.wantedDepth, max(reporting.count - 1, 0))
        var position = [Int32](repeating: -1, count: places.count)
        for (index, place) in reporting.enumerated() { position[place] = Int32(index) }
        var nearest = [Int32](repeating: -1, count: places.count * depth)
        var distances = [Float](repeating: .infinity, count: places.count * depth)
        if depth > 0 {
            for index in places.indices where x[index].isFinite {
                let found = grid.nearest(x[index], y[index], count: depth, except: position[index])
                for (rank, hit) in found.enumerated() {
                    nearest[index * depth + rank] = hit.index
                    distances[index * depth + rank] = Float(hit.distance)
                }
            }
        }
        adjacent = Self.adjacency(x, y, places)
        self.nearest = nearest
        self.distances = distances
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
        return adjacent
    }

    /// The reporting places that vote at a moment.
    struct Voters {
        let votes: [Bool]
        /// Of the voting places alone, where they are so few that the lists would end before enough of them came.
        fileprivate let grid: PointGrid?
        fileprivate let positions: [Int32]
        fileprivate let numberOfPlace: [Int: Int32]
    }

    /// `votes` has one entry for each reporting place.
    func voters(_ votes: [Bool]) -> Voters {
        let positions = votes.indices.filter { votes[$0] }.map { Int32($0) }
        guard depth < reporting.count - 1, positions.count < reporting.count else {
            return Voters(votes: votes, grid: nil, positions: [], numberOfPlace: [:])
        }
        let places = positions.map { reporting[Int($0)] }
        return Voters(
            votes: votes, grid: PointGrid(x: places.map { x[$0] }, y: places.map { y[$0] }), positions: positions,
            numberOfPlace: Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, Int32($0)) }))
    }

    /// Fills `hits` with the `count` voting places nearest to place `index`, itself left out, nearest first.
    func nearest(to index: Int, count: Int, among voters: Voters, into hits: inout [Hit]) {
        hits.removeAll(keepingCapacity: true)
        let start = index * depth
        for rank in start..<(start + depth) {
            let candidate = nearest[rank]
            guard candidate >= 0 else { break }
            if voters.votes[Int(candidate)] {
                hits.append(Hit(index: candidate, distance: Double(distances[rank])))
                if hits.count == count { return }
            }
        }
        guard let grid = voters.grid else { return }
        let found = grid.nearest(x[index], y[index], count: count, except: voters.numberOfPlace[index] ?? -1)
        hits = found.map { Hit(index: voters.positions[Int($0.index)], distance: $0.distance) }
    }

    struct Hit {
        /// Into `reporting`.
        let index: Int32
        let distance: Double
    }
}
