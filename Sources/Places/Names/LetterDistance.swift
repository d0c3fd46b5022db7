/// Plain edit distance of letter codes, by bits (see ``BitDistance``), for names of up to 64 letters.
struct LetterDistance {
    private let peq = UnsafeMutablePointer<UInt64>.allocate(capacity: 256)
    private var pattern: [UInt8] = []

    init() { peq.initialize(repeating: 0, count: 256) }

    func deallocate() { peq.deallocate() }

    mutating func setPattern(_ letters: UnsafePointer<UInt8>, _ count: Int) {
        for letter in pattern { peq[Int(letter)] = 0 }
        pattern.removeAll(keepingCapacity: true)
        for place in 0..<min(count, 64) {
            pattern.append(letters[place])
            peq[Int(letters[place])] |= 1 << UInt64(place)
        }
    }

    /// Edits between the pattern and a text: letters wrong, missing, too many, or swapped with the next. Above `most`
    /// some number above it.
    @inline(__always)
    func edits(to text: UnsafePointer<UInt8>, _ length: Int, atMost most: Int = .max) -> Int {
        let count = pattern.count
        if count == 0 { return length }
        // Each step to come can take off one edit at the most.
        var least = count - length
        var pv = ~UInt64(0)
        var mv: UInt64 = 0
        var d0: UInt64 = 0
        var before: UInt64 = 0
        var score = count
        let last = UInt64(1) << UInt64(count - 1)
        for place in 0..<length {
            let eq = peq[Int(text[place])]
            let swapped = ((~d0 & eq) << 1) & before
            d0 = ((((eq & pv) &+ pv) ^ pv) | eq | mv) | swapped
            before = eq
            var ph = mv | ~(d0 | pv)
            var mh = pv & d0
            if ph & last != 0 {
                score += 1
                least += 1
            }
            if mh & last != 0 {
                score -= 1
                least -= 1
            }
            least += 1
            if least > most { return least }
            ph = ph << 1 | 1
            mh <<= 1
            pv = mh | ~(d0 | ph)
            mv = ph & d0
        }
        return score
    }

    var length: Int { pattern.count }
}
