import Geometry
package import Rows

/// The places of tables some thousands at a time, for tables of any length: as ``GazetteerReader/rows(files:from:)`` reads
/// them.
///
/// Whether a place's coordinates are exchanged shows when its whole table was read: ``exchanged`` then says which are to be
/// left out by another reading.
package struct PlaceBatches: ~Copyable {
    package struct Batch: Sendable {
        package var places: [Place] = []
        package var problems: [Problem] = []
        /// How much of its table has been read with it, 0 to 1.
        package var share = 0.0
    }

    /// Places with exchanged coordinates: for each table the lines, with the distance from all others in metres.
    package typealias Exchanged = [[Int: Double]]

    /// What was found in this reading; of all tables once they were read.
    package private(set) var exchanged: Exchanged = []

    private let files: [String]
    private let leftOut: Exchanged
    private var file = 0
    private var table: Table?
    private var lineOfID: [String: Int] = [:]

    private struct Table: ~Copyable {
        var windows: RecordWindows
        var columns: GazetteerReader.Columns?
        var header: [String] = []
        var spots: [Coordinate] = []
        var lines: [Int32] = []
    }

    /// - Parameter leftOut: what an earlier reading found.
    package init(_ files: [String], leavingOut leftOut: Exchanged = []) {
        self.files = files
        self.leftOut = leftOut
    }

    /// The next places; nil after the last. Throws `InputError` where a file cannot be read or holds no place.
    package mutating func next() throws(InputError) -> Batch? {
        while file < files.count {
            if table == nil {
                let windows = try RecordWindows(files[file], isQuoted: files[file].hasSuffix(".csv"))
                table = Table(windows: windows)
            }
            if let window = try table!.windows.next() { return try batch(of: window) }
            try finishTable()
        }
        return nil
    }

    private mutating func batch(of window: RecordWindows.Window) throws(InputError) -> Batch {
        let path = files[file]
        let dialect: DelimitedReader.Dialect = path.hasSuffix(".csv") ? .csv : .tsv
        let rows: Rows
        if table!.columns == nil {
            rows = try DelimitedReader.read(window.bytes, file: path, dialect: dialect)
            table!.columns = try GazetteerReader.Columns(rows)
            table!.header = rows.names
        } else {
            rows = try DelimitedReader.read(
                part: window.bytes, of: path, dialect: dialect, header: table!.header, line: window.line)
        }
        var batch = Batch(problems: rows.problems, share: window.share)
        batch.places.reserveCapacity(rows.rows.count)
        for row in rows.rows { take(row, into: &batch) }
        return batch
    }

    private mutating func take(_ row: Row, into batch: inout Batch) {
        let path = files[file]
        var notes: [GazetteerFact] = []
        do throws(GazetteerReader.SkippedRow) {
            let place = try table!.columns!.place(row, notes: &notes)
            if let first = lineOfID[place.id] {
                throw GazetteerReader.SkippedRow(fact: .duplicateID(id: place.id, firstLine: first))
            }
            lineOfID[place.id] = row.line
            table!.spots.append(place.coordinate)
            table!.lines.append(Int32(truncatingIfNeeded: row.line))
            if file < leftOut.count, let distance = leftOut[file][row.line] {
                batch.problems.append(GazetteerReader.exchangedProblem(place, distance, file: path))
            } else {
                batch.places.append(place)
            }
        } catch {
            batch.problems.append(Problem(file: path, line: row.line, effect: .skipped, fact: error.fact))
        }
        for fact in notes {
            batch.problems.append(Problem(file: path, line: row.line, effect: .repaired, fact: fact))
        }
    }

    private mutating func finishTable() throws(InputError) {
        if table!.spots.isEmpty { throw InputError(file: files[file], fact: GazetteerFact.noPlaces) }
        var found: [Int: Double] = [:]
        for (i, distance) in GazetteerReader.exchanged(among: table!.spots) { found[Int(table!.lines[i])] = distance }
        exchanged.append(found)
        table = nil
        file += 1
    }
}
