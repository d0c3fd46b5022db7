import Geometry

/// The builder's places after merging: each with all that its rows say.
struct MergedPlaces {
    private(set) var records: [PlaceRecord] = []
    /// The merged place of each row.
    private(set) var number: [UInt32] = []
    /// Which row of its place each row is, from 0.
    private(set) var attestationNumber: [Int] = []
    /// Every id, with the place that it leads to; of rows with the same id, the first.
    private(set) var ids: [(id: String, place: Int)] = []
    private var rows: [[Int]] = []
    private var doubles: [Int: [String]] = [:]
    private let builder: IndexBuilder

    init(_ builder: IndexBuilder) {
        self.builder = builder
        let places = builder.places
        number.reserveCapacity(places.count)
        rows.reserveCapacity(places.count)
        for place in places.indices {
            let leader = builder.leaders.isEmpty ? place : Int(builder.leaders[place])
            if leader == place {
                number.append(UInt32(rows.count))
                rows.append([place])
            } else {
                number.append(number[leader])
                rows[Int(number[leader])].append(place)
            }
        }
        for (leader, place) in builder.shown {
            let into = Int(number[leader])
            rows[into] = [place] + rows[into].filter { $0 != place }
        }
        attestationNumber = [Int](repeating: 0, count: places.count)
        records.reserveCapacity(rows.count)
        for rows in rows {
            var record = places[rows[0]]
            for (position, number) in rows.enumerated().dropFirst() {
                attestationNumber[number] = position
                let row = places[number]
                if record.population == 0 { record.population = row.population }
                if record.kind == 0 { record.kind = row.kind }
                if record.region == 0 { record.region = row.region }
                if record.county == 0 { record.county = row.county }
                // The same names twice make no place better known.
                record.nameCount = max(record.nameCount, row.nameCount)
                record.languageCount = max(record.languageCount, row.languageCount)
            }
            records.append(record)
        }
        // A place's own id comes before another's word that it is that place.
        for (place, rows) in rows.enumerated() { for row in rows { ids.append((id(row), place)) } }
        for (place, rows) in rows.enumerated() {
            for row in rows { for other in otherIDs(row) { ids.append((other, place)) } }
        }
        for (first, second) in builder.doubles where number[first] != number[second] {
            doubles[Int(number[first]), default: []].append(id(second))
            doubles[Int(number[second]), default: []].append(id(first))
        }
    }

    private func id(_ row: Int) -> String { builder.ids(row)[0] }

    private func otherIDs(_ row: Int) -> ArraySlice<String> { builder.ids(row).dropFirst() }

    private func coordinate(_ row: Int) -> Coordinate {
        Coordinate(
            longitude: Double(builder.places[row].longitude) / 1e7, latitude: Double(builder.places[row].latitude) / 1e7
        )
    }

    /// All of a merged place that stands in no record. What several rows say, the first says that says anything.
    func blob(_ place: Int, unitNames: [String: String]) -> PlaceBlob {
        let rows = rows[place]
        let first = builder.details[rows[0]]
        func said<Value>(_ value: (PlaceDetails) -> Value?) -> Value? {
            for row in rows { if let found = value(builder.details[row]) { return found } }
            return nil
        }
        func unit(_ value: (PlaceDetails) -> PlaceUnit?) -> PlaceUnit? {
            said(value).map { PlaceUnit(id: $0.id, name: $0.name.isEmpty ? unitNames[$0.id] ?? "" : $0.name) }
        }
        var blob = PlaceBlob()
        var kind = said { $0.kind == .other ? nil : $0.kind }
        // The largest of settlements: a row without a number of people makes no village of a town.
        let sizes: [PlaceKind] = [.city, .town]
        if kind?.isSettlement == true {
            kind = sizes.first { size in rows.contains { builder.details[$0].kind == size } } ?? kind
        }
        let coarse = GazetteerPlace.Kind(rawValue: records[place].kind) ?? .other
        blob.kind = (kind ?? first.kind ?? coarse.kind(population: Int(records[place].population))).rawValue
        blob.population = said(\.population) ?? (records[place].population > 0 ? Int(records[place].population) : nil)
        blob.district = unit(\.district)
        blob.region = unit(\.region)
        blob.parent = said(\.parent)
        if blob.parent == nil {
            // A district is no part of itself.
            let own = Set(rows.map(id))
            blob.parent =
                [blob.district, blob.region].compactMap { $0 }.first { !own.contains($0.id) && !$0.name.isEmpty }?
                .name
        }
        var known: Set<String> = [id(rows[0])]
        for row in rows where row != rows[0] { if known.insert(id(row)).inserted { blob.otherIDs.append(id(row)) } }
        for row in rows { for id in otherIDs(row) where known.insert(id).inserted { blob.otherIDs.append(id) } }
        for row in rows {
            for source in builder.details[row].sources where !blob.sources.contains(source) {
                blob.sources.append(source)
            }
        }
        if case .point = first.shape {
            blob.shape = said { if case .point = $0.shape { nil } else { $0.shape } } ?? .point
        } else {
            blob.shape = first.shape
        }
        blob.line = first.line
        blob.origins = first.origins
        blob.uncertaintyInMetres = first.uncertaintyInMetres
        if rows.count > 1 || !first.gazetteer.isEmpty {
            blob.attestations = rows.map {
                Attestation(id: id($0), gazetteer: builder.details[$0].gazetteer, coordinate: coordinate($0))
            }
        }
        if rows.count > 1 {
            let spread = rows.dropFirst().map { Geodesic.distanceInMetres(coordinate(rows[0]), coordinate($0)) }
            blob.uncertaintyInMetres = max(first.uncertaintyInMetres, spread.max() ?? 0)
        }
        blob.doubles = doubles[place].map { Array(Set($0)).sorted() } ?? []
        return blob
    }
}
