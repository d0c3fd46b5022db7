import Geometry
import Places

/// For every place the reporting places around it, nearest first, in a plane of kilometres.
struct Neighbourhoods {
    /// Positions in kilometres; nil-free: places that the plane cannot hold lie at infinity.
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
        self.nearest = nearest
        self.distances = distances
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
