import Geometry

extension IndexBuilder {
    /// The finished index as bytes. The builder is empty afterwards.
    package func finish() -> [UInt8] {
        let doubtful = doubtfulNames()
        // A neighbour's names make no place better known.
        for (name, isDoubtful) in zip(names, doubtful) where isDoubtful { places[Int(name.place)].nameCount -= 1 }
        let order = FormOrder(self)
        putForms(in: order)
        let merged = MergedPlaces(self)
        if !leaders.isEmpty { moveNames(to: merged) }
        var byPlace = NamesByPlace(self, places: merged.records.count, doubtful: doubtful)
        let filedNames = byPlace.fileByForm(self)
        var filed = PostingTable(postings, order: order)
        postings = []
        let words = WordList()
        let (detailRecords, blobs) = detailBlobs(merged, byPlace, words)
        forms.append(FormRecord(offset: UInt32(sounds.count), firstName: UInt32(byPlace.filedCount)))

        var layout = IndexLayout()
        layout.header.bucketBits = UInt32(filed.bits)
        layout.header.rulesDigest = rules.digest
        layout.header.placeCount = UInt64(merged.records.count)
        layout.header.nameCount = UInt64(filedNames.count)
        layout.header.formCount = UInt64(forms.count - 1)
        layout.header.mergedCount = UInt64(mergedBefore + places.count - merged.records.count)
        layout.add(.places, merged.records)
        layout.add(.names, filedNames)
        layout.add(.forms, forms)
        layout.add(.signatures, signatures)
        layout.add(.buckets, filed.starts)
        layout.add(.postings, filed.forms)
        filed.clear()
        layout.add(.text, text)
        layout.add(.sounds, sounds)
        var lines: [UInt8] = []
        for language in languages { lines += Array(language.utf8) + [10] }
        layout.add(.languages, lines)
        layout.add(.details, detailRecords)
        layout.add(.blobs, blobs)
        layout.add(.placeNames, byPlace.numbers)
        layout.add(.wordEnds, words.ends)
        layout.add(.words, words.text)
        layout.add(.identities, IdentityTable.records(of: merged.ids))
        let tree = SpatialIndex(
            gridLongitudes: merged.records.map(\.longitude), gridLatitudes: merged.records.map(\.latitude))
        tree.withSections { order, spots, boxes in
            layout.add(.order, order)
            layout.add(.spots, spots)
            layout.add(.boxes, boxes)
        }
        var said: [UInt8] = []
        for note in notes { said += Array(note.utf8.filter { $0 != 10 }) + [10] }
        layout.add(.notes, said)
        return layout.finish()
    }

    /// The names of merged places belong to the first of them; each remembers who lists it.
    private func moveNames(to merged: MergedPlaces) {
        for index in names.indices {
            let place = Int(names[index].place)
            let attestation = merged.attestationNumber[place]
            names[index].sources = attestation < 16 ? 1 << UInt16(attestation) : 0
            names[index].place = merged.number[place]
        }
    }

    private func detailBlobs(_ merged: MergedPlaces, _ byPlace: NamesByPlace, _ words: WordList) -> (
        [DetailRecord], [UInt8]
    ) {
        var records: [DetailRecord] = []
        records.reserveCapacity(merged.records.count + 1)
        var blob = BlobWriter()
        for place in merged.records.indices {
            records.append(DetailRecord(blob: UInt32(blob.bytes.count), firstName: byPlace.starts[place]))
            merged.blob(place, unitNames: unitNames).write(to: &blob, word: words.number)
        }
        records.append(
            DetailRecord(blob: UInt32(blob.bytes.count), firstName: byPlace.starts[merged.records.count]))
        return (records, blob.bytes)
    }
}

/// Sections on their way into a file.
private struct IndexLayout {
    var header = IndexHeader()
    private var sections = [SectionRecord](repeating: SectionRecord(), count: IndexSection.allCases.count)
    private var bytes = [UInt8](repeating: 0, count: IndexHeader.size)

    mutating func add<Element>(_ section: IndexSection, _ values: some Collection<Element>) {
        let done: Void? = values.withContiguousStorageIfAvailable { buffer in
            let raw = UnsafeRawBufferPointer(buffer)
            sections[section.rawValue] = SectionRecord(
                offset: UInt64(bytes.count), byteCount: UInt64(raw.count), checksum: Checksum.of(raw))
            bytes.append(contentsOf: raw)
            bytes.append(contentsOf: repeatElement(0, count: (64 - bytes.count & 63) & 63))
        }
        precondition(done != nil, "sections are arrays")
    }

    mutating func finish() -> [UInt8] {
        header.fileSize = UInt64(bytes.count)
        bytes.withUnsafeMutableBytes { target in
            target.storeBytes(of: header, as: IndexHeader.self)
            for (number, section) in sections.enumerated() {
                target.storeBytes(
                    of: section,
                    toByteOffset: IndexHeader.sectionsStart + number * MemoryLayout<SectionRecord>.stride,
                    as: SectionRecord.self)
            }
            header.digest = IndexHeader.digest(UnsafeRawPointer(target.baseAddress!))
            target.storeBytes(of: header, as: IndexHeader.self)
        }
        return bytes
    }
}

/// Words that many places use, each once. 0 is no word.
final class WordList {
    private var numbers: [String: Int] = [:]
    private(set) var ends: [UInt32] = []
    private(set) var text: [UInt8] = []

    func number(_ word: String) -> Int {
        if word.isEmpty { return 0 }
        if let known = numbers[word] { return known }
        text += Array(word.utf8)
        ends.append(UInt32(text.count))
        numbers[word] = ends.count
        return ends.count
    }
}

/// Where each id leads, as a hash table with open addressing, at most half full.
enum IdentityTable {
    static func records(of ids: [(id: String, place: Int)]) -> [IdentityRecord] {
        var size = 16
        while size < 2 * ids.count { size *= 2 }
        var table = [IdentityRecord](repeating: IdentityRecord(), count: size)
        for (id, place) in ids {
            let hash = hash(id)
            var slot = Int(hash) & (size - 1)
            while table[slot].place != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = IdentityRecord(hash: hash, place: UInt32(place + 1))
        }
        return table
    }

    static func hash(_ id: String) -> UInt32 {
        var id = id
        return id.withUTF8 { $0.isEmpty ? 0 : UInt32(truncatingIfNeeded: Hash.bytes($0.baseAddress!, $0.count)) }
    }
}
