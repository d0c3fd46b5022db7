import Glibc

/// The statements of one place with the belief after each, so that any moment is read off without walking anew.
struct Course {
    private(set) var statements: [Statement]
    /// Indices of the statements that count, by time.
    private(set) var counted: [Int32] = []
    /// Belief after each of `counted`: the chance of each bloc, and that of an enemy inside.
    private var after: [Double] = []
    private var visitors: [Double] = []
    private let blocs: Int
    /// For each bloc the rank among `counted` of the first statement that names it as holder.
    private var firstHeld: [Int32]

    /// - Complexity: O(statements × blocs).
    init(_ statements: [Statement], _ blocs: Blocs) {
        self.statements = statements
        self.blocs = blocs.count
        firstHeld = statements.isEmpty ? [] : .init(repeating: .max, count: blocs.count)
        guard !statements.isEmpty else { return }
        counted = statements.indices.filter { statements[$0].folded == nil }.map { Int32($0) }
        after.reserveCapacity(counted.count * blocs.count)
        var belief = Belief(blocs: blocs.count)
        for (rank, index) in counted.enumerated() {
            let one = statements[Int(index)]
            let even = blocs.eras[one.era].evenShares
            if rank == 0 { belief.reset(even) }
            belief.advance(to: one.time, even: even)
            belief.take(one, counted: chance(one.adjustedLogOdds), news: one.isNews ? one.news : 0)
            if one.kind == .holds, firstHeld[one.bloc] == .max { firstHeld[one.bloc] = Int32(rank) }
            after += belief.chances
            visitors.append(belief.visitors)
        }
    }

    /// How many of `counted` lie before `moment`.
    func told(before moment: Double) -> Int { counted.partition { statements[Int($0)].time >= moment } }

    /// The chances of the blocs after the first `count` of `counted`.
    func chances(after count: Int) -> ArraySlice<Double> { after[((count - 1) * blocs)..<(count * blocs)] }

    /// What is believed at `moment`; false where nothing is ever said of the place.
    ///
    /// A claim dated later says who held the place until then: nobody announces the capture of what his side holds. It
    /// never makes the holder earlier.
    func read(at moment: Double, even: [Double], into belief: inout Belief) -> Bool {
        var later: [(statement: Int, counted: Double)] = []
        return read(at: moment, even: even, into: &belief, later: &later)
    }

    /// The same; `later` takes the claims dated later that moved it, each with its weight.
    func read(
        at moment: Double, even: [Double], into belief: inout Belief, later: inout [(statement: Int, counted: Double)]
    ) -> Bool {
        guard !counted.isEmpty else { return false }
        let count = told(before: moment)
        if count == 0 {
            belief.reset(even)
        } else {
            belief.resume(
                chances(after: count), visitors: visitors[count - 1], time: statements[Int(counted[count - 1])].time)
            belief.advance(to: moment, even: even)
        }
        for index in counted[count...] {
            let one = statements[Int(index)]
            guard one.kind == .holds, one.isNews else { continue }
            let gap = one.time - moment
            if gap > Constants.newsReachesBackInDays { break }
            let news = one.news * exp(-gap / 365)
            guard news > 0, firstHeld[one.bloc] >= count else { continue }
            belief.weaken(one.bloc, by: news)
            later.append((Int(index), 1 - exp(-news)))
        }
        return true
    }
}
