import Control
import Places
import Reports
import Rows
package import Snapshots

/// All that leads to one area or one line of a snapshot, for `frontline why`.
package struct FeatureReasoning: Sendable {
    package enum Feature: Sendable {
        case area(Snapshot.ControlArea)
        case front(Snapshot.FrontLine)
        case part(Snapshot.Part)
    }

    package let feature: Feature
    package let snapshot: Snapshot
    package let theatre: Theatre

    /// Nil where the snapshot has no area or line of that id.
    package init?(id: String, snapshot: Snapshot, theatre: Theatre) {
        if let area = snapshot.areas.first(where: { $0.id == id }) {
            feature = .area(area)
        } else if let front = snapshot.front(withID: Self.line(ofBand: id) ?? id) {
            feature = .front(front)
        } else if Self.partKinds.contains(where: { id.hasPrefix("\($0)/") }),
            let part = Parts(snapshot, theatre).all.first(where: { $0.id == id })
        {
            feature = .part(part)
        } else {
            return nil
        }
        self.snapshot = snapshot
        self.theatre = theatre
    }

    /// Whether a text is meant as the id of an area or a line: its first word is that of one, or nearly so.
    package static func isMeant(by text: String) -> Bool {
        guard let slash = text.firstIndex(of: "/") else { return false }
        return EditDistance.nearest(to: String(text[..<slash]), among: kinds) != nil
    }

    /// The ids that are nearest to one that is not there, the nearest first, at most three; of the same kind and sides
    /// where there are any.
    package static func nearest(to id: String, in snapshot: Snapshot, _ theatre: Theatre) -> [String] {
        let ids =
            snapshot.areas.map(\.id) + snapshot.fronts.map(\.id) + Parts(snapshot, theatre).cutOff.compactMap(\.id)
        let bytes = Array(id.utf8)
        let near = ids.compactMap { other in
            EditDistance.between(bytes, Array(other.utf8), limit: max(2, bytes.count / 2)).map { ($0, other) }
        }
        return near.sorted { $0 < $1 }.prefix(3).map(\.1)
    }

    /// `front_line/isis|rebels/2` of `front_band/isis|rebels/2/half`; nil for what is no band.
    private static func line(ofBand id: String) -> String? {
        for kind in ["likely_front_", "front_"] where id.hasPrefix(kind + "band/") {
            guard let end = id.lastIndex(of: "/") else { return nil }
            return kind + "line/" + id[..<end].dropFirst((kind + "band/").count)
        }
        return nil
    }

    /// Ids that `diff` writes: they are of two moments, and one moment has no reasoning for them.
    package static let kindsOfDifferences = ["change", "advance", "event"]
    private static let partKinds = ["pocket", "exclave"]
    private static let kinds =
        [
            "control_area", "front_line", "likely_front_line", "front_segment", "likely_front_segment", "front_band",
            "likely_front_band",
        ] + partKinds

    /// As indices into the snapshot's places.
    var places: [Int] {
        switch feature {
        case .area(let area): area.places
        case .front(let front): Set(front.leftPlaces + front.rightPlaces).sorted()
        case .part(let part): part.places
        }
    }

    var id: String {
        switch feature {
        case .area(let area): area.id
        case .front(let front): front.id
        case .part(let part): part.id ?? ""
        }
    }

    func name(_ place: Int) -> String {
        theatre.scenario.gazetteer.places[snapshot.places[place].placeIndex].name
    }

    /// Of an area the places that tell most: those with the heaviest reports, the newest first among equals.
    var mostTelling: [Int] {
        func weight(_ place: Int) -> Double {
            snapshot.places[place].call.basis.reduce(0) { $1.role == .carried ? $0 + $1.weight : $0 }
        }
        let weighed = places.map {
            (place: $0, weight: weight($0), last: snapshot.places[$0].call.lastReportAt?.text ?? "")
        }
        return weighed.filter { $0.weight > 0 }
            .sorted { ($1.weight, $1.last, $0.place) < ($0.weight, $0.last, $1.place) }.map(\.place)
    }

    /// Of an area the places that are held on least.
    var leastSure: [Int] {
        places.filter { snapshot.places[$0].call.status != .unknown }
            .sorted { (snapshot.places[$0].call.probability, $0) < (snapshot.places[$1].call.probability, $1) }
    }
}
