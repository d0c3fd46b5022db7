/// Parts of a long name that people use alone: "Umm Adasah" for "Umm Adasat Salmaniyah", "Maghar" for "Dulq Magharah".
enum NameParts {
    /// The words without the last own word, and without the first.
    static func parts(of folded: FoldedText) -> [Range<Int>] {
        var first = -1
        var second = -1
        var last = -1
        for index in folded.words.indices where folded.words[index].role == .core {
            if first < 0 { first = index } else if second < 0 { second = index }
            last = index
        }
        guard second > 0 else { return [] }
        var end = last
        while end > first + 1, folded.words[end - 1].role == .generic || folded.words[end - 1].role == .article {
            end -= 1
        }
        return [0..<end, (first + 1)..<folded.words.count]
    }

    /// Long enough to be used alone.
    static func isName(_ reading: NameReading, _ keys: IndexKeys) -> Bool {
        reading.core.count >= 4 || reading.isArabic && reading.core.count >= 3
    }
}
