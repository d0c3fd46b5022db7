extension Voices {
    /// The latest two voices that named each bloc as holder, to tell whether anybody else contradicts a voice.
    struct LatestHolders {
        private let blocs: Blocs
        private var latest: [(time: Double, voice: Int32)?]
        private var latestOfAnother: [(time: Double, voice: Int32)?]

        init(_ blocs: Blocs) {
            self.blocs = blocs
            latest = .init(repeating: nil, count: blocs.count)
            latestOfAnother = latest
        }

        /// Statements come by time.
        mutating func hear(_ one: Statement) {
            guard one.kind == .holds else { return }
            if let last = latest[one.bloc], last.voice != one.voice { latestOfAnother[one.bloc] = last }
            latest[one.bloc] = (one.time, one.voice)
        }

        /// Whether another voice has named another side since.
        func isContradicted(_ one: Statement, since time: Double) -> Bool {
            for bloc in latest.indices where !blocs.areAllied(bloc, one.bloc, era: one.era) {
                let other = latest[bloc].flatMap { $0.voice != one.voice ? $0 : latestOfAnother[bloc] }
                if let other, other.time > time { return true }
            }
            return false
        }
    }

    /// Whether other voices name the same holder at about the same time.
    struct Backing {
        /// For each statement the times of the nearest ones before and after it by another voice for the same bloc.
        private var before: [Double]
        private var after: [Double]

        init(_ statements: [Statement]) {
            before = .init(repeating: -.infinity, count: statements.count)
            after = .init(repeating: .infinity, count: statements.count)
            var seen: [Int: (voice: Int32, time: Double, other: Double)] = [:]
            for index in statements.indices {
                let one = statements[index]
                before[index] = Self.pass(&seen, one, none: -.infinity)
            }
            seen = [:]
            for index in statements.indices.reversed() {
                let one = statements[index]
                after[index] = Self.pass(&seen, one, none: .infinity)
            }
        }

        /// The time at which another voice than that of `one` last named its bloc.
        private static func pass(
            _ seen: inout [Int: (voice: Int32, time: Double, other: Double)], _ one: Statement, none: Double
        ) -> Double {
            guard let last = seen[one.bloc] else {
                seen[one.bloc] = (one.voice, one.time, none)
                return none
            }
            let other = last.voice == one.voice ? last.other : last.time
            seen[one.bloc] = (one.voice, one.time, other)
            return other
        }

        func isBacked(_ index: Int, _ one: Statement) -> Bool {
            one.time - before[index] < Constants.backedWithinDays
                || after[index] - one.time < Constants.backedWithinDays
        }
    }
}
