import ArgumentParser
import Formats
import Geometry
import Places
import Reports
import Rows
import Snapshots

/// The scenario and the moment whose front a position is told from.
struct FrontOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Scenario folder or project: also tell the position against its front.", valueName: "folder"),
        completion: .file()
    )
    var scenario: String?

    @Option(help: ArgumentHelp("The moment of the front, with --scenario.", valueName: "time"), transform: parseMoment)
    var at: Moment?

    @Option(
        help: ArgumentHelp("Hide all reports recorded after this moment.", valueName: "time"), transform: parseMoment)
    var asKnownOn: Moment?

    func validate() throws {
        if scenario != nil, at == nil {
            throw ValidationError("--scenario needs the moment that is asked about, such as --at 2015-12-02")
        }
        if scenario == nil, at != nil || asKnownOn != nil {
            throw ValidationError("--at and --as-known-on need --scenario FOLDER: without reports there is no front")
        }
    }

    /// The scenario that was asked for; rows that were skipped are told on standard error.
    func scenario(gazetteer: String?) throws -> Scenario? {
        guard var folder = scenario else { return nil }
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let scenario = try reportingFailures { try ScenarioArgument.read(folder, gazetteer: gazetteer) }
        Notes.tell(scenario.problems)
        return scenario
    }
}

/// A position against the front, as text and as JSON.
struct FrontAnswer {
    private enum Kind {
        case point(Standing, Parts)
        case road(RoadStanding, Place)
    }

    private let kind: Kind
    private let snapshot: Snapshot
    private let theatre: Theatre

    /// Throws `Failure` for a point outside of all land that is drawn.
    init(
        _ point: (coordinate: Coordinate, place: Place?, label: String), label: String, _ scenario: Scenario,
        _ options: FrontOptions
    ) throws {
        theatre = try reportingFailures { try Theatre(scenario) }
        guard let at = options.at else { throw ValidationError("--scenario needs --at") }
        snapshot = theatre.snapshot(at: at, asKnownOn: options.asKnownOn)
        if let place = point.place, place.kind == .road, case .line(let line) = place.shape, line.count > 1 {
            kind = .road(RoadStanding(of: line, in: snapshot), place)
            return
        }
        let parts = Parts(snapshot, theatre)
        let index = point.place.flatMap { scenario.gazetteer.index(id: $0.id) }
        guard let standing = Standing(of: point.coordinate, placeIndex: index, in: snapshot, parts, theatre) else {
            throw Failure(.notFound, Self.outside(point.coordinate, label, scenario))
        }
        kind = .point(standing, parts)
    }

    var text: String {
        switch kind {
        case .point(let standing, let parts): StandingText.text(standing, parts, snapshot, theatre)
        case .road(let standing, let place): StandingText.text(standing, place, snapshot, theatre)
        }
    }

    func write(into json: inout JSONWriter) {
        switch kind {
        case .point(let standing, let parts):
            StandingJSON.write(standing, parts, snapshot, theatre, into: &json)
        case .road(let standing, _): StandingJSON.write(standing, snapshot, into: &json)
        }
    }

    private static func outside(_ point: Coordinate, _ label: String, _ scenario: Scenario) -> String {
        let name = printable(String(label.drop { $0 == " " }))
        let folder = printable(scenario.folder)
        guard let area = scenario.area, !PointInPolygon.contains(area, point) else {
            return
                "\(name) lies farther than \(Distance.text(inMetres: scenario.settings.reachInMetres)) from every place "
                + "of \(folder): nothing speaks for it; a point is longitude, then latitude"
        }
        let rings = area.polygons.flatMap(\.rings)
        let distance = NearestLine(to: point, among: rings).map { Distance.text(inMetres: $0.distanceInMetres) } ?? ""
        return
            "\(name) lies outside the area of interest of \(folder), \(distance) from its border: nothing is said of "
            + "it there; a point is longitude, then latitude"
    }
}
