extension NameMatcher {
    /// The best place that has exactly these letters as a name, without a search: half of all names of a list.
    ///
    /// Its probability leaves other spellings out of account.
    func exact(_ name: UnsafeBufferPointer<UInt8>) -> Best? {
        let folded = foldedForExact
        reader.read(name, into: folded)
        guard folded.letterCount > 0 else { return nil }
        var best: (place: Int, logit: Double)?
        var total = 0.0
        for form in search.forms(withLetters: folded) {
            for number in index.namesOf(form: form) {
                let record = index.names[number]
                let logit = Double(
                    placePrior(record.place) + namePrior(record)
                        + (record.language == 0 ? model.weights[.sameAsMainName] : 0))
                if best.map({ logit > $0.logit }) ?? true { best = (Int(record.place), logit) }
                total += 1
            }
        }
        guard let best else { return nil }
        return Best(place: best.place, probability: 1 / total, outcome: total > 1 ? .ambiguous : .match)
    }

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
}
