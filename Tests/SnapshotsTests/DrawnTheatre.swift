import Control
import Places
import Reports
import TestSupport

@testable import Snapshots

/// A drawn map with calls as drawn, through all that a real one goes through after the calls: `R`, `B`, `G` are held by
/// red, blue, green, `x` is contested by red and blue, `?` unknown.
struct DrawnTheatre {
    let theatre: Theatre
    let snapshot: Snapshot
    let parts: Parts
    private let columns: Int
    private let rows: Int

    /// Places 0.05 degrees apart from 37° E, 36° N on, in a box half a step around them.
    init(_ drawing: String) throws {
        let grid = LetterGrid(drawing, step: 0.05)
        let lines = drawing.split(separator: "\n").map { $0.filter { $0 != " " } }
        (columns, rows) = (lines[0].count, lines.count)
        var scenario = SmallScenario(count: 0)
        scenario.places = grid.sites.enumerated().map {
            (id: "t:\($0)", name: "Spot\($0)", longitude: $1.longitude, latitude: $1.latitude)
        }
        let scratch = try Scratch()
        scenario.reports = ["one,2020-01-01,,2020-01-01,t:0,red,holds,,,monitor,2,,"]
        let folder = try scenario.write(to: scratch)
        let (east, north) = (37 + 0.05 * Double(columns) - 0.025, 36 + 0.05 * Double(rows) - 0.025)
        try scratch.write(
            """
            {"type":"Polygon","coordinates":[[[36.975,35.975],[\(east),35.975],[\(east),\(north)],[36.975,\(north)],[36.975,35.975]]]}
            """, to: "scenario/area.geojson")
        let loaded = try Scenario.load(folder)
        let statuses: [Character: Call.Status] = [
            "R": .held(side: "red", actor: "red"), "B": .held(side: "blue", actor: "blue"),
            "G": .held(side: "green", actor: "green"), "x": .contested(sides: ["blue", "red"]), "?": .unknown,
        ]
        let calls = loaded.gazetteer.places.indices.map { index in
            let site = Int(loaded.gazetteer.places[index].id.dropFirst(2))!
            let status = statuses[grid.letters[Int(grid.labels[site])]]!
            return Call(
                placeIndex: index, status: status, probability: status == .unknown ? 0 : 0.95, likeliestSide: nil,
                since: nil, lastReportAt: nil, isInferred: false, basis: [])
        }
        theatre = try Theatre(loaded)
        var maker = SnapshotMaker(theatre)
        snapshot = maker.snapshot(at: Moment("2020-01-02")!, calls: calls)
        parts = Parts(snapshot, theatre)
    }

    /// The part in which the place at a column and a row of the drawing lies, counted from 0 from the top left.
    func part(_ column: Int, _ row: Int) throws -> Snapshot.Part {
        parts.all[try number(column, row)]
    }

    func number(_ column: Int, _ row: Int) throws -> Int {
        let id = "t:\(row * columns + column)"
        let state = snapshot.places.firstIndex { theatre.scenario.gazetteer.places[$0.placeIndex].id == id }!
        return parts.all.firstIndex { $0.places.contains(state) }!
    }

    func standing(_ column: Int, _ row: Int) throws -> Standing? {
        let index = theatre.scenario.gazetteer.index(id: "t:\(row * columns + column)")!
        return Standing(
            of: theatre.scenario.gazetteer.places[index].coordinate, placeIndex: index, in: snapshot, parts, theatre)
    }
}
