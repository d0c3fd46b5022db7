/// The records of an index file, as they lie in memory (little-endian, naturally aligned).

/// One distinct spelling after folding.
struct FormRecord {
    /// Where letters, full reading and core stand in the sounds section, one after the other.
    var offset: UInt32 = 0
    /// First name with this spelling; of a part, the spelling that it is a part of.
    var firstName: UInt32 = 0
    var generics: UInt64 = 0
    var modifiers: UInt32 = 0
    var letterCount: UInt8 = 0
    var fullCount: UInt8 = 0
    /// The core is the full reading, and not stored again.
    var coreCount: UInt8 = 0
    var flags: UInt8 = 0

    static let arabic: UInt8 = 1
    static let article: UInt8 = 2
    static let coreIsFull: UInt8 = 4
    /// Only some words of a name.
    static let part: UInt8 = 8
}

/// Which groups of sounds occur in a spelling (see ``SoundSignature``): apart from the records, since most spellings
/// that are looked at are given up on this evidence.
struct FormSignature {
    var full: UInt32 = 0
    var core: UInt32 = 0
}

/// One name of one place. Sorted by form.
struct NameRecord {
    var place: UInt32 = 0
    var text: UInt32 = 0
    var textLength: UInt16 = 0
    var language: UInt8 = 0
    /// 0 preferred, 1 variant, 2 other (historical, colloquial); with ``doubtful`` added where a neighbour claims it.
    var kind: UInt8 = 0

    static let doubtful: UInt8 = 0x80
}

/// One place. Its id, second id and name stand one after the other in the text section.
struct PlaceRecord {
    /// Degrees × 10⁷.
    var latitude: Int32 = 0
    var longitude: Int32 = 0
    var population: UInt32 = 0
    var text: UInt32 = 0
    /// Hash of the ids of region and county, 0 where unknown: for "is in the same".
    var region: UInt32 = 0
    var county: UInt32 = 0
    var nameCount: UInt16 = 0
    var nameLength: UInt16 = 0
    var idLength: UInt8 = 0
    var secondIDLength: UInt8 = 0
    var kind: UInt8 = 0
    /// Languages with a name: the better a place is known, the more.
    var languageCount: UInt8 = 0
}

/// Start of an index file.
struct IndexHeader {
    /// "FLNAMES" and a zero.
    static let magic: UInt64 = 0x0053_454D_414E_4C46
    static let version: UInt32 = 1

    var magic = Self.magic
    var version = Self.version
    /// log₂ of the number of buckets.
    var bucketBits: UInt32 = 0
    var rulesDigest: UInt64 = 0
    var placeCount: UInt64 = 0
    var nameCount: UInt64 = 0
    var formCount: UInt64 = 0
    var postingCount: UInt64 = 0
    var textCount: UInt64 = 0
    var soundCount: UInt64 = 0
    /// Byte offsets of the sections.
    var places: UInt64 = 0
    var names: UInt64 = 0
    var forms: UInt64 = 0
    var signatures: UInt64 = 0
    var buckets: UInt64 = 0
    var postings: UInt64 = 0
    var text: UInt64 = 0
    var sounds: UInt64 = 0
    var languages: UInt64 = 0
    var languageCount: UInt64 = 0
    var fileSize: UInt64 = 0
}
