import Glibc

/// What the places around say: at each place a plane is laid through the votes of its nearest reporting places, itself
/// left out, weighted by a Gaussian of distance (local linear regression; Cleveland & Devlin 1988, J. Am. Stat. Assoc.
/// 83: 596). A plane and not a mean, because a front seen from one side would otherwise pull its edge over.
struct Surroundings {
    let sides: Int
    /// For place i the entries `i * sides ..< (i + 1) * sides`: about 0 to 1, summing to 1.
    private(set) var shares: [Double]
    /// Kilometres to the nearest place that votes.
    private(set) var distanceToVote: [Double]
    /// The nearest place that votes, as a gazetteer index; -1 for none.
    private(set) var nearestVoter: [Int]
    /// Kilometres to the voter that sets the bandwidth: how densely votes lie around the place.
    private(set) var spacing: [Double]

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

    /// `chances`: for place i the entries `i * sides ..< (i + 1) * sides`. `reports`: whether anything was reported of it.
    /// `voices`: how much its vote counts.
    /// O(places × neighbours).
    init(
        _ neighbourhoods: Neighbourhoods, chances: [Double], reports: [Bool], voices: [Double], sides: Int, view: View,
        only: [Int]? = nil, weights: ((Int, [(place: Int, distance: Double, weight: Double)]) -> Void)? = nil
    ) {
        let placeCount = reports.count
        self.sides = sides
        shares = [Double](repeating: 1 / Double(sides), count: placeCount * sides)
        distanceToVote = [Double](repeating: .infinity, count: placeCount)
        nearestVoter = [Int](repeating: -1, count: placeCount)
        spacing = distanceToVote

        let reporting = neighbourhoods.reporting
        var votes = [Bool](repeating: false, count: reporting.count)
        var leads = [Double](repeating: 0, count: reporting.count)
        for (position, place) in reporting.enumerated() where reports[place] {
            var first = -1.0
            var second = -1.0
            for side in 0..<sides {
                let value = chances[place * sides + side]
                if value > first {
                    second = first
                    first = value
                } else if value > second {
                    second = value
                }
            }
            let lead = first - (sides > 1 ? second : 0)
            votes[position] = lead > Constants.leastLead
            leads[position] = lead * voices[place]
        }
        let voteCount = votes.count { $0 }
        let count = min(view.neighbours, voteCount - 1)
        guard count >= 3 else { return }
        let voters = neighbourhoods.voters(votes)
        var hits: [Neighbourhoods.Hit] = []
        var fit = PlaneFit()
        for place in only ?? Array(0..<placeCount) where neighbourhoods.x[place].isFinite {
            neighbourhoods.nearest(to: place, count: count, among: voters, into: &hits)
            guard hits.count >= 3 else { continue }
            distanceToVote[place] = hits[0].distance
            nearestVoter[place] = reporting[Int(hits[0].index)]
            spacing[place] = hits[min(view.bandwidthNeighbour, hits.count) - 1].distance
            let width = max(spacing[place], 0.1) * view.bandwidth
            fit.reset()
            for hit in hits {
                let ratio = hit.distance / width
                let voter = reporting[Int(hit.index)]
                fit.add(
                    weight: (exp(-ratio * ratio / 2) + 1e-9) * leads[Int(hit.index)],
                    dx: (neighbourhoods.x[voter] - neighbourhoods.x[place]) / width,
                    dy: (neighbourhoods.y[voter] - neighbourhoods.y[place]) / width)
            }
            fit.solve()
            for side in 0..<sides {
                var sum = 0.0
                for (rank, hit) in hits.enumerated() {
                    sum += fit.share(rank) * chances[reporting[Int(hit.index)] * sides + side]
                }
                shares[place * sides + side] = sum
            }
            if let weights {
                weights(place, hits.enumerated().map { (reporting[Int($1.index)], $1.distance, fit.share($0)) })
            }
        }
    }

    /// Whether votes lie near enough to `place` to speak for it: not much further than they lie from each other where the
    /// nearest one stands. Where reports end, so does what can be inferred from them.
    func reaches(_ place: Int) -> Bool {
        let voter = nearestVoter[place]
        return voter >= 0 && distanceToVote[place] <= Constants.reachInKilometres
            && distanceToVote[place] <= Constants.reachInSpacings * spacing[voter]
    }

    /// Twice the share less one, between -`limit` and `limit`: how far the surroundings lean to a side.
    func lean(_ entry: Int, limit: Double = Constants.clip) -> Double {
        min(max(2 * shares[entry] - 1, -limit), limit)
    }
}

/// A weighted least-squares plane a + b·dx + c·dy, with a ridge on the slopes: its value at the origin as a weighted sum
/// of the votes.
struct PlaneFit {
    private var weights: [Double] = []
    private var dx: [Double] = []
    private var dy: [Double] = []
    private var a = 0.0
    private var b = 0.0
    private var c = 0.0

    mutating func reset() {
        weights.removeAll(keepingCapacity: true)
        dx.removeAll(keepingCapacity: true)
        dy.removeAll(keepingCapacity: true)
    }

    mutating func add(weight: Double, dx: Double, dy: Double) {
        weights.append(weight)
        self.dx.append(dx)
        self.dy.append(dy)
    }

    /// Solves the normal equations for the first row of the inverse, by cofactors of the symmetric 3 × 3 matrix.
    mutating func solve() {
        var (s, sx, sy, sxx, sxy, syy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        for i in weights.indices {
            let w = weights[i]
            s += w
            sx += w * dx[i]
            sy += w * dy[i]
            sxx += w * dx[i] * dx[i]
            sxy += w * dx[i] * dy[i]
            syy += w * dy[i] * dy[i]
        }
        let ridge = Constants.ridge * max(s, 1e-9) / 2
        s += 1e-9
        sxx += ridge
        syy += ridge
        let c00 = sxx * syy - sxy * sxy
        let c01 = sxy * sy - sx * syy
        let c02 = sx * sxy - sxx * sy
        let determinant = s * c00 + sx * c01 + sy * c02
        (a, b, c) = (c00 / determinant, c01 / determinant, c02 / determinant)
    }

    /// The part of the vote at `index` in the plane's value at the origin.
    func share(_ index: Int) -> Double {
        weights[index] * (a + b * dx[index] + c * dy[index])
    }
}
