package import Geometry

extension NameIndex {
    /// The place with all that is known of it.
    ///
    /// - Complexity: O(its names), some microseconds.
    package func wholePlace(_ number: Int) -> Place {
        let record = places[number]
        let basic = place(number)
        let blob = blob(number)
        let kind = PlaceKind(rawValue: blob.kind) ?? .other
        var place = Place(
            id: basic.id, name: basic.name, names: placeNames(number, isMerged: blob.attestations.count > 1),
            coordinate: coordinate(record), uncertaintyInMetres: blob.uncertaintyInMetres, kind: kind,
            parent: blob.parent, population: blob.population, shape: blob.shape, otherIDs: blob.otherIDs,
            sources: blob.sources, line: blob.line)
        place.district = blob.district
        place.region = blob.region
        place.attestations = blob.attestations
        place.doubles = blob.doubles
        place.origins = blob.origins
        return place
    }

    /// All ids of a place, its own first.
    package func ids(_ number: Int) -> [String] { card(number).ids }

    /// What an answer tells of a place, which is read much faster than the whole of it.
    package func card(_ number: Int) -> PlaceCard {
        let record = places[number]
        var card = PlaceCard(
            name: string(
                record.text + UInt32(record.idLength) + UInt32(record.secondIDLength), Int(record.nameLength)),
            coordinate: coordinate(record), ids: [string(record.text, Int(record.idLength))])
        guard var blob = blobReader(number) else { return card }
        card.kind = PlaceKind(rawValue: word(blob.number())) ?? .other
        card.uncertaintyInMetres = Double(blob.number()) / 10
        PlaceBlob.skipToIDs(&blob)
        for _ in 0..<blob.count() { card.ids.append(blob.text()) }
        return card
    }

    package func coordinate(_ number: Int) -> Coordinate { coordinate(places[number]) }

    /// The number of the place with that id, its own or another's.
    package func number(id: String) -> Int? {
        let table = values(.identities, IdentityRecord.self)
        guard table.count > 0, table.count & (table.count - 1) == 0, !id.isEmpty else { return nil }
        let hash = IdentityTable.hash(id)
        var slot = Int(hash) & (table.count - 1)
        for _ in 0..<table.count {
            let record = table[slot]
            guard record.place > 0 else { return nil }
            let number = Int(record.place) - 1
            if record.hash == hash, number < placeCount, ids(number).contains(id) { return number }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    /// What is said of the whole: sources and licences, a line each.
    package var notes: [String] {
        bytes(.notes).split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The places as points, to be asked which are nearest, within a distance or within a box; by place number.
    package var spots: SpatialIndex { spotTree ?? SpatialIndex([]) }

    var spotTree: SpatialIndex? {
        SpatialIndex(
            order: bytes(.order), points: bytes(.spots), boxes: bytes(.boxes), owner: self)
    }

    private func coordinate(_ record: PlaceRecord) -> Coordinate {
        Coordinate(longitude: Double(record.longitude) / 1e7, latitude: Double(record.latitude) / 1e7)
    }

    /// The kind alone, which is read much faster than the whole place.
    func kind(_ number: Int) -> PlaceKind {
        guard var reader = blobReader(number) else { return .other }
        return PlaceKind(rawValue: word(reader.number())) ?? .other
    }

    private func blob(_ number: Int) -> PlaceBlob {
        guard var reader = blobReader(number) else { return PlaceBlob() }
        return PlaceBlob(&reader, word: word)
    }

    private func blobReader(_ number: Int) -> BlobReader? {
        let details = values(.details, DetailRecord.self)
        let bytes = bytes(.blobs)
        let start = Int(details[number].blob)
        let end = Int(details[number + 1].blob)
        guard start <= end, end <= bytes.count else { return nil }
        return BlobReader(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }

    private func word(_ number: Int) -> String {
        let ends = values(.wordEnds, UInt32.self)
        guard number > 0, number <= ends.count else { return "" }
        let start = number > 1 ? Int(ends[number - 2]) : 0
        let end = Int(ends[number - 1])
        let bytes = bytes(.words)
        guard start <= end, end <= bytes.count else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The numbers of a place's names, in the order of the gazetteer.
    func nameNumbers(_ place: Int) -> UnsafeBufferPointer<UInt32>.SubSequence {
        let details = values(.details, DetailRecord.self)
        let numbers = values(.placeNames, UInt32.self)
        let start = Int(details[place].firstName)
        let end = Int(details[place + 1].firstName)
        guard start <= end, end <= numbers.count else { return numbers[0..<0] }
        return numbers[start..<end]
    }

    private func placeNames(_ place: Int, isMerged: Bool) -> [PlaceName] {
        nameNumbers(place).compactMap { number in
            guard Int(number) < nameCount else { return nil }
            return name(Int(number), isMerged: isMerged)
        }
    }

    /// One name as the gazetteer has it.
    package func name(_ number: Int, isMerged: Bool = false) -> PlaceName {
        let record = names[number]
        var name = PlaceName(
            text: string(record.text, Int(record.textLength)),
            language: LanguageTag.bcp47(languages[Int(record.language)]))
        name.kind = GazetteerName.Kind(rawValue: record.kind & ~NameRecord.doubtful) ?? .other
        name.isDoubtful = record.kind & NameRecord.doubtful != 0
        if isMerged { name.sources = (0..<16).filter { record.sources & (1 << UInt16($0)) != 0 } }
        return name
    }
}
