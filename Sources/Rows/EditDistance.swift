/// How many letters lie between two words.
package enum EditDistance {
    /// The least number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment)
    /// to come from `a` to `b`, or nil where it is more than `limit`.
    ///
    /// O(|a|·|b|) in time; words are short.
    package static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [Int](repeating: i + 1, count: b.count + 1)
            var least = i + 1
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row[j + 1] = cost
                least = min(least, cost)
            }
            guard least <= limit else { return nil }
            beforeLast = last
            last = row
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }

    /// The word of `known` nearest to `word`, for "did you mean", or nil where none is near.
    package static func nearest(to word: String, among known: [String]) -> String? {
        let bytes = Array(word.lowercased().utf8)
        let limit = max(bytes.count < 3 ? 0 : 1, bytes.count / 3)
        return known.compactMap { candidate in
            between(bytes, Array(candidate.lowercased().utf8), limit: limit).map { ($0, candidate) }
        }
        .min { $0 < $1 }?.1
    }
}
