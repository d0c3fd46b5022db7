import Geometry
import Reports
import Rows

/// Turns the rows of a table into held places.
struct HeldReader {
    private let file: String
    private let options: HeldTable.Options
    private let columns: HeldColumns
    private var choice: RowChoice
    private var words = WordNumbers()
    private var coordinates: [Coordinate] = []
    private var holders: [Int32] = []
    private var lines: [Int32] = []
    private var members: [[UInt8]] = []
    private var problems: [Problem] = []
    private var rowsRead = 0
    /// The ids of a table without dates, of which each row counts.
    private var ids = WordNumbers()
    private var repeatedIDs = HeldTable.Repeats()

    private init(file: String, line: Int, names: [String], _ options: HeldTable.Options) throws(InputError) {
        self.file = file
        self.options = options
        columns = try HeldColumns(names, actorColumn: options.actorColumn, file: file, line: line)
        choice = RowChoice(columns, at: options.at)
    }

    static func read(
        _ scanner: consuming CellScanner, file: String, _ options: HeldTable.Options
    ) throws(InputError) -> HeldTable {
        var scanner = scanner
        var reader: HeldReader?
        while scanner.advance() {
            if let fact = scanner.fact {
                if reader == nil { throw InputError(file: file, line: scanner.line, fact: fact) }
                reader!.skip(scanner.line, fact)
            } else if reader == nil {
                let names = (0..<scanner.cellCount).map { scanner.text($0).lowercased() }
                if names.count == 1, let fact = RowFact.wrongSeparator(inOnlyCell: names[0]) {
                    throw InputError(file: file, line: scanner.line, fact: fact)
                }
                reader = try HeldReader(file: file, line: scanner.line, names: names, options)
            } else if !scanner.isBlank {
                reader!.take(scanner)
            }
        }
        return try reader!.finish()
    }

    /// Rows of JSON, which name their cells one by one.
    static func read(_ rows: Rows, _ options: HeldTable.Options) throws(InputError) -> HeldTable {
        var reader = try HeldReader(file: rows.file, line: 1, names: rows.names, options)
        reader.problems = rows.problems
        for row in rows.rows {
            let cells = rows.names.map { Array((row[$0] ?? "").utf8) }
            reader.take(line: row.line, count: cells.count) { index, body in
                cells[index].withUnsafeBufferPointer { body($0) }
            }
        }
        reader.problems.sort { $0.line < $1.line }
        return try reader.finish()
    }

    private mutating func skip(_ line: Int, _ fact: any ProblemFact) {
        rowsRead += 1
        problems.append(Problem(file: file, line: line, effect: .skipped, fact: fact))
    }

    private mutating func take(_ scanner: CellScanner) {
        guard scanner.cellCount == columns.names.count else {
            skip(scanner.line, RowFact.cellCount(seen: scanner.cellCount, expected: columns.names.count))
            return
        }
        take(line: scanner.line, count: scanner.cellCount) { index, body in scanner.withCell(index, body) }
    }

    /// Takes one row; `cell` lends the bytes of a cell.
    @inline(__always)
    private mutating func take(
        line: Int, count: Int, cell: (Int, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        func text(_ column: Int) -> String {
            var text = ""
            cell(column) { text = String(decoding: $0, as: UTF8.self) }
            return text
        }
        func number(_ column: Int) -> Double? {
            var value: Double?
            cell(column) { value = Decimals.value($0) }
            return value
        }
        guard let longitude = number(columns.longitude) else {
            skip(line, HeldFact.noNumber(column: "longitude", seen: text(columns.longitude)))
            return
        }
        guard let latitude = number(columns.latitude) else {
            skip(line, HeldFact.noNumber(column: "latitude", seen: text(columns.latitude)))
            return
        }
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            skip(line, HeldFact.outOfRange(longitude: longitude, latitude: latitude))
            return
        }
        let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        let place: RowChoice.Answer
        if choice.isNeeded {
            do throws(HeldFact) {
                place = try choice.place(
                    coordinate, from: columns.from.map(text) ?? "", to: columns.to.map(text) ?? "",
                    id: columns.id.map(text), next: coordinates.count)
            } catch {
                skip(line, error)
                return
            }
        } else {
            place = .new
            if let id = columns.id { cell(id) { note(id: $0, line) } }
        }
        rowsRead += 1
        var holder: Int32 = -1
        cell(columns.actor) { if !Self.isUnknown($0) { holder = words.number(of: $0) } }
        switch place {
        case .none: break
        case .new:
            coordinates.append(coordinate)
            holders.append(holder)
            lines.append(Int32(truncatingIfNeeded: line))
            if options.keepsMembers { members.append(json(text)) }
        case .instead(let index):
            coordinates[index] = coordinate
            holders[index] = holder
            lines[index] = Int32(truncatingIfNeeded: line)
            if options.keepsMembers { members[index] = json(text) }
        }
    }

    private mutating func note(id: UnsafeBufferPointer<UInt8>, _ line: Int) {
        guard !id.isEmpty else { return }
        let before = ids.count
        guard ids.number(of: id) < before else { return }
        repeatedIDs.count += 1
        if repeatedIDs.count == 1 { repeatedIDs.firstLine = line }
    }

    private static func isUnknown(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.isEmpty || (bytes.count == 7 && String(decoding: bytes, as: UTF8.self).lowercased() == "unknown")
    }

    /// `"place_id":"…","name":"…"`: the id and what else the table says.
    private func json(_ text: (Int) -> String) -> [UInt8] {
        var json = JSONWriter()
        if let id = columns.id {
            json.key("place_id")
            json.string(text(id))
        }
        for column in columns.others where !HeldTable.ownMembers.contains(columns.names[column]) {
            json.key(columns.names[column])
            json.string(text(column))
        }
        return json.bytes
    }

    private func finish() throws(InputError) -> HeldTable {
        guard rowsRead > problems.count else {
            throw InputError(file: file, fact: HeldFact.noRows(skipped: problems.count))
        }
        guard !coordinates.isEmpty else {
            throw InputError(file: file, fact: HeldFact.nothingValid(at: options.at?.text ?? "any time"))
        }
        // Numbered by name, so that they do not hang on the order of the rows.
        let names = words.words
        let sorted = names.indices.sorted { names[$0] < names[$1] }
        var number = [Int32](repeating: 0, count: names.count)
        for (new, old) in sorted.enumerated() { number[old] = Int32(new) }
        return HeldTable(
            file: file, actors: sorted.map { names[$0] }, coordinates: coordinates,
            holders: holders.map { $0 < 0 ? Int32(names.count) : number[Int($0)] }, lines: lines, members: members,
            problems: problems, rowsRead: rowsRead, outOfDate: rowsRead - problems.count - coordinates.count,
            hasDates: choice.isNeeded, repeatedIDs: repeatedIDs)
    }
}

extension HeldTable {
    /// What each place says of itself in files; a column of such a name is not written beside it.
    static let ownMembers: Set<String> = ["feature_type", "place_id", "status", "holder", "as_of"]
}
