import Rows

/// Edit distance of folded keys, behind a length test that spares most of the work.
enum EditDistanceOfKeys {
    static func between(_ a: [UInt8], _ b: String, limit: Int) -> Int? {
        guard abs(a.count - b.utf8.count) <= limit else { return nil }
        return EditDistance.between(a, Array(b.utf8), limit: limit)
    }
}
