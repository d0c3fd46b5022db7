/// Numbers for words, counted from 0 in the order in which they first come; words are bytes.
package struct WordNumbers {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// Open addressing with linear steps; -1 is free. The size is a power of two, at most half full.
    private var slots = [Int32](repeating: -1, count: 64)

    package init() {}

    package var count: Int { ends.count - 1 }

    package var words: [String] { (0..<count).map { String(decoding: bytes[ends[$0]..<ends[$0 + 1]], as: UTF8.self) } }

    /// The number of a word, which gets one if it has none.
    ///
    /// - Complexity: O(length) on average.
    package mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
        if 2 * (count + 1) > slots.count { grow() }
        var slot = Self.hash(word) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            let (start, end) = (ends[number], ends[number + 1])
            if end - start == word.count && bytes[start..<end].elementsEqual(word) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(count)
        bytes.append(contentsOf: word)
        ends.append(bytes.count)
        return slots[slot]
    }

    /// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), with the high bits mixed in.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: 2 * slots.count)
        bytes.withUnsafeBufferPointer { bytes in
            for number in 0..<count {
                let word = UnsafeBufferPointer(rebasing: bytes[ends[number]..<ends[number + 1]])
                var slot = Self.hash(word) & (slots.count - 1)
                while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = Int32(number)
            }
        }
    }
}
