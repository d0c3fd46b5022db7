import Control
import Places
import Reports
import Rows
package import Snapshots

/// A snapshot as a table for a terminal.
package enum SnapshotText {
    package static func text(_ snapshot: Snapshot, _ theatre: Theatre, _ land: Land) -> String {
        let labels = Labels(actors: theatre.scenario.actors)
        let log = theatre.scenario.log
        var out = heading(snapshot, theatre) + "\n\n"
        var table = TextTable([
            ("holder", .left), ("area km²", .right), ("populated km²", .right), ("places", .right),
            ("of them reported", .right),
        ])
        for (number, area) in snapshot.areas.enumerated() {
            let reported = area.places.count { snapshot.places[$0].call.isReported }
            table.add(
                labels.holder(area.holder), Decimals.fixed(area.areaInSquareMetres / 1e6, decimals: 1),
                land.populatedAreas[number].map { Decimals.fixed($0 / 1e6, decimals: 1) } ?? "",
                "\(area.places.count)", area.holder == .beyondReach ? "" : "\(reported)")
        }
        out += table.text
        let cutOff = PartText.table(land.parts, snapshot, theatre)
        if !cutOff.isEmpty { out += "\n" + cutOff }
        var lengths: [String: (left: String, right: String, metres: Double, likely: Double)] = [:]
        for front in snapshot.fronts {
            let key = "\(front.left)\t\(front.right)"
            lengths[key, default: (front.left, front.right, 0, 0)].metres += front.isCertain ? front.lengthInMetres : 0
            lengths[key]!.likely += front.isCertain ? 0 : front.lengthInMetres
        }
        if !lengths.isEmpty {
            var table = TextTable([
                ("front line between", .left), ("and", .left), ("km", .right), ("more by likelihood", .right),
            ])
            for (_, front) in lengths.sorted(by: { $0.key < $1.key }) {
                table.add(
                    labels.side(front.left), labels.side(front.right), Decimals.fixed(front.metres / 1000, decimals: 1),
                    Decimals.fixed(front.likely / 1000, decimals: 1))
            }
            out += "\n" + table.text
        }
        let contested = snapshot.places.filter {
            if case .contested = $0.call.status { return true }
            return false
        }
        if !contested.isEmpty {
            var table = TextTable([("contested", .left), ("between", .left), ("sure", .right), ("reports", .left)])
            for state in contested {
                let reports = state.call.basis.filter { $0.role == .carried }.map { log.reports[$0.reportIndex].id }
                guard case .contested(let sides) = state.call.status else { continue }
                table.add(
                    theatre.scenario.gazetteer.places[state.placeIndex].name,
                    sides.map(labels.side).joined(separator: ", "), Decimals.fixed(state.call.probability, decimals: 2),
                    reports.joined(separator: " "))
            }
            out += "\n" + table.text
        }
        return out
    }

    /// `Aazaz, November–December 2015: 2015-12-02, all that is known`.
    static func heading(_ snapshot: Snapshot, _ theatre: Theatre) -> String {
        let title = theatre.scenario.settings.title ?? theatre.scenario.folder
        let known = snapshot.asKnownOn.map { "as known on \($0.text)" } ?? "by all that is known"
        return "\(printable(title)): \(snapshot.at.text), \(known), by \(snapshot.method.label)"
    }
}

extension SnapshotText {
    /// One line for standard error after a file was written.
    package static func summary(_ snapshot: Snapshot, _ theatre: Theatre) -> String {
        let reported = snapshot.places.count { $0.call.isReported && $0.call.status != .unknown }
        let inferred = snapshot.places.count { $0.call.isInferred }
        func kilometres(certain: Bool) -> String {
            let metres = snapshot.fronts.filter { $0.isCertain == certain }.reduce(0) { $0 + $1.lengthInMetres }
            return Decimals.fixed(metres / 1000, decimals: 1)
        }
        return "\(snapshot.places.count) places (\(reported) by reports, \(inferred) by their surroundings, "
            + "\(snapshot.places.count - reported - inferred) unknown), "
            + "\(kilometres(certain: true)) km of front line, \(kilometres(certain: false)) km more by likelihood"
    }
}
