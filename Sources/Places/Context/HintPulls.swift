extension NameMatcher {
    /// A place that may be the centre of a report, or that hints at it.
    struct Anchor {
        var latitude: Double
        var longitude: Double
    }

    /// What a hint says: somewhere near one of these.
    struct Pull {
        var places: [(anchor: Anchor, share: Double)]
        var kernel: NearnessKernel
    }

    /// Well-known places named in a hint.
    func pull(of hint: String) -> [Pull] {
        var pulls: [Pull] = []
        let words = hint.split { " ,،.()-–".contains($0) }.map(String.init)
        var index = 0
        while index < words.count {
            var taken = 1
            for length in [2, 1] where index + length <= words.count {
                let text = words[index..<(index + length)].joined(separator: " ")
                if let pull = pull(named: text) ?? (length == 1 ? stripped(text).flatMap(pull(named:)) : nil) {
                    pulls.append(pull)
                    taken = length
                    break
                }
            }
            index += taken
        }
        return pulls
    }

    /// Without the Arabic prepositions ب, ل, و and without an apostrophe s.
    private func stripped(_ word: String) -> String? {
        if word.hasSuffix("'s") || word.hasSuffix("’s") { return String(word.dropLast(2)) }
        guard let first = word.first, "بلو".contains(first), word.count > 3 else { return nil }
        return String(word.dropFirst())
    }

    private func pull(named text: String) -> Pull? {
        var text = text
        let folded = foldedForExact
        text.withUTF8 { reader.read($0, into: folded) }
        guard folded.letterCount > 2 else { return nil }
        rules.findRoles(folded)
        guard folded.words.contains(where: { $0.role == .core || $0.role == .generic }) else { return nil }
        var places: [(anchor: Anchor, share: Double)] = []
        var isDistrict = false
        for form in search.forms(withLetters: folded) {
            for number in index.namesOf(form: form) {
                let place = index.places[Int(index.names[number].place)]
                let isAdmin =
                    place.kind == GazetteerPlace.Kind.region.rawValue
                    || place.kind == GazetteerPlace.Kind.county.rawValue
                guard place.kind != GazetteerPlace.Kind.country.rawValue, isAdmin || place.population > 3000 else {
                    continue
                }
                if isAdmin { isDistrict = true }
                let anchor = Anchor(latitude: Double(place.latitude) / 1e7, longitude: Double(place.longitude) / 1e7)
                places.append((anchor, 1))
            }
        }
        if places.isEmpty { return nil }
        let share = 1 / Double(places.count)
        return Pull(places: places.map { ($0.anchor, share) }, kernel: isDistrict ? .district : .hint)
    }
}
