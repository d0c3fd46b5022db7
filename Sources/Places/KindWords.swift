/// Words that say what a place is, as texts put them beside its name: قرية كفرة, Kafrah village, the town of Marea.
enum KindWords {
    private static let words: Set<String> = Set(
        [
            "village", "town", "city", "hamlet", "the", "of", "köyü", "kasabası", "village de", "ville",
            "قرية", "القرية", "بلدة", "البلدة", "مدينة", "المدينة", "ناحية", "مزرعة",
        ].map { Folding($0).key })

    /// The name without such words at its beginning and end, or nil where there are none or nothing else.
    static func stripped(_ folding: Folding) -> Folding? {
        var words = folding.words[...]
        while let first = words.first, Self.words.contains(first) { words.removeFirst() }
        while let last = words.last, Self.words.contains(last) { words.removeLast() }
        guard !words.isEmpty, words.count < folding.words.count else { return nil }
        return Folding(words.joined(separator: " "))
    }
}
