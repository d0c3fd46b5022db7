/// Edit distance by bits, for the fast filter: sounds of one group count as equal.
///
/// Myers' algorithm in Hyyrö's form (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances"): one word of 64 bits holds a column, so a name costs a dozen operations a sound.
struct BitDistance {
    /// Bit i is set where sound i of the pattern is like the sound.
    private let peq = UnsafeMutablePointer<UInt64>.allocate(capacity: Alphabet.capacity)
    private var count = 0
    private var identity: UInt64 = 0

    func deallocate() { peq.deallocate() }

    mutating func setPattern(_ sounds: [Sound], like: UnsafePointer<UInt8>) {
        peq.update(repeating: 0, count: Alphabet.capacity)
        count = min(sounds.count, 64)
        identity = sounds.withUnsafeBufferPointer { $0.baseAddress.map { Hash.bytes($0, count) } ?? 0 }
        for sound in 1..<Alphabet.capacity where like[sound] != 0 {
            var bits: UInt64 = 0
            for place in 0..<count where like[Int(sounds[place])] == like[sound] { bits |= 1 << UInt64(place) }
            peq[sound] = bits
        }
    }

    /// Both have the same pattern.
    @inline(__always)
    func isLike(_ other: BitDistance) -> Bool { identity == other.identity }

    /// Distance of the pattern to a text.
    @inline(__always)
    func distance(to text: UnsafePointer<Sound>, _ length: Int) -> Int {
        if count == 0 { return length }
        var pv = ~UInt64(0)
        var mv: UInt64 = 0
        var score = count
        let last = UInt64(1) << UInt64(count - 1)
        for place in 0..<length {
            let eq = peq[Int(text[place])]
            let d0 = (((eq & pv) &+ pv) ^ pv) | eq | mv
            var ph = mv | ~(d0 | pv)
            var mh = pv & d0
            if ph & last != 0 { score += 1 }
            if mh & last != 0 { score -= 1 }
            ph = ph << 1 | 1
            mh <<= 1
            pv = mh | ~(d0 | ph)
            mv = ph & d0
        }
        return score
    }
}
