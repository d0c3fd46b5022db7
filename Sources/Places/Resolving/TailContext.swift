import Geometry

/// A name with a better known place behind it that tells it from its namesakes: صوران اعزاز is the Sawran by Aazaz.
struct TailContext {
    private let near: Nearness
    /// A place of fewer people is no landmark.
    private static let leastPopulation = 5000

    /// Nil where the last word of the name is no town, or where it is the only one.
    init?(_ name: String, in resolver: Resolver) {
        let words = name.split { $0 == " " || $0 == "-" || $0 == "," }
        guard words.count > 1, let last = words.last else { return nil }
        let index = resolver.gazetteer.names
        let landmarks = resolver.matcher.namesakes(of: String(last)).filter {
            let kind = resolver.kinds.kind($0)
            return kind.isTown || kind == .district || Int(index.places[$0].population) >= Self.leastPopulation
        }
        guard !landmarks.isEmpty else { return nil }
        near = Nearness(landmarks.map { index.coordinate($0) }, index: index)
    }

    /// Draws the candidates that were matched without the last word towards it.
    func weigh(_ groups: inout [NameMatcher.Group], index: NameIndex) {
        for place in groups.indices where groups[place].form.liberty == .shortened {
            groups[place].logit += max(-4, near.logOdds(of: Int(groups[place].scored.place)) + 1)
        }
        groups.sort { ($1.logit, $0.scored.place) < ($0.logit, $1.scored.place) }
    }
}
