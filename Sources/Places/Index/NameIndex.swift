/// A built index, read where it lies: mapped from a file or held in memory. Immutable; one value serves every thread.
///
/// All that the records of the hot sections point to is checked on opening (``validate()``); everything else is read
/// through accessors that look where they step. So bytes of any content can be opened and asked without harm.
package final class NameIndex: Sendable {
    nonisolated(unsafe) let base: UnsafeRawPointer
    let header: IndexHeader
    /// Set once all is checked: bytes that are refused are the caller's to release.
    private nonisolated(unsafe) var release: (@Sendable () -> Void)?

    nonisolated(unsafe) let places: UnsafePointer<PlaceRecord>
    nonisolated(unsafe) let names: UnsafePointer<NameRecord>
    nonisolated(unsafe) let forms: UnsafePointer<FormRecord>
    nonisolated(unsafe) let signatures: UnsafePointer<FormSignature>
    nonisolated(unsafe) let buckets: UnsafePointer<UInt32>
    nonisolated(unsafe) let postings: UnsafePointer<UInt32>
    nonisolated(unsafe) let text: UnsafePointer<UInt8>
    nonisolated(unsafe) let sounds: UnsafePointer<UInt8>
    let languages: [String]

    package var placeCount: Int { Int(header.placeCount) }
    package var nameCount: Int { Int(header.nameCount) }
    package var byteCount: Int { Int(header.fileSize) }
    package var formCount: Int { Int(header.formCount) }
    /// How many rows of the sources were merged into others.
    package var mergedCount: Int { Int(header.mergedCount) }
    /// The same for the same content.
    package var digest: UInt64 { header.digest }

    /// An index over bytes that stay in place, and as they are, until `release` is called.
    init(base: UnsafeRawPointer, count: Int, rules: MatchingRules, release: @escaping @Sendable () -> Void)
        throws(FormatError)
    {
        guard count >= 8, base.loadUnaligned(as: UInt64.self) == IndexHeader.magic else { throw .notAnIndex }
        guard count >= IndexHeader.size else { throw .cut(expected: UInt64(IndexHeader.size), found: count) }
        let header = base.loadUnaligned(as: IndexHeader.self)
        guard header.version == IndexHeader.version else { throw .version(header.version) }
        guard header.rulesDigest == rules.digest else { throw .otherRules }
        guard header.fileSize == UInt64(count) else { throw .cut(expected: header.fileSize, found: count) }
        guard header.digest == IndexHeader.digest(base) else { throw .damaged(section: "header") }
        func start<Record>(_ section: IndexSection, _ type: Record.Type, _ items: UInt64?) throws(FormatError)
            -> UnsafePointer<Record>
        {
            let record = Self.record(base, section)
            let stride = UInt64(MemoryLayout<Record>.stride)
            guard record.offset & 63 == 0, record.offset <= header.fileSize,
                record.byteCount <= header.fileSize - record.offset, record.byteCount % stride == 0,
                items.map({ record.byteCount / stride == $0 }) ?? true
            else { throw .damaged(section: "\(section)") }
            return (base + Int(record.offset)).assumingMemoryBound(to: type)
        }
        guard header.bucketBits < 40, header.placeCount < UInt64(UInt32.max), header.nameCount < UInt64(UInt32.max),
            header.formCount < UInt64(UInt32.max)
        else { throw .damaged(section: "header") }
        places = try start(.places, PlaceRecord.self, header.placeCount)
        names = try start(.names, NameRecord.self, header.nameCount)
        forms = try start(.forms, FormRecord.self, header.formCount + 1)
        signatures = try start(.signatures, FormSignature.self, header.formCount)
        buckets = try start(.buckets, UInt32.self, UInt64(1) << UInt64(header.bucketBits) + 1)
        postings = try start(.postings, UInt32.self, nil)
        text = try start(.text, UInt8.self, nil)
        sounds = try start(.sounds, UInt8.self, nil)
        for section in IndexSection.allCases { _ = try start(section, UInt8.self, nil) }
        self.base = base
        self.header = header
        languages = Self.bytes(base, .languages).split(separator: 10, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        try validate()
        self.release = release
    }

    deinit { release?() }

    /// An index over bytes in memory, as ``IndexBuilder/finish()`` gives them.
    package convenience init(bytes: [UInt8], rules: MatchingRules = .standard) throws(FormatError) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
        bytes.withUnsafeBytes { source in
            if let from = source.baseAddress { copy.copyMemory(from: from, byteCount: source.count) }
        }
        nonisolated(unsafe) let memory = copy
        do {
            try self.init(base: copy, count: bytes.count, rules: rules) { memory.deallocate() }
        } catch {
            copy.deallocate()
            throw error
        }
    }

    // MARK: Sections

    static func record(_ base: UnsafeRawPointer, _ section: IndexSection) -> SectionRecord {
        base.loadUnaligned(
            fromByteOffset: IndexHeader.sectionsStart + section.rawValue * MemoryLayout<SectionRecord>.stride,
            as: SectionRecord.self)
    }

    static func bytes(_ base: UnsafeRawPointer, _ section: IndexSection) -> UnsafeRawBufferPointer {
        let record = record(base, section)
        return UnsafeRawBufferPointer(start: base + Int(record.offset), count: Int(record.byteCount))
    }

    func bytes(_ section: IndexSection) -> UnsafeRawBufferPointer { Self.bytes(base, section) }

    func values<Value>(_ section: IndexSection, _ type: Value.Type) -> UnsafeBufferPointer<Value> {
        bytes(section).assumingMemoryBound(to: type)
    }

    // MARK: Reading

    /// The names with a spelling, or with the spelling that it is a part of.
    @inline(__always)
    func namesOf(form: UInt32) -> Range<Int> {
        var number = Int(form)
        if forms[number].flags & FormRecord.part != 0 { number = Int(forms[number].firstName) }
        var next = number + 1
        // Parts stand behind their whole.
        while forms[next].flags & FormRecord.part != 0 { next += 1 }
        return Int(forms[number].firstName)..<Int(forms[next].firstName)
    }

    func string(_ start: UInt32, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: text + Int(start), count: count), as: UTF8.self)
    }

    /// A place by its number.
    package func place(_ number: Int) -> MatchedPlace {
        let record = places[number]
        let secondID = record.text + UInt32(record.idLength)
        return MatchedPlace(
            number: number, id: string(record.text, Int(record.idLength)),
            secondID: string(secondID, Int(record.secondIDLength)),
            name: string(secondID + UInt32(record.secondIDLength), Int(record.nameLength)),
            kind: GazetteerPlace.Kind(rawValue: record.kind) ?? .other, latitude: Double(record.latitude) / 1e7,
            longitude: Double(record.longitude) / 1e7, population: Int(record.population))
    }
}

/// A place of an index, as an answer names it.
package struct MatchedPlace: Sendable, Equatable {
    package let number: Int
    package let id: String
    package let secondID: String
    package let name: String
    package let kind: GazetteerPlace.Kind
    package let latitude: Double
    package let longitude: Double
    package let population: Int
}
