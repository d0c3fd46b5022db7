import ArgumentParser
import Formats
import Geometry
import Places
import Reports
import Rows
import Snapshots

struct AreasCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: "Draws control areas and front lines straight from a table of places with holders.",
        discussion: """
            EXAMPLES
              frontline areas held.csv
              frontline areas held.csv --boundary country.geojson -o areas.geojson
              frontline areas held.tsv --actor-column party --reach-km 20 --format csv
              cat held.ndjson | frontline areas - --at 2015-12-02 --places -o areas.geojson

            The table has a row for each place: id,lon,lat,actor in any order (longitude, x, latitude, y, holder, owner,
            party and the like will do). Without an actor, or with "unknown", a place is unknown. Each spot goes to the
            holder of the nearest place. Where rows stand on one spot, the first decides. Where the table has dates (date or
            valid_from, valid_to), the latest row of each id counts that has begun at the moment and not ended.
            """)

    enum Format: String, OutputFormat { case geojson, geojsons, geojsonl, topojson, kml, csv, text }

    @Argument(
        help: ArgumentHelp("CSV, TSV or NDJSON with places and holders; - for standard input.", valueName: "table"),
        completion: .file())
    var table: String

    @Option(help: ArgumentHelp("GeoJSON of the area to be shared out.", valueName: "file"), completion: .file())
    var boundary: String?

    @Option(help: ArgumentHelp("The column that says who holds the place.", valueName: "name"))
    var actorColumn: String?

    @Option(help: ArgumentHelp("Only what is valid at this moment.", valueName: "time"), transform: parseMoment)
    var at: Moment?

    @Option(help: ArgumentHelp("Land farther than this from every place is nobody's.", valueName: "km"))
    var reachKm: Double?

    @Flag(help: "Write the places as well, with the columns of the table.")
    var places = false

    @OptionGroup var out: OutputOptions<Format>

    @Flag(help: "Exit with 65 where a row was skipped.")
    var strict = false

    @OptionGroup(title: "Manners") var common: CommonOptions

    func validate() throws {
        if let reachKm, !(reachKm >= 0.01 && reachKm <= 2000) {
            throw ValidationError("--reach-km \(reachKm): expected 0.01 to 2000")
        }
    }

    func run() throws {
        try OutputFolder.check(out.file)
        try protect()
        let format = try out.choice()
        let map = try reportingFailures {
            let area = try boundary.map { try AreaReader.read($0) }
            let held = try HeldTable.read(
                table, .init(actorColumn: actorColumn, at: at, keepsMembers: places && format.exchange != nil))
            return try HeldMap(
                held, at: at, area: area, areaFile: boundary, reachInMetres: reachKm.map { $0 * 1000 })
        }
        tell(map)
        if strict && (!map.table.problems.isEmpty || map.outside.count > 0) { throw Failure(.inputRejected) }
        switch format {
        case .geojson, .geojsons, .geojsonl, .topojson, .kml:
            guard let exchange = format.exchange else { break }
            try out.write(HeldGeoJSON(map).bytes(withPlaces: places), as: exchange)
        case .csv: try out.write(HeldText.csv(map))
        case .text: try out.show(HeldText.text(map))
        }
        if let file = out.file {
            let summary = HeldText.summary(map)
            try Done("\(file): \(summary)").with("file", file).with("format", format.rawValue)
                .with("rows", map.table.rowsRead).with("skipped", map.table.problems.count).with("summary", summary)
                .tell()
        }
    }

    private func tell(_ map: HeldMap) {
        let held = map.table
        Notes.tell(held.problems)
        let file = printable(held.file)
        if !held.problems.isEmpty {
            Output.tell("\(held.rowsRead - held.problems.count) rows read, \(held.problems.count) skipped")
        }
        if let at, !held.hasDates {
            Output.note("\(file): has no dates (date, valid_from, valid_to), so --at \(at.text) leaves no row out")
        }
        if held.repeatedIDs.count > 0 {
            Output.note(
                "\(file): \(held.repeatedIDs.count) rows have the id of an earlier one (the first in line "
                    + "\(held.repeatedIDs.firstLine)); without dates all of them count")
        }
        if held.outOfDate > 0 { Output.tell("\(file): \(held.outOfDate) rows do not count at that time") }
        if map.outside.count > 0 {
            Output.note(
                "\(file): \(map.outside.count) places lie outside the boundary (the first in line "
                    + "\(map.outside.firstLine)); they speak for the land inside that is nearest to them")
        }
        if map.doubles.count > 0 {
            Output.note(
                "\(file): \(map.doubles.count) rows stand on the spot of an earlier one, which decides "
                    + "(the first in line \(map.doubles.firstLine)); \(map.doubles.contrary) of them name another holder"
            )
        }
    }

    /// Refuses to write over what is read.
    private func protect() throws {
        guard let file = out.file, let target = AtomicFile.resolved(file) else { return }
        for input in [table, boundary].compactMap({ $0 }) where AtomicFile.resolved(input) == target {
            throw Failure(.inputRejected, "\(file): is the file that is read; choose another name for -o")
        }
    }
}
