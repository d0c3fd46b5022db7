/// The consonants of a name, in classes of four bits: the first sixteen, the first one in the lowest bits.
struct Skeleton: Hashable {
    var bits: UInt64 = 0

    /// Number of consonants.
    var count: Int { (64 - bits.leadingZeroBitCount + 3) >> 2 }

    @inline(__always)
    init(_ sounds: UnsafePointer<Sound>, _ count: Int, classes: UnsafePointer<UInt8>) {
        var shift: UInt64 = 0
        for offset in 0..<count {
            let value = UInt64(classes[Int(sounds[offset])])
            if value != 0, shift < 64 {
                bits |= value << shift
                shift += 4
            }
        }
    }

    init(bits: UInt64) { self.bits = bits }

    /// Without the consonant at a place.
    @inline(__always)
    func removing(_ place: Int) -> Skeleton {
        let low = (UInt64(1) << UInt64(4 * place)) &- 1
        return Skeleton(bits: bits & low | bits >> 4 & ~low)
    }
}
