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

    /// The least rank of two names that differ in so many groups: an edit changes one group on either side at most, so
    /// the distance is at least half of it.
    @inline(__always)
    static func leastRank(_ left: UInt32, _ right: UInt32) -> Int {
        let different = (left ^ right).nonzeroBitCount
        return ((different + 1) & ~1) + different
    }
}
