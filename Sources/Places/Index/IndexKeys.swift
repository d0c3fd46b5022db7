/// The keys under which a spelling is filed, and under which a query looks.
///
/// Three kinds: the first letters, also with one or two left out (for typing errors); skeletons of the core and of the
/// whole, also with one consonant left out; and, where the skeleton is too short to tell names apart, the sounds in groups
/// with one left out.
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

    /// Typing errors are looked for in so many letters at the start of a name.
    static let prefix = 6

    /// Keys of the first letters, as they are and with one left out, or with two left out: two names within two edits share
    /// one of them (Garbe 2012, "1000x faster spelling correction algorithm").
    @inline(__always)
    func forEachLetters(
        _ letters: UnsafePointer<UInt8>, _ count: Int, leavingOutTwo: Bool, _ body: (UInt64) -> Void
    ) {
        let length = min(count, Self.prefix)
        // Two wrong of five is another name.
        if length < (leavingOutTwo ? Self.prefix : 2) { return }
        // Five bits a letter would not do for other scripts; a byte each fits.
        var word: UInt64 = 0
        for place in 0..<length { word |= UInt64(letters[place]) << UInt64(8 * place) }
        if !leavingOutTwo { body(Hash.mix(word ^ Self.letterSpace)) }
        if length < 3 { return }
        for first in 0..<length {
            // The same letter twice gives the same key twice.
            if first > 0, letters[first] == letters[first - 1] { continue }
            let less = Self.leavingOut(first, of: word)
            if leavingOutTwo {
                for second in first..<(length - 1) {
                    body(Hash.mix(Self.leavingOut(second, of: less) ^ Self.letterSpace))
                }
            } else {
                body(Hash.mix(less ^ Self.letterSpace))
            }
        }
    }

    @inline(__always)
    private static func leavingOut(_ place: Int, of word: UInt64) -> UInt64 {
        let low = (UInt64(1) << UInt64(8 * place)) &- 1
        return word & low | word >> 8 & ~low
    }

    private static let letterSpace: UInt64 = 0xC35A_0000_0000_0000

    func skeleton(_ sounds: UnsafePointer<Sound>, _ count: Int) -> Skeleton {
        Skeleton(sounds, count, classes: classes)
    }

    /// Keys of a skeleton: itself, or with one consonant left out.
    @inline(__always)
    private func forEach(_ skeleton: Skeleton, leavingOut: Bool, _ body: (UInt64) -> Void) {
        let count = skeleton.count
        if count == 0 { return }
        guard leavingOut else { return body(Hash.mix(skeleton.bits)) }
        if count < 3 { return }
        for first in 0..<count {
            // The same consonant twice gives the same key twice.
            if first > 0, skeleton.bits >> UInt64(4 * first) & 15 == skeleton.bits >> UInt64(4 * first - 4) & 15 {
                continue
            }
            body(Hash.mix(skeleton.removing(first).bits))
        }
    }

    /// Keys of the sounds in groups, for skeletons of less than three consonants.
    @inline(__always)
    private func forEachShort(
        _ sounds: UnsafePointer<Sound>, _ count: Int, leavingOut: Bool, _ body: (UInt64) -> Void
    ) {
        var length = 0
        for place in 0..<min(count, 16) {
            let group = like[Int(sounds[place])]
            if length > 0, buffer[length - 1] == group { continue }
            buffer[length] = group
            length += 1
        }
        if length == 0 { return }
        guard leavingOut else { return body(Hash.mix(Hash.bytes(buffer, length) ^ 0x5A5A_0000)) }
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

    /// Keys of a reading: those of all its consonants, or those with one left out.
    @inline(__always)
    func forEach(of reading: NameReading, leavingOut: Bool, _ body: (UInt64) -> Void) {
        reading.full.withUnsafeBufferPointer { full in
            reading.core.withUnsafeBufferPointer { core in
                guard let fullStart = full.baseAddress, let coreStart = core.baseAddress else { return }
                let whole = skeleton(fullStart, full.count)
                let own = skeleton(coreStart, core.count)
                forEach(own, leavingOut: leavingOut, body)
                if whole != own { forEach(whole, leavingOut: leavingOut, body) }
                if own.count < 3 { forEachShort(coreStart, core.count, leavingOut: leavingOut, body) }
                if whole != own, whole.count < 3 {
                    forEachShort(fullStart, full.count, leavingOut: leavingOut, body)
                }
            }
        }
    }
}
