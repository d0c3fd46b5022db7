import Control
import Geometry
import Places
import Reports
import Rows
import Snapshots

/// The reasoning behind an area or a line as a page that a journalist reads.
package enum FeatureReasoningText {
    /// At the most so many rows are shown of each table; the JSON has all.
    private static let shown = 12

    package static func text(_ reasoning: FeatureReasoning) -> String {
        let snapshot = reasoning.snapshot
        let known = snapshot.asKnownOn.map { "as known on \($0.text)" } ?? "by all that is known"
        var out = "\(reasoning.id) at \(snapshot.at.text), \(known)\n"
        switch reasoning.feature {
        case .area(let area): out += text(area, reasoning)
        case .front(let front): out += text(front, reasoning)
        case .part(let part): out += text(part, reasoning)
        }
        let behind = ReportsBehind(reasoning.places, in: snapshot)
        out += "\n" + reports(behind.carried, title: "carried by", reasoning)
        if !behind.overruled.isEmpty { out += "\n" + reports(behind.overruled, title: "overruled", reasoning) }
        return out + "\nfrontline why with the name of a place shows all of its reports and its surroundings\n"
    }

    private static func text(_ area: Snapshot.ControlArea, _ reasoning: FeatureReasoning) -> String {
        let labels = Labels(actors: reasoning.theatre.scenario.actors)
        let calls = area.places.map { reasoning.snapshot.places[$0].call }
        let inferred = calls.count(where: \.isInferred)
        let reported = calls.count { $0.isReported }
        let squareKilometres = area.areaInSquareMetres / 1e6
        var out =
            "\(printable(labels.holder(area.holder))): \(Decimals.fixed(squareKilometres, decimals: 1)) km², "
            + "\(area.places.count) places: \(reported) by reports, \(inferred) by their surroundings\n"
        if inferred > 0 {
            let land = reasoning.theatre.inferredAreaInSquareMetres(of: area, in: reasoning.snapshot) / 1e6
            let percent = Decimals.fixed(100 * land / max(squareKilometres, 1e-9), decimals: 0)
            out += "\(Decimals.fixed(land, decimals: 1)) km² of it, \(percent) %, are inferred\n"
        }
        let telling = reasoning.mostTelling
        if !telling.isEmpty {
            out += "\n" + places(telling, title: "the places that tell most", labels, reasoning)
        }
        let doubtful = reasoning.leastSure
        if doubtful.count > Self.shown, area.holder.side != nil {
            out += "\n" + places(Array(doubtful.prefix(5)), title: "the least sure places", labels, reasoning)
        }
        return out
    }

    private static func text(_ part: Snapshot.Part, _ reasoning: FeatureReasoning) -> String {
        let actors = reasoning.theatre.scenario.actors
        let labels = Labels(actors: actors)
        var out =
            "\(printable(labels.holder(part.holder))): \(Decimals.fixed(part.areaInSquareMetres / 1e6, decimals: 1)) km², "
            + "\(part.places.count) places\n"
        if let enclosure = part.enclosure {
            out += PartText.enclosure(enclosure, actors) + (part.depth > 1 ? ", pocket in a pocket" : "") + "\n"
        }
        for (holder, metres) in part.around {
            out += "  \(Decimals.fixed(metres / 1000, decimals: 1)) km beside \(printable(labels.holder(holder)))\n"
        }
        if part.borderInMetres > 0 {
            out += "  \(Decimals.fixed(part.borderInMetres / 1000, decimals: 1)) km of border of the area of interest\n"
        }
        return out + "\n" + places(part.places, title: "the places in it", labels, reasoning)
    }

    private static func text(_ front: Snapshot.FrontLine, _ reasoning: FeatureReasoning) -> String {
        let labels = Labels(actors: reasoning.theatre.scenario.actors)
        func point(_ point: GridPoint) -> String {
            Decimals.shortest(point.coordinate.longitude, decimals: 4) + ","
                + Decimals.shortest(point.coordinate.latitude, decimals: 4)
        }
        let course = front.line.first == front.line.last ? "around" : "from \(point(front.line[0])) to"
        var out =
            "\(printable(labels.side(front.left))) on the left, \(printable(labels.side(front.right))) on the right; "
            + "\(Decimals.fixed(front.lengthInMetres / 1000, decimals: 1)) km, \(course) "
            + "\(point(front.line[front.line.count - 1]))\n"
        out +=
            front.isCertain
            ? "both sides are called held\n"
            : "the places of one side are unknown: the line follows whom most speaks for\n"
        if let doubt = Doubt(front) {
            out +=
                "doubt: half of such a line lies within \(Decimals.fixed(doubt.halfInMetres / 1000, decimals: 1)) km of the "
                + "true one, nine tenths within \(Decimals.fixed(doubt.nineInTenInMetres / 1000, decimals: 1)) km\n"
        }
        out += "\n" + facing(front, labels, reasoning)
        /// Those that somebody reported first.
        func ordered(_ places: [Int]) -> [Int] {
            places.filter { !reasoning.snapshot.places[$0].call.basis.isEmpty }
                + places.filter { reasoning.snapshot.places[$0].call.basis.isEmpty }
        }
        out += "\n" + places(ordered(front.leftPlaces), title: "on the left", labels, reasoning)
        return out + "\n" + places(ordered(front.rightPlaces), title: "on the right", labels, reasoning)
    }

    private static func facing(_ front: Snapshot.FrontLine, _ labels: Labels, _ reasoning: FeatureReasoning) -> String {
        var table = TextTable([
            ("it runs between", .left), ("and", .left), ("km apart", .right), ("doubt ± km", .right),
        ])
        for pair in front.facing.prefix(Self.shown) {
            table.add(
                reasoning.name(pair.left), reasoning.name(pair.right),
                Decimals.fixed(pair.distanceInMetres / 1000, decimals: 1),
                Decimals.fixed(Doubt(pair).nineInTenInMetres / 1000, decimals: 1))
        }
        return table.text + more(front.facing.count)
    }

    private static func places(
        _ places: [Int], title: String, _ labels: Labels, _ reasoning: FeatureReasoning
    ) -> String {
        var table = TextTable([
            (title, .left), ("held by", .left), ("sure", .right), ("since", .left), ("last report", .left),
            ("for", .right), ("against", .right), ("id", .left),
        ])
        for place in places.prefix(Self.shown) {
            let call = reasoning.snapshot.places[place].call
            func count(_ role: Weighing.Role) -> String {
                "\(Set(call.basis.filter { $0.role == role }.map(\.reportIndex)).count)"
            }
            let likely = call.likeliestSide.map { ", likely \(labels.side($0))" } ?? ""
            table.add(
                reasoning.name(place),
                call.status == .unknown
                    ? "unknown" + likely
                    : labels.holder(Holder(call.status)) + (call.isInferred ? ", inferred" : ""),
                call.probability > 0 ? Decimals.fixed(call.probability, decimals: 2) : "", call.since?.text ?? "",
                call.lastReportAt?.text ?? "", count(.carried), count(.overruled),
                reasoning.theatre.scenario.gazetteer.places[call.placeIndex].id)
        }
        return table.text + more(places.count)
    }

    private static func reports(
        _ entries: [ReportsBehind.Entry], title: String, _ reasoning: FeatureReasoning
    ) -> String {
        guard !entries.isEmpty else { return "no report carries it\n" }
        var table = TextTable([
            (title, .left), ("valid from", .left), ("source", .left), ("says", .left), ("of", .left),
            ("counts", .right), ("because", .left),
        ])
        let log = reasoning.theatre.scenario.log
        for entry in entries.prefix(Self.shown) {
            let report = log.reports[entry.reportIndex]
            let others = entry.places.count - 1
            table.add(
                report.id, report.validFrom.text, report.source + (report.via.map { " via \($0)" } ?? ""),
                "\(report.claim.actors.first ?? "") \(report.claim.word)",
                reasoning.name(entry.places[0]) + (others > 0 ? " and \(others) more" : ""),
                entry.weight > 0 ? Decimals.fixed(entry.weight, decimals: 2) : "-", entry.reason)
        }
        return table.text + more(entries.count)
    }

    private static func more(_ count: Int) -> String {
        count > Self.shown ? "… and \(count - Self.shown) more (--json has all)\n" : ""
    }
}
