/// The parts of an index file, in the order in which they lie. Each begins on a multiple of 64 bytes.
enum IndexSection: Int, CaseIterable {
    /// For the matcher, read at every query: ``PlaceRecord``, ``NameRecord``, ``FormRecord``, ``FormSignature``, where each
    /// bucket of keys starts, and the forms filed there.
    case places, names, forms, signatures, buckets, postings
    /// UTF-8 of names and ids; letters and sounds of forms; languages, a line each.
    case text, sounds, languages
    /// All else of a place, read when the place is shown: ``DetailRecord``, and the bytes that it points to.
    case details, blobs
    /// The numbers of each place's names, in the order of the gazetteer.
    case placeNames
    /// Words used by many places (sources, districts): where each ends, and their UTF-8.
    case wordEnds, words
    /// Ids → places, a hash table of ``IdentityRecord``.
    case identities
    /// The tree of the spots: their order along the curve, the spots in it, boxes of the nodes.
    case order, spots, boxes
    /// What is known of the whole, a line each: source, licence.
    case notes
}

/// Where a section lies, and the checksum of its bytes.
struct SectionRecord {
    var offset: UInt64 = 0
    var byteCount: UInt64 = 0
    var checksum: UInt64 = 0
}

/// Start of an index file. Behind it stand the ``SectionRecord``s, in the order of ``IndexSection``.
struct IndexHeader {
    /// "FLPLACES".
    static let magic: UInt64 = 0x5345_4341_4C50_4C46
    static let version: UInt32 = 2

    var magic = Self.magic
    var version = Self.version
    /// log₂ of the number of buckets.
    var bucketBits: UInt32 = 0
    var rulesDigest: UInt64 = 0
    var fileSize: UInt64 = 0
    var placeCount: UInt64 = 0
    /// All names; those that are filed under a form stand first.
    var nameCount: UInt64 = 0
    var formCount: UInt64 = 0
    /// Places that were merged into others.
    var mergedCount: UInt64 = 0
    /// Of this header, with 0 here, and of the sections' records, which hold the checksums of all else: the same number
    /// is the same index.
    var digest: UInt64 = 0

    static let sectionsStart = (MemoryLayout<IndexHeader>.size + 7) & ~7
    static let size = (sectionsStart + IndexSection.allCases.count * MemoryLayout<SectionRecord>.stride + 63) & ~63

    /// The digest that `base`, the start of an index, ought to have.
    static func digest(_ base: UnsafeRawPointer) -> UInt64 {
        var header = base.loadUnaligned(as: IndexHeader.self)
        header.digest = 0
        let own = withUnsafeBytes(of: header) { Checksum.of($0) }
        let sections = UnsafeRawBufferPointer(
            start: base + sectionsStart, count: IndexSection.allCases.count * MemoryLayout<SectionRecord>.stride)
        return Hash.mix(own ^ Hash.mix(Checksum.of(sections)))
    }
}

/// A checksum against accidents: four sums side by side, eight bytes a step. It keeps nobody from forging a file.
package enum Checksum {
    package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let prime: UInt64 = 0x9E37_79B1_85EB_CA87
        var a: UInt64 = 0x60EA_27EE_ADC0_B5D6
        var b: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        var c: UInt64 = 0
        var d: UInt64 = 0x61C8_864E_7A14_3579
        func step(_ sum: UInt64, _ word: UInt64) -> UInt64 {
            let mixed = (sum ^ word) &* prime
            return mixed << 31 | mixed >> 33
        }
        var offset = 0
        while offset + 32 <= bytes.count {
            a = step(a, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            b = step(b, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            c = step(c, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
            d = step(d, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
            offset += 32
        }
        while offset < bytes.count {
            a = step(a, UInt64(bytes[offset]))
            offset += 1
        }
        return Hash.mix(step(step(step(a, b), c), d) ^ UInt64(bytes.count))
    }
}
