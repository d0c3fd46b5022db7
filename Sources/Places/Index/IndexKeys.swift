/// The keys under which a spelling is filed, and under which a query looks.
///
/// Four kinds, told apart by `space`: the letters as they are; skeletons of the core and of the whole, with one
/// consonant left out (two where there are six or more); skeletons of single words; and, where the skeleton is too
/// short to tell names apart, the sounds in groups with one left out.
struct IndexKeys {
    private let classes: UnsafeMutablePointer<UInt8>
    private let like: UnsafeMutablePointer<UInt8>
    private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)

    init(rules: MatchingRules) {
        classes = .allocate(capacity: 64)
        classes.initialize(from: rules.alphabet.skeletonClass, count: 64)
        like = .allocate(capacity: 64)
        like.initialize(from: rules.alphabet.like, count: 64)
    }

    func deallocate() {
        classes.deallocate()
        like.deallocate()
        buffer.deallocate()
    }

    var likeTable: UnsafePointer<UInt8> { UnsafePointer(like) }

    static func letters(_ hash: UInt64) -> UInt64 { Hash.mix(hash ^ 0xA5A5) }

    func skeleton(_ sounds: UnsafePointer<Sound>, _ count: Int) -> Skeleton {
        Skeleton(sounds, count, classes: classes)
    }

    /// Keys of a skeleton: itself and its deletions.
    @inline(__always)
    func forEach(_ skeleton: Skeleton, _ body: (UInt64) -> Void) {
        let count = skeleton.count
        if count == 0 { return }
        body(Hash.mix(skeleton.bits))
        if count < 3 { return }
        for first in 0..<count {
            // The same consonant twice gives the same key twice.
            if first > 0, skeleton.bits >> UInt64(4 * first) & 15 == skeleton.bits >> UInt64(4 * first - 4) & 15 {
                continue
            }
            let less = skeleton.removing(first)
            body(Hash.mix(less.bits))
            if count < 6 || count > 10 { continue }
            for second in first..<(count - 1) { body(Hash.mix(less.removing(second).bits)) }
        }
    }

    /// Keys of the sounds in groups, for skeletons of less than three consonants.
    @inline(__always)
    func forEachShort(_ sounds: UnsafePointer<Sound>, _ count: Int, _ body: (UInt64) -> Void) {
        var length = 0
        for place in 0..<min(count, 16) {
            let group = like[Int(sounds[place])]
            if length > 0, buffer[length - 1] == group { continue }
            buffer[length] = group
            length += 1
        }
        if length == 0 { return }
        body(Hash.mix(Hash.bytes(buffer, length) ^ 0x5A5A_0000))
        if length < 3 { return }
        for gone in 0..<length {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            var before: UInt8 = 0
            for place in 0..<length where place != gone {
                if buffer[place] == before { continue }
                before = buffer[place]
                hash = (hash ^ UInt64(before)) &* 0x100_0000_01b3
            }
            body(Hash.mix(Hash.mix(hash) ^ 0x5A5A_0000))
        }
    }

    /// All keys of a reading.
    @inline(__always)
    func forEach(of reading: NameReading, _ body: (UInt64) -> Void) {
        reading.full.withUnsafeBufferPointer { full in
            reading.core.withUnsafeBufferPointer { core in
                guard let fullStart = full.baseAddress, let coreStart = core.baseAddress else { return }
                let whole = skeleton(fullStart, full.count)
                let own = skeleton(coreStart, core.count)
                forEach(own, body)
                if whole != own { forEach(whole, body) }
                if own.count < 3 { forEachShort(coreStart, core.count, body) }
                if whole != own, whole.count < 3 { forEachShort(fullStart, full.count, body) }
            }
        }
    }
}
