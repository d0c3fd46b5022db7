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

/// One name of one place. Those that are filed stand first, sorted by form; behind them those that add nothing to find.
struct NameRecord {
    var place: UInt32 = 0
    var text: UInt32 = 0
    var textLength: UInt16 = 0
    var language: UInt8 = 0
    /// ``GazetteerName/Kind``; with ``doubtful`` added where a neighbour claims it.
    var kind: UInt8 = 0
    /// Which of the place's attestations list the name: a bit each.
    var sources: UInt16 = 0
    /// Zero, so that no byte of the file is left to chance.
    var unused: UInt16 = 0

    static let doubtful: UInt8 = 0x80
}

/// One place, as much of it as the matcher weighs. Its id, second id and name stand one after the other in the text.
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
    /// ``GazetteerPlace/Kind``: the coarse one.
    var kind: UInt8 = 0
    /// Languages with a name: the better a place is known, the more.
    var languageCount: UInt8 = 0
}

/// Where the rest of a place stands; one more than there are places, for the end of the last.
struct DetailRecord {
    /// Byte of the blobs where its own begins.
    var blob: UInt32 = 0
    /// First of its entries among the names by place.
    var firstName: UInt32 = 0
}

/// An id, and the place that has it. Empty where `place` is 0.
struct IdentityRecord {
    var hash: UInt32 = 0
    /// The place's number + 1.
    var place: UInt32 = 0
}
