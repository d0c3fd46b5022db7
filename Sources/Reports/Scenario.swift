package import Geometry
package import Places
package import Rows

/// A folder of reports with all that is needed to read them: `reports.csv` or `.ndjson` (or both), `actors.csv`,
/// `sources.csv`, `places.tsv`, `area.geojson`, `scenario.json`; all but the reports may be left out.
package struct Scenario: Sendable {
    package let folder: String
    package let settings: ScenarioSettings
    package let gazetteer: Gazetteer
    package let actors: ActorTable
    package let sources: SourceTable
    package let log: ReportLog
    /// The area of interest: nothing is drawn outside.
    package let area: MultiPolygon?
    package let areaFile: String?
    /// What was skipped, changed or doubted, in the order of files and lines.
    package let problems: [Problem]
    package let rowsRead: Int

    /// The files that a scenario may have.
    package static let fileNames = [
        "reports.csv", "reports.tsv", "reports.ndjson", "reports.jsonl", "actors.csv", "actors.ndjson", "sources.csv",
        "sources.ndjson", "places.tsv", "places.csv", "area.geojson", "scenario.json",
    ]

    /// Reads the folder, or the project that holds its files. `gazetteer` names another gazetteer than the usual one; a
    /// scenario's own `places.tsv` comes before the usual one, after a named one.
    ///
    /// Throws `InputError` where a file as a whole cannot be used; single bad rows are skipped and stand in `problems`.
    package static func load(
        _ folder: String, gazetteer path: String? = nil, from source: any FileSource = Disk()
    ) throws(InputError) -> Scenario {
        guard FileBytes.exists(folder) else { throw InputError(file: folder, fact: RowFact.notFound) }
        func file(_ names: String...) -> [String] { names.map { folder + "/" + $0 }.filter(source.exists) }
        let reportFiles = file("reports.csv", "reports.tsv", "reports.ndjson", "reports.jsonl")
        guard !reportFiles.isEmpty else { throw InputError(file: folder, fact: ReportFact.noReports(folder: folder)) }

        let settings =
            try file("scenario.json").first.map { path throws(InputError) in
                try ScenarioSettings.read(path, from: source)
            } ?? ScenarioSettings()
        let own = file("places.tsv", "places.csv")
        let held = own.isEmpty ? source.keptGazetteer : own
        let places =
            path == nil && !held.isEmpty
            ? try GazetteerReader.read(files: held, from: source)
            : try GazetteerReader.read(files: try GazetteerFinder.files(named: path))
        var problems = places.problems

        var actors = ActorTable([], isOpen: true)
        if let actorFile = file("actors.csv", "actors.ndjson").first {
            let read = try ActorReader.read(actorFile, from: source)
            actors = read.actors
            problems += read.problems
        }
        var sources = SourceTable([])
        if let sourceFile = file("sources.csv", "sources.ndjson").first {
            let read = try SourceReader.read(sourceFile, from: source)
            sources = read.sources
            problems += read.problems
        }
        var reader = ReportReader(actors: actors, sources: sources)
        for reportFile in reportFiles { try reader.read(reportFile, from: source) }
        problems += reader.problems

        var assigner = PlaceAssigner(gazetteer: places.gazetteer)
        let log = ReportLog(reader.reports, placements: assigner.assign(reader.reports))
        for report in log.reports {
            if let id = report.supersedes, log.index(id: id) == nil {
                problems.append(
                    Problem(
                        file: report.file, line: report.line, effect: .doubtful,
                        fact: ReportFact.supersedesUnknown(id: id)))
            }
        }
        let areaFile = file("area.geojson").first
        let area = try areaFile.map { path throws(InputError) in try AreaReader.read(path, from: source) }
        if let area, let areaFile,
            !places.gazetteer.places.contains(where: { PointInPolygon.contains(area, $0.coordinate) })
        {
            throw InputError(file: areaFile, fact: AreaFact.noPlaceInside)
        }
        return Scenario(
            folder: folder, settings: settings, gazetteer: places.gazetteer, actors: actors, sources: sources, log: log,
            area: area, areaFile: areaFile, problems: problems,
            rowsRead: reader.reports.count + reader.problems.count { $0.effect == .skipped })
    }
}

extension Scenario {
    /// A point amid the places that the reports speak of, by the median of each axis; nil where none was found.
    /// Names that several places share are taken to mean the one near it.
    package var centre: Coordinate? {
        let coordinates = log.placements.compactMap { $0.placeIndex.map { gazetteer.places[$0].coordinate } }
        guard !coordinates.isEmpty else { return nil }
        return Coordinate(
            longitude: coordinates.map(\.longitude).sorted()[coordinates.count / 2],
            latitude: coordinates.map(\.latitude).sorted()[coordinates.count / 2])
    }
}
