/// A built index, read where it lies: mapped from a file or held in memory. Immutable; one value serves every thread.
package final class NameIndex: Sendable {
    nonisolated(unsafe) let base: UnsafeRawPointer
    let header: IndexHeader
    private let release: @Sendable () -> Void

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

    /// Why bytes are no index.
    package enum FormatError: Error, Equatable, CustomStringConvertible {
        case notAnIndex
        case version(UInt32)
        case otherRules
        case cut(expected: UInt64, found: Int)
        case damaged

        package var description: String {
            switch self {
            case .notAnIndex: "this is not a name index (no FLNAMES at its start)"
            case .version(let found):
                "the index has version \(found), this program reads version \(IndexHeader.version)"
            case .otherRules: "the index was built with other matching rules; build it again"
            case .cut(let expected, let found): "the index has \(found) bytes, \(expected) were expected"
            case .damaged: "a section of the index lies outside of the file"
            }
        }
    }

    /// An index over bytes that stay in place until `release` is called.
    init(base: UnsafeRawPointer, count: Int, rules: MatchingRules, release: @escaping @Sendable () -> Void)
        throws(FormatError)
    {
        guard count >= MemoryLayout<IndexHeader>.size else { throw .notAnIndex }
        let header = base.loadUnaligned(as: IndexHeader.self)
        guard header.magic == IndexHeader.magic else { throw .notAnIndex }
        guard header.version == IndexHeader.version else { throw .version(header.version) }
        guard header.rulesDigest == rules.digest else { throw .otherRules }
        guard header.fileSize == UInt64(count) else { throw .cut(expected: header.fileSize, found: count) }
        func fits(_ start: UInt64, _ items: UInt64, _ stride: Int) -> Bool {
            let (bytes, overflow) = items.multipliedReportingOverflow(by: UInt64(stride))
            return !overflow && start <= header.fileSize && bytes <= header.fileSize - start && start & 7 == 0
        }
        guard header.bucketBits < 40, fits(header.places, header.placeCount, MemoryLayout<PlaceRecord>.stride),
            fits(header.names, header.nameCount, MemoryLayout<NameRecord>.stride),
            header.formCount < UInt64(UInt32.max),
            fits(header.forms, header.formCount + 1, MemoryLayout<FormRecord>.stride),
            fits(header.signatures, header.formCount, MemoryLayout<FormSignature>.stride),
            fits(header.buckets, UInt64(1) << UInt64(header.bucketBits) + 1, 4),
            fits(header.postings, header.postingCount, 4),
            fits(header.text, header.textCount, 1), fits(header.sounds, header.soundCount, 1),
            fits(header.languages, header.languageCount, 1)
        else { throw .damaged }
        self.base = base
        self.header = header
        self.release = release
        places = (base + Int(header.places)).assumingMemoryBound(to: PlaceRecord.self)
        names = (base + Int(header.names)).assumingMemoryBound(to: NameRecord.self)
        forms = (base + Int(header.forms)).assumingMemoryBound(to: FormRecord.self)
        signatures = (base + Int(header.signatures)).assumingMemoryBound(to: FormSignature.self)
        buckets = (base + Int(header.buckets)).assumingMemoryBound(to: UInt32.self)
        postings = (base + Int(header.postings)).assumingMemoryBound(to: UInt32.self)
        text = (base + Int(header.text)).assumingMemoryBound(to: UInt8.self)
        sounds = (base + Int(header.sounds)).assumingMemoryBound(to: UInt8.self)
        let listed = UnsafeRawBufferPointer(start: base + Int(header.languages), count: Int(header.languageCount))
        languages = listed.split(separator: 10, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    deinit { release() }

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
