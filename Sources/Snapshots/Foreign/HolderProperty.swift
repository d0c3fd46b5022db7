/// The properties that usually name who holds an area.
enum HolderProperty {
    /// In the order in which they are believed; compared without regard to case.
    static let names = [
        "holder", "party", "actor", "side", "faction", "controller", "controlled_by", "controlledby", "control",
        "occupied_by", "occupier", "owner", "belligerent", "group", "status", "name", "title", "label", "description",
        "fill", "fillcolor", "color", "colour", "styleurl", "stroke",
    ]

    private static let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    private static let longest = names.map(\.utf8.count).max()!

    /// The rank of a property by its name; nil for others.
    static func rank(of name: String) -> Int? {
        guard name.utf8.count <= longest else { return nil }
        return ranks[name] ?? ranks[name.lowercased()]
    }

    /// The first of those that name anything, and not holders alone.
    private static let firstVague = names.firstIndex(of: "status")!

    /// The rank that most features with land have a value for, the most believed one first; else the only one of the
    /// properties that name holders and nothing else, however few features have it; nil where there is none.
    static func guess(_ features: [ForeignFeature]) -> Int? {
        var counts = [Int](repeating: 0, count: names.count)
        var all = 0
        for feature in features where feature.hasLand {
            all += 1
            for candidate in feature.candidates where !candidate.value.isEmpty { counts[candidate.rank] += 1 }
        }
        if let usual = counts.indices.first(where: { 2 * counts[$0] > all }) { return usual }
        let rare = counts[..<firstVague].indices.filter { counts[$0] > 0 }
        return rare.count == 1 ? rare[0] : nil
    }
}
