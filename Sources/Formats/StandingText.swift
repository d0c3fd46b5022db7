import Control
import Geometry
package import Places
import Reports
import Rows
package import Snapshots

/// Where a point or a road stands against the front, for people.
package enum StandingText {
    package static func text(_ standing: Standing, _ parts: Parts, _ snapshot: Snapshot, _ theatre: Theatre) -> String {
        let labels = Labels(actors: theatre.scenario.actors)
        var out = heading(snapshot)
        line("holder", holder(standing, labels, snapshot, theatre), &out)
        line("side", position(standing, labels), &out)
        if let front = standing.front { line("front", self.front(front, labels), &out) }
        if let front = standing.likelyFront { line("likely front", self.front(front, labels), &out) }
        for (label, land) in [("contested", standing.contested), ("unknown", standing.unknown)] {
            guard let land else { continue }
            let who = label == "contested" ? printable(labels.holder(land.holder)) : "unknown land"
            line(label, "\(who) begins \(way(land.distanceInMetres, land.azimuthInDegrees))", &out)
        }
        for (side, enclosure) in standing.enclosures {
            let whose = standing.enclosures.count > 1 ? "for \(printable(labels.side(side))): " : ""
            line("way out", whose + wayOut(enclosure, standing, parts, theatre), &out)
        }
        return out
    }

    private static func heading(_ snapshot: Snapshot) -> String {
        let known = snapshot.asKnownOn.map { "as known on \($0.text)" } ?? "by all that is known"
        return "\(snapshot.at.text), \(known), by \(snapshot.method.label)\n"
    }

    /// `Rebels, 0.97 sure, by its own reports since 2015-11-27`.
    private static func holder(
        _ standing: Standing, _ labels: Labels, _ snapshot: Snapshot, _ theatre: Theatre
    ) -> String {
        let holder = printable(labels.holder(standing.holder))
        guard let index = standing.spokenForBy else { return holder }
        let state = snapshot.places[index]
        let place = theatre.scenario.gazetteer.places[state.placeIndex]
        let isItself = standing.distanceToPlaceInMetres == 0
        let whose =
            isItself
            ? (state.call.isInferred ? "by its surroundings" : "by its own reports")
            : "as \(printable(place.name)) (\(Distance.text(inMetres: standing.distanceToPlaceInMetres)) away)"
        guard state.call.status != .unknown else {
            let likely = state.call.likeliestSide.map { ", most speaks for \(printable(labels.side($0)))" } ?? ""
            return holder + (isItself ? "" : ", \(whose)") + likely
        }
        let since = state.call.since.map { " since \($0.text)" } ?? ""
        return "\(holder), \(Decimals.fixed(state.call.probability, decimals: 2)) sure, \(whose)\(since)"
    }

    private static func position(_ standing: Standing, _ labels: Labels) -> String {
        let side = standing.holder.side.map { printable(labels.side($0)) } ?? ""
        return switch standing.position {
        case .behind: "behind the lines of \(side)"
        case .tooNear: "too near the line to say: on the side of \(side) as drawn"
        case .atTheLine: "at the line: its own reports say \(side), the ground around it is too near the line to say"
        case .contested: "in contested land"
        case .unknown: "in land that nobody is known to hold"
        case .beyondReach: "out of reach of any place that could speak for it"
        case .noFront: "no front is known on this map"
        }
    }

    /// `1.3 km E: Islamic State and Rebels, within 1.0 km in half of such lines (front_line/isis|rebels/3)`.
    private static func front(_ near: Standing.NearFront, _ labels: Labels) -> String {
        "\(way(near.distanceInMetres, near.azimuthInDegrees)), between \(sides(near.front, labels))"
            + "\(doubt(near.front)) (\(printable(near.front.id)))"
    }

    private static func sides(_ front: Snapshot.FrontLine, _ labels: Labels) -> String {
        "\(printable(labels.side(front.left))) and \(printable(labels.side(front.right)))"
    }

    private static func doubt(_ front: Snapshot.FrontLine) -> String {
        Doubt(front).map { ", ± \(Distance.text(inMetres: $0.halfInMetres)) in half of such lines" } ?? ""
    }

    private static func wayOut(
        _ enclosure: Snapshot.Enclosure, _ standing: Standing, _ parts: Parts, _ theatre: Theatre
    ) -> String {
        let text = PartText.enclosure(enclosure, theatre.scenario.actors)
        let reason =
            switch enclosure.status {
            case .encircled, .open: ""
            case .perhaps: ": only land that is unknown or contested leads out"
            case .edge: ": what lies beyond it cannot be said"
            }
        guard let part = standing.part.map({ parts.all[$0] }), let id = part.id else { return text + reason }
        return text + reason + " (\(printable(id)), \(Decimals.fixed(part.areaInSquareMetres / 1e6, decimals: 1)) km²)"
    }

    private static func way(_ metres: Double, _ azimuth: Double) -> String {
        "\(Distance.text(inMetres: metres)) \(Distance.compassPoint(azimuthInDegrees: azimuth))"
    }

    private static func line(_ label: String, _ text: String, _ out: inout String) {
        out += "  " + label + String(repeating: " ", count: max(1, 13 - label.count)) + text + "\n"
    }
}

extension StandingText {
    /// A road: whether it is cut, the front nearest to it, and its stretches from its first point on.
    package static func text(_ road: RoadStanding, _ place: Place, _ snapshot: Snapshot, _ theatre: Theatre) -> String {
        let labels = Labels(actors: theatre.scenario.actors)
        var out = heading(snapshot)
        line("road", status(road, labels), &out)
        for (label, near) in [("front", road.front), ("likely front", road.likelyFront)] {
            guard let near else { continue }
            let spot = position(near.onRoad, theatre, leavingOut: place)
            let distance =
                near.distanceInMetres == 0
                ? "crosses the road"
                : "\(way(near.distanceInMetres, near.azimuthInDegrees)) of the road"
            let known =
                near.distanceInMetres < place.uncertaintyInMetres
                ? "; the road's own course is known to \(Distance.text(inMetres: place.uncertaintyInMetres))" : ""
            line(
                label,
                "\(distance), \(spot), between \(sides(near.front, labels))\(doubt(near.front)) "
                    + "(\(printable(near.front.id)))\(known)", &out)
        }
        let held = road.stretches.filter { $0.holder?.side != nil }
        if held.count > 1, let longest = held.max(by: { $0.lengthInMetres < $1.lengthInMetres }) {
            line(
                "longest",
                "\(longest.holder.map { printable(labels.holder($0)) } ?? "") "
                    + "\(Decimals.fixed(longest.lengthInMetres / 1000, decimals: 1)) km unbroken, from "
                    + "\(position(longest.from, theatre, leavingOut: place)) to "
                    + position(longest.to, theatre, leavingOut: place), &out)
        }
        var table = TextTable([("stretch km", .right), ("held by", .left), ("from", .left), ("to", .left)])
        for stretch in road.stretches {
            table.add(
                Decimals.fixed(stretch.lengthInMetres / 1000, decimals: 1),
                stretch.holder.map(labels.holder) ?? "outside the area of interest",
                position(stretch.from, theatre, leavingOut: place), position(stretch.to, theatre, leavingOut: place))
        }
        return out + "\n" + table.text
    }

    private static func status(_ road: RoadStanding, _ labels: Labels) -> String {
        func names(_ ids: [String]) -> String { labels.sides(ids) }
        func kilometres(_ stretches: [RoadStanding.Stretch]) -> String {
            Decimals.fixed(stretches.reduce(0) { $0 + $1.lengthInMetres } / 1000, decimals: 1)
        }
        let ends = names([road.endsWith].compactMap { $0 })
        return switch road.status {
        case .held: "not cut: \(ends) from end to end"
        case .cut:
            "cut: both ends are with \(ends), \(kilometres(road.breaks)) km between with "
                + names(Set(road.breaks.flatMap { $0.holder?.sides ?? [] }).sorted())
        case .perhapsCut:
            "perhaps cut: both ends are with \(ends), "
                + "\(kilometres(road.stretches.filter { $0.holder?.side != road.endsWith })) km between are not known to be"
        case .divided:
            "divided: one end is with \(names([road.stretches.first?.holder?.side].compactMap { $0 })), the other with "
                + names([road.stretches.last?.holder?.side].compactMap { $0 })
        case .open: "whether it is cut cannot be said: an end of it is not with one side"
        }
    }

    /// `1.2 km N of Menagh`, from the nearest settlement.
    private static func position(_ point: Coordinate, _ theatre: Theatre, leavingOut road: Place) -> String {
        let position = RelativePosition(of: point, in: theatre.scenario.gazetteer, itself: road.id)
        return (position.nearest ?? position.town).map { printable($0.text) }
            ?? "\(Decimals.shortest(point.longitude, decimals: 4)),\(Decimals.shortest(point.latitude, decimals: 4))"
    }
}
