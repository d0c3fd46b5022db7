import Control
import Formats
import Geometry
import Places
package import Reports
package import Snapshots

/// Draws the map of a project into its layers, moment by moment: what stays the same over several moments is one row
/// with a longer time.
package struct ProjectDrawing {
    package private(set) var rows: [(layer: String, count: Int)] = []

    /// Rows of a layer, open until what they show changes.
    private struct Sheet {
        struct Row {
            let geometry: GeoPackageGeometry
            let values: [Value]
            let key: [UInt8]
            let from: String
            var to: String
        }

        var done: [Row] = []
        var open: [String: Row] = [:]
        private var seen: Set<String> = []

        mutating func show(_ id: String, _ geometry: GeoPackageGeometry, _ values: [Value], _ period: (String, String))
        {
            let key = geometry.bytes + ContentHash.of(values)
            seen.insert(id)
            if open[id]?.key == key {
                open[id]!.to = period.1
            } else {
                if let old = open[id] { done.append(old) }
                open[id] = Row(geometry: geometry, values: values, key: key, from: period.0, to: period.1)
            }
        }

        /// What was not shown at this moment is over.
        mutating func endMoment() {
            for id in open.keys.sorted() where !seen.contains(id) { done.append(open.removeValue(forKey: id)!) }
            seen = []
        }
    }

    private var calls = Sheet()
    private var areas = Sheet()
    private var fronts = Sheet()
    private var changes = Sheet()

    /// Draws the moments, which stand in order, over what the layers held before.
    ///
    /// The project's own scenario, as `ProjectFiles` reads it. Throws `InputError`, `WriteError`; the old layers stand
    /// until the new ones are all on the disk.
    package init(
        _ path: String, _ theatre: Theatre, at moments: [Moment], asKnownOn: Moment? = nil,
        progress: ((Moment) -> Void)? = nil
    ) throws {
        let model = ControlModel(theatre.scenario, asKnownOn: asKnownOn)
        var before: Snapshot?
        for (index, moment) in moments.enumerated() {
            progress?(moment)
            let snapshot = theatre.snapshot(at: moment, model: model)
            let end = index + 1 < moments.count ? moments[index + 1].start : moment.end
            let period = (moment.start.dateTime, end.lastBefore)
            show(snapshot, theatre, period)
            if let before { show(theatre.difference(from: before, to: snapshot), theatre, period) }
            before = snapshot
            calls.endMoment()
            areas.endMoment()
            fronts.endMoment()
            changes.endMoment()
        }
        try write(to: path, lastChange: moments.last?.start.dateTime ?? Instant(seconds: 0).dateTime)
    }

    private mutating func show(_ snapshot: Snapshot, _ theatre: Theatre, _ period: (String, String)) {
        let scenario = theatre.scenario
        for state in snapshot.places {
            let place = scenario.gazetteer.places[state.placeIndex]
            let (call, holder) = (state.call, Holder(state.call.status))
            let carriers = call.basis.filter { $0.role == .carried }.map { scenario.log.reports[$0.reportIndex].id }
            calls.show(
                place.id, GeoPackageGeometry(point: place.coordinate),
                [
                    .text(place.id), .text(place.name), .text(place.kind.rawValue), .text(holder.status),
                    .text(holder.key), .text(Style.colour(holder, scenario.actors)),
                    .real((call.probability * 100).rounded() / 100), .integer(call.isInferred ? 1 : 0),
                    Value(call.since?.text), Value(call.lastReportAt?.text),
                    .text(Set(carriers).sorted().joined(separator: ", ")),
                ], period)
        }
        for area in snapshot.areas where !area.polygons.isEmpty && area.holder != .beyondReach {
            areas.show(
                area.id, GeoPackageGeometry(polygons: area.polygons),
                [
                    .text(area.holder.status), .text(area.holder.key),
                    .text(Style.colour(area.holder, scenario.actors)), .real(area.areaInSquareMetres / 1e6),
                    .integer(area.places.count),
                ], period)
        }
        for front in snapshot.fronts {
            fronts.show(
                front.id, GeoPackageGeometry(line: front.line),
                [
                    .text(front.left), .text(front.right), .integer(front.isCertain ? 1 : 0),
                    .real(front.lengthInMetres / 1000),
                ], period)
        }
    }

    private mutating func show(_ difference: Difference, _ theatre: Theatre, _ period: (String, String)) {
        let scenario = theatre.scenario
        for transfer in difference.transfers where !transfer.polygons.isEmpty {
            let reports = transfer.reports.map { scenario.log.reports[$0].id }
            changes.show(
                "\(transfer.from.key)>\(transfer.to.key)", GeoPackageGeometry(polygons: transfer.polygons),
                [
                    .text(transfer.from.key), .text(transfer.to.key),
                    .text(Style.colour(transfer.to, scenario.actors)), .real(transfer.areaInSquareMetres / 1e6),
                    .text(reports.joined(separator: ", ")),
                ], period)
        }
    }

    /// One moment, to be written to a file of its own.
    init(_ snapshot: Snapshot, _ theatre: Theatre) {
        show(snapshot, theatre, (snapshot.at.start.dateTime, snapshot.at.end.lastBefore))
    }

    private mutating func write(to path: String, lastChange: String) throws {
        let project = try Project(writing: path)
        project.connection.setDefensive(false)
        rows = try project.translated {
            try project.connection.transaction {
                try fill(Schema.maps, in: project.connection, lastChange: lastChange)
            }
        }
    }

    /// Fills the layers, within a transaction of the caller's.
    func fill(
        _ layers: [Layer], in connection: Connection, lastChange: String
    ) throws -> [(layer: String, count: Int)] {
        let sheets = [
            "place_calls": calls, "control_areas": areas, "front_lines": fronts, "changes": changes,
        ]
        return try layers.compactMap { layer in
            try sheets[layer.name].map { sheet in
                let name = layer.name
                var fill = try LayerFill(layer, in: connection)
                let latest = sheet.open.keys.sorted().map { sheet.open[$0]! }
                for (row, isLatest) in sheet.done.map({ ($0, false) }) + latest.map({ ($0, true) }) {
                    let flag: [Value] = name == "place_calls" ? [.integer(isLatest ? 1 : 0)] : []
                    try fill.add(row.geometry, row.values + flag + [.text(row.from), .text(row.to)])
                }
                try fill.finish(lastChange: lastChange)
                return (layer: name, count: sheet.done.count + latest.count)
            }
        }
    }
}
