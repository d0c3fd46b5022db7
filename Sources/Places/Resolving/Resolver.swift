package import Geometry
import Rows

/// Finds which place a name means, in any spelling.
///
/// Keeps buffers from query to query: one resolver a thread, any number over one gazetteer.
package final class Resolver {
    package let gazetteer: Gazetteer
    let matcher: NameMatcher
    let kinds: KindCache
    /// At the most so many candidates are told of one name; all are weighed.
    package var limit = 20
    private var units: [String: Unit] = [:]
    var evidenceOfHint: [String: RelativeEvidence?] = [:]
    /// Anchors of phrases are names without hints, so this resolver asks no other.
    lazy var locator = Locator(gazetteer, lookup: ResolverLookup(Resolver(gazetteer: gazetteer)))

    package struct Query: Sendable {
        package var name: String
        /// Places known to be near, such as Aazaz in "Kafrah near Aazaz".
        package var near: [Coordinate] = []
        /// How those places are called, for the reason.
        package var nearLabel: String?
        /// Only places of this unit: a district's name, or the id or name of a place with an area.
        package var within: String?
        /// What the text says of where it is: "a village 10 km east of Aazaz".
        package var hint: String?
        /// What it is said to be: village, town, hill.
        package var kind: String?

        package init(_ name: String) { self.name = name }

        /// The same for queries that ask the same.
        fileprivate var key: String {
            "\(name)\u{1F}\(within ?? "")\u{1F}\(kind ?? "")\u{1F}\(near)\u{1F}\(hint ?? "")"
        }
    }

    package init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        matcher = NameMatcher(index: gazetteer.names)
        kinds = KindCache(index: gazetteer.names)
    }

    /// The place that `query` means, or those that it could mean. Some tenths of a millisecond over a country.
    package func resolve(_ query: Query) -> Resolution { resolve(together: [query])[0] }

    /// The places that the names of one report mean, each judged in the light of the others. One answer per query, in
    /// their order; the answers do not hang on that order.
    package func resolve(together queries: [Query]) -> [Resolution] {
        var searches: [Search] = []
        var lists: [[NameMatcher.Group]] = []
        var known: [String: Int] = [:]
        var owner: [Int] = []
        var answers: [Resolution?] = []
        for query in queries {
            answers.append(answerWithoutSearch(query))
            guard answers.last! == nil else {
                owner.append(-1)
                continue
            }
            // The same name twice says no more than once.
            let key = queries.count > 1 ? query.key : ""
            if queries.count > 1, let place = known[key] {
                owner.append(place)
                continue
            }
            let search = Search(query, in: self)
            if !search.hasName, let answer = answer(toExpression: query) {
                answers[answers.count - 1] = answer
                owner.append(-1)
                continue
            }
            known[key] = lists.count
            owner.append(lists.count)
            searches.append(search)
            lists.append(search.groups)
        }
        // A hint that gives a region has spoken for its own name; the others tell the neighbourhood of all.
        let hints = Set(zip(queries, owner).compactMap { $1 >= 0 && !searches[$1].isPlaced ? $0.hint : nil }).sorted()
        let isJoint = lists.count > 1
        if isJoint || !hints.isEmpty { matcher.settle(&lists, hints: hints) }
        return queries.indices.map { position in
            if let answer = answers[position] { return answer }
            let number = owner[position]
            return Verdict(
                searches[number], groups: lists[number], hint: queries[position].hint, isJoint: isJoint, resolver: self
            ).resolution
        }
    }

    /// Which rules made the name that was asked for and the spelling of the candidate the same.
    package func trace(_ name: String, _ candidate: Resolution.Candidate) -> MatchTrace {
        matcher.trace(
            name, spelling: candidate.spelling.text, part: candidate.part, isTypedBadly: candidate.isTypedBadly)
    }

    /// Nil where the word names a kind of place; else the kind that was perhaps meant, which may be none.
    package func unknownKind(_ word: String) -> (word: String, nearest: String?)? {
        guard KindEvidence(word, name: "", resolver: self).isEmpty else { return nil }
        return (word, EditDistance.nearest(to: word, among: PlaceKind.allCases.map(\.rawValue)))
    }

    func unit(_ name: String) -> Unit {
        if let known = units[name] { return known }
        let unit = Unit(name, namesakes: matcher.namesakes(of: name), gazetteer: gazetteer)
        units[name] = unit
        return unit
    }

    /// Ids, and units that nobody knows.
    private func answerWithoutSearch(_ query: Query) -> Resolution? {
        if let index = gazetteer.index(id: query.name) {
            let distance = query.near.map {
                Geodesic.distanceInMetres($0, gazetteer.names.coordinate(index))
            }.min()
            let candidate = Resolution.Candidate(
                placeIndex: index, otherIndices: [], spelling: PlaceName(text: query.name, language: nil), rule: .exact,
                probability: 1, distanceToContextInMetres: distance, part: 0)
            return Resolution(status: .resolved, candidates: [candidate], reason: "the place of that id")
        }
        guard let within = query.within, !unit(within).isKnown else { return nil }
        let known = Unit.names(in: gazetteer)
        let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " and \(known.count - 12) more" : "")
        return Resolution(
            status: .notFound, candidates: [], reason: "no district or canton is called \(within); known are \(shown)")
    }
}
