/// What a word for its kind says of a place: "village" speaks for villages, hardly against towns, and against roads.
struct KindEvidence {
    /// No kind was said, or none that is known.
    var isEmpty: Bool { kind == nil }

    private enum Group { case settlement, district, spot }

    private let kind: PlaceKind?
    private let kinds: KindCache

    /// `word` is a kind of the gazetteer or any word for one in `words.tsv`: village, قرية, köy. Other words say nothing.
    /// Without one the name itself may have it: "Minnigh airbase".
    init(_ word: String?, name: String, resolver: Resolver) {
        kinds = resolver.kinds
        kind =
            word.flatMap { PlaceKind(rawValue: $0.lowercased()) }
            ?? Self.kind(of: resolver.matcher.descriptors(in: word ?? name))
    }

    /// The words that `init` knows beside the kinds of the gazetteer are those of `words.tsv` that name one of these.
    private static func kind(of descriptors: [String]) -> PlaceKind? {
        for descriptor in descriptors {
            switch descriptor {
            case "village": return .village
            case "town": return .town
            case "district": return .canton
            case "governorate": return .region
            case "quarter": return .quarter
            case "airbase": return .base
            case "crossing": return .crossing
            case "silos": return .silo
            default: break
            }
        }
        return nil
    }

    /// The log-odds for the place with that number; nothing to ask where no kind was said. Gazetteers and press agree on village and town only roughly.
    func logOdds(of number: Int) -> Double {
        guard let kind else { return 0 }
        let own = kinds.kind(number)
        if own.isLike(kind) {
            switch Self.group(own) {
            case .settlement: return 0.7
            // Names hardly ever mean a district unless they say so.
            case .district: return 5
            case .spot: return 2.5
            }
        }
        if own == .other { return 0 }
        return Self.group(own) == .settlement && Self.group(kind) == .settlement ? -0.3 : -1
    }

    private static func group(_ kind: PlaceKind) -> Group {
        switch kind {
        case .city, .town, .village, .hamlet, .farm: .settlement
        case .canton, .zone, .district, .region: .district
        default: .spot
        }
    }
}

extension PlaceKind {
    /// Words for districts are used loosely.
    fileprivate func isLike(_ other: PlaceKind) -> Bool {
        self == other || (self == .canton && other == .district) || (self == .district && other == .canton)
    }
}
