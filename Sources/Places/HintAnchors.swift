package import Geometry

/// The places that a phrase such as "a village 10 km east of Aazaz" or قرى اعزاز names: context for the name beside it.
package struct HintAnchors: Sendable {
    private let resolver: Resolver
    private var known: [String: [Int]] = [:]

    package init(_ resolver: Resolver) {
        self.resolver = resolver
    }

    /// Gazetteer indices of the places that the hint names beyond doubt, sorted; the longest phrases count, of up to four
    /// words. Places without a point, such as a canton, and names of several places say too little.
    package mutating func indices(in hint: String) -> [Int] {
        if let found = known[hint] { return found }
        var found: Set<Int> = []
        let words = Folding(hint).words
        var start = 0
        while start < words.count {
            var taken = 1
            for length in stride(from: min(4, words.count - start), through: 1, by: -1) {
                let phrase = words[start..<(start + length)].joined(separator: " ")
                guard phrase.unicodeScalars.count > 2, let index = place(phrase) else { continue }
                found.insert(index)
                taken = length
                break
            }
            start += taken
        }
        let sorted = found.sorted()
        known[hint] = sorted
        return sorted
    }

    package mutating func coordinates(in hint: String) -> [Coordinate] {
        indices(in: hint).map { resolver.gazetteer.places[$0].coordinate }
    }

    private func place(_ phrase: String) -> Int? {
        for variant in [phrase, Self.withoutPrefix(phrase)].compactMap({ $0 }) {
            if let best = resolver.resolve(Resolver.Query(variant), suggesting: false).best,
                resolver.gazetteer.places[best.placeIndex].kind.isPointLike
            {
                return best.placeIndex
            }
        }
        return nil
    }

    /// Arabic writes "in", "to" and "and" onto the word: بحلب is "in Aleppo".
    private static func withoutPrefix(_ phrase: String) -> String? {
        guard let first = phrase.unicodeScalars.first, "بلوف".unicodeScalars.contains(first),
            phrase.unicodeScalars.count > 3
        else { return nil }
        return String(phrase.unicodeScalars.dropFirst())
    }
}
