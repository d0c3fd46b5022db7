/// Which groups of sounds a name has, once (lower half) and twice or more (upper half): a bound for edit distances.
enum SoundSignature {
    static func of(_ sounds: UnsafePointer<Sound>, _ count: Int, like: UnsafePointer<UInt8>) -> UInt32 {
        var once: UInt32 = 0
        var twice: UInt32 = 0
        for place in 0..<count {
            let bit = UInt32(1) << UInt32(like[Int(sounds[place])] & 15)
            twice |= once & bit
            once |= bit
        }
        return once | twice << 16
    }

    static func of(_ sounds: [Sound], like: UnsafePointer<UInt8>) -> UInt32 {
        sounds.withUnsafeBufferPointer { $0.isEmpty ? 0 : of($0.baseAddress!, $0.count, like: like) }
    }

    /// In how many groups two signatures differ, for two pairs at once: the lower half and the upper half of `bits` hold
    /// where either pair differs. By hand: without an instruction for it the compiler calls a function.
    @inline(__always)
    static func differences(_ bits: UInt64) -> (Int, Int) {
        var bits = bits
        bits = bits &- (bits >> 1 & 0x5555_5555_5555_5555)
        bits = (bits & 0x3333_3333_3333_3333) &+ (bits >> 2 & 0x3333_3333_3333_3333)
        bits = (bits &+ bits >> 4) & 0x0F0F_0F0F_0F0F_0F0F
        bits = bits &* 0x0101_0101
        return (Int(bits >> 24 & 0xFF), Int(bits >> 56))
    }

    /// The least rank of two names that differ in so many groups: an edit changes one group on either side at most, so
    /// the distance is at least half of it.
    @inline(__always)
    static func leastRank(_ different: Int) -> Int { ((different &+ 1) & ~1) &+ different }
}
