/// Forms by bucket of their keys: where each bucket starts, and the forms.
struct PostingTable {
    private(set) var bits = 8
    private(set) var starts: [UInt32]
    private(set) var forms: [UInt32]

    /// - Complexity: O(n), by counting.
    init(_ postings: [UInt64]) {
        while 1 << (bits + 3) < postings.count { bits += 1 }
        let shift = UInt64(64 - bits)
        starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        for posting in postings { starts[Int(posting >> shift) + 1] += 1 }
        for bucket in 0..<(1 << bits) { starts[bucket + 1] += starts[bucket] }
        var next = starts
        forms = [UInt32](repeating: 0, count: postings.count)
        for posting in postings {
            let bucket = Int(posting >> shift)
            forms[Int(next[bucket])] = UInt32(truncatingIfNeeded: posting)
            next[bucket] += 1
        }
    }
}
