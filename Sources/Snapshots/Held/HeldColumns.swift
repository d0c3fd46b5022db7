import Rows

/// Which column of a table of held places means what.
struct HeldColumns {
    let longitude: Int
    let latitude: Int
    let actor: Int
    let id: Int?
    /// From when on a row holds: `date`, or `valid_from`.
    let from: Int?
    /// From when on it does not hold any more.
    let to: Int?
    /// All that mean nothing here, and so are kept as they are.
    let others: [Int]
    let names: [String]

    static let longitudes = ["lon", "longitude", "lng", "long", "x"]
    static let latitudes = ["lat", "latitude", "y"]
    static let actors = ["actor", "holder", "controller", "control", "owner", "party", "side", "status"]
    static let ids = ["id", "place_id", "geonameid", "placeid", "code"]
    static let dates = ["date", "valid_from", "from", "as_of"]
    static let ends = ["valid_to", "to", "until"]

    /// - Parameters:
    ///   - names: in lower case.
    ///   - actorColumn: the column of the holders, where it is told.
    /// - Throws: `InputError` where longitude, latitude or holder is missing, or a column is there twice.
    init(_ names: [String], actorColumn: String?, file: String, line: Int) throws(InputError) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw InputError(file: file, line: line, fact: RowFact.duplicateColumn(name: name))
        }
        func find(_ words: [String]) -> Int? { words.lazy.compactMap { names.firstIndex(of: $0) }.first }
        let actorWords = actorColumn.map { [$0.lowercased()] } ?? Self.actors
        let (longitude, latitude, actor) = (find(Self.longitudes), find(Self.latitudes), find(actorWords))
        if longitude == nil && latitude == nil && actor == nil {
            throw InputError(file: file, line: line, fact: RowFact.noHeader(expected: ["lon", "lat", actorWords[0]]))
        }
        func require(_ column: Int?, _ name: String) throws(InputError) -> Int {
            if let column { return column }
            throw InputError(file: file, line: line, fact: RowFact.missingColumn(name: name, seen: names))
        }
        self.longitude = try require(longitude, "lon")
        self.latitude = try require(latitude, "lat")
        guard let actor else {
            throw InputError(
                file: file, line: line,
                fact: actorColumn == nil
                    ? HeldFact.noActorColumn(seen: names) : RowFact.missingColumn(name: actorWords[0], seen: names))
        }
        self.actor = actor
        id = find(Self.ids)
        from = find(Self.dates)
        to = find(Self.ends)
        self.names = names
        let used = [longitude, latitude, actor, id, from, to]
        others = names.indices.filter { !used.contains($0) }
    }
}
