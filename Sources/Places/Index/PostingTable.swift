/// Forms by bucket of their keys: where each bucket starts, and the forms.
struct PostingTable {
    private(set) var bits = 8
    private(set) var starts: [UInt32]
    private(set) var forms: [UInt32]

    /// - Parameter order: where the spellings stand in the file. Buckets list them in that order.
    /// - Complexity: O(n), by counting.
    init(_ postings: [UInt64], order: FormOrder) {
        while 1 << (bits + 3) < postings.count { bits += 1 }
        let shift = UInt64(64 - bits)
        starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        for posting in postings { starts[Int(posting >> shift) + 1] += 1 }
        for bucket in 0..<(1 << bits) { starts[bucket + 1] += starts[bucket] }
        var next = starts
        forms = [UInt32](repeating: 0, count: postings.count)
        // The postings of a spelling and its parts stand together.
        var from = [Int](repeating: 0, count: order.newNumber.count + 1)
        for posting in postings { from[Int(UInt32(truncatingIfNeeded: posting)) + 1] += 1 }
        for form in order.newNumber.indices { from[form + 1] += from[form] }
        for old in order.oldNumber {
            for posting in postings[from[Int(old)]..<from[Int(old) + 1]] {
                let bucket = Int(posting >> shift)
                forms[Int(next[bucket])] = order.newNumber[Int(old)]
                next[bucket] += 1
            }
        }
    }

    /// Gives its memory back.
    mutating func clear() {
        starts = []
        forms = []
    }
}
