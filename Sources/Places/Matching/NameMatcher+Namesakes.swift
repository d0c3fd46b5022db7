extension NameMatcher {
    /// The numbers of the places that have exactly these letters as a name, sorted.
    func namesakes(of name: String) -> [Int] {
        var name = name
        name.withUTF8 { reader.read($0, into: foldedForExact) }
        guard foldedForExact.letterCount > 0 else { return [] }
        var places: Set<Int> = []
        for form in search.forms(withLetters: foldedForExact) {
            for number in index.namesOf(form: form) { places.insert(Int(index.names[number].place)) }
        }
        return places.sorted()
    }

    /// The words of the name that say what kind of thing it is, as `words.tsv` calls them: village, airbase.
    func descriptors(in name: String) -> [String] {
        var name = name
        name.withUTF8 { reader.read($0, into: foldedForExact) }
        rules.findRoles(foldedForExact)
        return foldedForExact.words.filter { $0.role == .descriptor }.map { rules.words.words[$0.entry].name }
    }
}
