/// Edit distance by bits, for the fast filter: sounds of one group count as equal.
///
/// Myers' algorithm in Hyyrö's form (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances"): one word of 64 bits holds a column, so a name costs a dozen operations a sound.
struct BitDistance {
    /// Bit i is set where sound i of the pattern is like the sound.
    private let peq = UnsafeMutablePointer<UInt64>.allocate(capacity: Alphabet.capacity)
    private let ofGroup = UnsafeMutablePointer<UInt64>.allocate(capacity: Alphabet.capacity)
    private var count = 0

    func deallocate() {
        peq.deallocate()
        ofGroup.deallocate()
    }

    mutating func setPattern(_ sounds: [Sound], like: UnsafePointer<UInt8>) {
        ofGroup.update(repeating: 0, count: Alphabet.capacity)
        count = min(sounds.count, 64)
        for place in 0..<count { ofGroup[Int(like[Int(sounds[place])])] |= 1 << UInt64(place) }
        // Group 0 is no group: its sounds are like none.
        ofGroup[0] = 0
        for sound in 0..<Alphabet.capacity { peq[sound] = ofGroup[Int(like[sound])] }
    }

    /// Distance of the pattern to a text; above `most` some number above it.
    @inline(__always)
    func distance(to text: UnsafePointer<Sound>, _ length: Int, atMost most: Int) -> Int {
        if count == 0 { return length }
        if abs(length &- count) > most { return most &+ 1 }
        let peq = self.peq
        var pv = ~UInt64(0)
        var mv: UInt64 = 0
        var score = count
        // Each step to come can take off one edit at the most.
        var least = count &- length
        let last = UInt64(truncatingIfNeeded: count &- 1)
        for place in 0..<length {
            let eq = peq[Int(text[place])]
            let d0 = (((eq & pv) &+ pv) ^ pv) | eq | mv
            var ph = mv | ~(d0 | pv)
            var mh = pv & d0
            let change =
                Int(truncatingIfNeeded: ph &>> last & 1) &- Int(truncatingIfNeeded: mh &>> last & 1)
            score &+= change
            least &+= change &+ 1
            if least > most { return most &+ 1 }
            ph = ph &<< 1 | 1
            mh = mh &<< 1
            pv = mh | ~(d0 | ph)
            mv = ph & d0
        }
        return score
    }
}
