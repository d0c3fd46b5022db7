import Glibc

/// What the places around say: at each place a plane is laid through the votes of its nearest voting places, itself left
/// out, weighted by a Gaussian of distance (local linear regression; Cleveland & Devlin 1988, J. Am. Stat. Assoc. 83:
/// 596). A plane and not a mean, because a front seen from one side would otherwise pull its edge over.
///
/// Which places vote changes little from moment to moment. So each place's voters are kept with their Gaussian weights,
/// and only those places are looked at anew around which a voter came or went. The outcome does not hang on that.
struct Surroundings {
    private let neighbourhoods: Neighbourhoods
    private let view: View
    private var votes: [Bool]
    private(set) var wanted = -1
    /// For place i the entries `i * width ..< i * width + counts[i]`.
    private let width: Int
    private(set) var counts: [Int32]
    private(set) var voters: [Int32]
    private(set) var distances: [Double]
    private var gaussians: [Double]
    private var dx: [Double]
    private var dy: [Double]
    /// How many of the place's nearest reporting places were looked at to find its voters; more than there are where
    /// these did not suffice.
    private var scanned: [Int32]

    struct View {
        let neighbours: Int
        let bandwidth: Double
        let bandwidthNeighbour: Int

        static let near = View(
            neighbours: Constants.neighbours, bandwidth: Constants.bandwidth,
            bandwidthNeighbour: Constants.bandwidthNeighbour)
        static let wide = View(
            neighbours: Constants.wideNeighbours, bandwidth: Constants.wideBandwidth,
            bandwidthNeighbour: Constants.wideBandwidthNeighbour)
    }

    init(_ neighbourhoods: Neighbourhoods, _ view: View) {
        self.neighbourhoods = neighbourhoods
        self.view = view
        let places = neighbourhoods.map.x.count
        width = view.neighbours
        votes = .init(repeating: false, count: places)
        counts = .init(repeating: 0, count: places)
        voters = .init(repeating: -1, count: places * width)
        distances = .init(repeating: 0, count: places * width)
        gaussians = distances
        dx = distances
        dy = distances
        scanned = .init(repeating: 0, count: places)
    }

    /// Takes in which places vote. Those of which nothing is said never do.
    mutating func look(at next: [Bool]) {
        let depth = neighbourhoods.depth
        let wanted = wantedCount(next)
        let isAllNew = wanted != self.wanted
        self.wanted = wanted
        var isFlipped = [Bool](repeating: false, count: next.count)
        var flips = 0
        for place in neighbourhoods.reporting where next[place] != votes[place] {
            isFlipped[place] = true
            flips += 1
        }
        votes = next
        guard isAllNew || flips > 0 else { return }
        guard wanted >= 3 else {
            for place in counts.indices { counts[place] = 0 }
            return
        }
        let sparse = Sparse(neighbourhoods, next)
        let nearest = neighbourhoods.nearest
        for place in counts.indices where neighbourhoods.map.x[place].isFinite {
            let start = place * depth
            let looked = Int(scanned[place])
            var isTouched = isAllNew || looked > depth
            var rank = start
            while !isTouched, rank < start + looked {
                let candidate = nearest[rank]
                if candidate >= 0, isFlipped[Int(candidate)] { isTouched = true }
                rank += 1
            }
            if isTouched { find(place, sparse) }
        }
    }

    /// So many voters are looked for.
    func wantedCount(_ votes: [Bool]) -> Int {
        max(min(view.neighbours, votes.count { $0 } - 1), 0)
    }

    /// Whether any place satisfies the condition that was looked at to find the voters around `place`.
    func looks(_ place: Int, _ condition: (Int) -> Bool) -> Bool {
        let depth = neighbourhoods.depth
        let looked = Int(scanned[place])
        // Beyond the kept lists anything may have been looked at.
        if looked > depth { return true }
        for slot in (place * depth)..<(place * depth + looked) {
            let candidate = Int(neighbourhoods.nearest[slot])
            if candidate >= 0, condition(candidate) { return true }
        }
        return false
    }

    private mutating func find(_ place: Int, _ sparse: Sparse) {
        let depth = neighbourhoods.depth
        let base = place * width
        var count = 0
        var rank = 0
        while rank < depth, count < wanted {
            let candidate = neighbourhoods.nearest[place * depth + rank]
            guard candidate >= 0 else { break }
            if votes[Int(candidate)] {
                voters[base + count] = candidate
                distances[base + count] = neighbourhoods.distances[place * depth + rank]
                count += 1
            }
            rank += 1
        }
        scanned[place] = Int32(rank)
        if count < wanted, depth < neighbourhoods.reporting.count - 1 {
            scanned[place] = Int32(depth + 1)
            let hits = sparse.nearest(to: place, count: wanted)
            for (rank, hit) in hits.enumerated() {
                voters[base + rank] = hit.index
                distances[base + rank] = hit.distance
            }
            count = hits.count
        }
        guard count >= 3 else {
            counts[place] = 0
            return
        }
        counts[place] = Int32(count)
        let map = neighbourhoods.map
        let width = max(distances[base + min(view.bandwidthNeighbour, count) - 1], 0.1) * view.bandwidth
        for slot in base..<(base + count) {
            let ratio = distances[slot] / width
            gaussians[slot] = exp(-ratio * ratio / 2) + 1e-9
            dx[slot] = (map.x[Int(voters[slot])] - map.x[place]) / width
            dy[slot] = (map.y[Int(voters[slot])] - map.y[place]) / width
        }
    }

    /// The share of each side in the word of the surroundings of each place: about 0 to 1, summing to 1; even where too
    /// few vote. For place i the entries `i * sides ..< (i + 1) * sides`, as in `chances`; `leads` is the weight of each
    /// vote. Only for the places that `isWanted`.
    func shares(_ chances: [Double], leads: [Double], sides: Int, isWanted: [Bool]? = nil) -> [Double] {
        var shares = [Double](repeating: 1 / Double(sides), count: counts.count * sides)
        var weights = [Double](repeating: 0, count: width)
        chances.withUnsafeBufferPointer { chances in
            leads.withUnsafeBufferPointer { leads in
                voters.withUnsafeBufferPointer { voters in
                    for place in counts.indices where counts[place] > 0 && isWanted?[place] ?? true {
                        let count = Int(counts[place])
                        fit(place, count, leads, &weights)
                        for side in 0..<sides {
                            var sum = 0.0
                            for rank in 0..<count {
                                sum += weights[rank] * chances[Int(voters[place * width + rank]) * sides + side]
                            }
                            shares[place * sides + side] = sum
                        }
                    }
                }
            }
        }
        return shares
    }

    /// The voters around a place with their part in its surroundings' word.
    func parts(_ place: Int, leads: [Double]) -> [(place: Int, distance: Double, part: Double)] {
        let count = Int(counts[place])
        guard count > 0 else { return [] }
        var weights = [Double](repeating: 0, count: width)
        leads.withUnsafeBufferPointer { fit(place, count, $0, &weights) }
        return (0..<count).map {
            (Int(voters[place * width + $0]), distances[place * width + $0], weights[$0])
        }
    }

    /// The part of each vote in the value at the place of a weighted least-squares plane a + b·dx + c·dy, with a ridge on
    /// the slopes: the first row of the inverse of the normal equations, by cofactors of the symmetric 3 × 3 matrix.
    @inline(__always)
    private func fit(_ place: Int, _ count: Int, _ leads: UnsafeBufferPointer<Double>, _ weights: inout [Double]) {
        let base = place * width
        var (s, sx, sy, sxx, sxy, syy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        gaussians.withUnsafeBufferPointer { gaussians in
            dx.withUnsafeBufferPointer { dx in
                dy.withUnsafeBufferPointer { dy in
                    voters.withUnsafeBufferPointer { voters in
                        weights.withUnsafeMutableBufferPointer { weights in
                            for rank in 0..<count {
                                let slot = base + rank
                                let w = gaussians[slot] * leads[Int(voters[slot])]
                                let (x, y) = (dx[slot], dy[slot])
                                weights[rank] = w
                                s += w
                                sx += w * x
                                sy += w * y
                                sxx += w * x * x
                                sxy += w * x * y
                                syy += w * y * y
                            }
                            let ridge = Constants.ridge * max(s, 1e-9) / 2
                            s += 1e-9
                            sxx += ridge
                            syy += ridge
                            let c00 = sxx * syy - sxy * sxy
                            let c01 = sxy * sy - sx * syy
                            let c02 = sx * sxy - sxx * sy
                            let determinant = s * c00 + sx * c01 + sy * c02
                            let (a, b, c) = (c00 / determinant, c01 / determinant, c02 / determinant)
                            for rank in 0..<count {
                                weights[rank] *= a + b * dx[base + rank] + c * dy[base + rank]
                            }
                        }
                    }
                }
            }
        }
    }

    /// Whether votes lie near enough to `place` to speak for it: not much further than they lie from each other where the
    /// nearest one stands. Where reports end, so does what can be inferred from them.
    func reaches(_ place: Int) -> Bool {
        guard counts[place] > 0 else { return false }
        let nearest = distances[place * width]
        return nearest <= Constants.reachInKilometres
            && nearest <= Constants.reachInSpacings * spacing(Int(voters[place * width]))
    }

    private func spacing(_ place: Int) -> Double {
        let count = Int(counts[place])
        return count > 0 ? distances[place * width + min(view.bandwidthNeighbour, count) - 1] : .infinity
    }

    /// Finds voters where the kept lists end before enough of them come: by a grid of the voters alone, made when asked.
    private final class Sparse {
        private let map: PlaceMap
        private let voting: [Int32]
        private lazy var grid = PointGrid(x: voting.map { map.x[Int($0)] }, y: voting.map { map.y[Int($0)] })
        private lazy var position = Dictionary(uniqueKeysWithValues: voting.enumerated().map { ($1, Int32($0)) })
        private var hits: [PointGrid.Hit] = []

        init(_ neighbourhoods: Neighbourhoods, _ votes: [Bool]) {
            map = neighbourhoods.map
            voting = neighbourhoods.reporting.filter { votes[$0] }.map { Int32($0) }
        }

        func nearest(to place: Int, count: Int) -> [PointGrid.Hit] {
            grid.nearest(map.x[place], map.y[place], count: count, except: position[Int32(place)] ?? -1, into: &hits)
            return hits.map { PointGrid.Hit(index: voting[Int($0.index)], distance: $0.distance) }
        }
    }
}
