import Geometry

extension Resolver {
    /// Why a name was taken for a place, or was not, in words.
    struct Wording {
        private let label: String
        private let within: String?
        private let candidates: [Resolution.Candidate]
        /// Those that bear just that name.
        private let same: [Resolution.Candidate]
        private let outside: Int
        private let company: String?

        init(_ search: Search, candidates: [Resolution.Candidate], hint: String?, isJoint: Bool) {
            label = search.query.nearLabel ?? "the places named beside it"
            within = search.query.within
            self.candidates = candidates
            same = candidates.filter { $0.rule < .spelling && $0.probability >= 0.002 }
            outside = search.countOutside
            company =
                isJoint
                ? "the other places of the report" : hint.map { _ in "the places that its hint names" }
        }

        var resolved: String {
            let first = candidates[0]
            let place = distance(first).map { ", \($0) from \(label)" } ?? ""
            guard first.rule < .spelling else { return "no place is spelt so; the nearest spelling is meant\(place)" }
            guard same.count > 1 else { return "the only place of that name\(place)" }
            guard let metres = first.distanceToContextInMetres,
                let next = same.dropFirst().compactMap(\.distanceToContextInMetres).min(), next >= metres
            else {
                return company.map { "of \(same.count) places of that name the one that goes with \($0)" }
                    ?? "the best known of \(same.count) places of that name\(place)"
            }
            return "the nearest to \(label) of \(same.count) places of that name: "
                + "\(Distance.text(inMetres: metres)), the next \(Distance.text(inMetres: next))"
        }

        /// Without context, the town of several places.
        var town: String { "the town of that name; it is not the only place called so" }

        var ambiguous: String {
            guard same.count > 1 else {
                return candidates[0].rule < .spelling
                    ? "other names come about as near" : "no place is spelt so; several spellings come near"
            }
            if let first = distance(same[0]), let second = distance(same[1]) {
                return "\(same.count) places of that name are about as near to \(label): \(first) and \(second)"
            }
            return company.map { "\(same.count) places share the name, and \($0) do not tell them apart" }
                ?? "\(same.count) places share the name; say what is near, to tell them apart"
        }

        /// The name lies far from where it was looked for.
        var far: String {
            let far = distance(candidates[0]) ?? "far"
            return "the nearest of that name is \(far) from \(label): too far to be sure"
        }

        var likeNone: String {
            if isNamedFarAway { return far }
            return candidates[0].rule < .spelling
                ? "the name fits, but hardly as the whole of what was asked for"
                : "no place is spelt so; it may be a misspelling"
        }

        var notFound: String {
            if let within, outside > 0 { return "\(outside) of that name, none within \(within)" }
            return isNamedFarAway ? far : "no place of that name is known"
        }

        /// Its distance is what speaks against the first, whose name is the one that was asked for.
        private var isNamedFarAway: Bool {
            guard let first = candidates.first, first.rule < .spelling else { return false }
            return first.distanceToContextInMetres.map { $0 > 20_000 } ?? false
        }

        private func distance(_ candidate: Resolution.Candidate) -> String? {
            candidate.distanceToContextInMetres.map { Distance.text(inMetres: $0) }
        }
    }
}
