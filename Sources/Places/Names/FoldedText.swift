/// A text after the two passes of folding: letter codes, sounds, and the words that they form.
///
/// Buffers are fixed and reused from name to name; what does not fit is cut off (no place name is that long).
final class FoldedText {
    static let capacity = 120

    /// One word, as ranges of letters and of sounds.
    struct Word {
        var letterStart = 0
        var letterEnd = 0
        var soundStart = 0
        var soundEnd = 0
        var isArabic = false
        var role = WordTable.Role.core
        /// Index into the word table where the role is not core.
        var entry = -1
        /// An article was written together with the word (ال, El-).
        var hadArticle = false
    }

    let letters = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    /// Byte offset of each letter in the text.
    let letterSource = UnsafeMutablePointer<UInt16>.allocate(capacity: capacity)
    var letterCount = 0
    let sounds = UnsafeMutablePointer<Sound>.allocate(capacity: capacity * 2)
    /// First letter of each sound.
    let soundLetter = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    /// Rule of the spelling table that made the sound, -1 for letters of other scripts.
    let soundRule = UnsafeMutablePointer<Int16>.allocate(capacity: capacity * 2)
    var soundCount = 0
    var words: [Word] = []

    init() { words.reserveCapacity(16) }

    deinit {
        letters.deallocate()
        letterSource.deallocate()
        sounds.deallocate()
        soundLetter.deallocate()
        soundRule.deallocate()
    }

    /// Hash of the letters without word breaks: equal for names that differ in case, accents and spaces only.
    var letterHash: UInt64 { Hash.bytes(letters, letterCount) }
}
