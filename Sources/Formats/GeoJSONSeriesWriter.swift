import Control
import Geometry
import Places
import Reports
import Rows
package import Snapshots

/// Which places the GeoJSON of each moment of a series has.
package enum SeriesPlaces: String, CaseIterable, Sendable {
    /// Every one: each file is what `frontline snapshot` writes.
    case all
    /// Every one in the first; in the others those of which something else is said than in the moment before.
    case changed
    /// Areas and lines alone.
    case none
}

/// Writes the snapshots of a series one after the other. Of most places the same is said from one to the next but for
/// the date, so their features are kept.
package struct GeoJSONSeriesWriter {
    private let writer: GeoJSONWriter
    private let places: SeriesPlaces
    /// By position among the places of a snapshot: the call written last, and its feature.
    private var kept: [(call: Call, template: FeatureTemplate)] = []

    package init(_ theatre: Theatre, places: SeriesPlaces, styled: Bool) {
        writer = GeoJSONWriter(theatre, styled: styled)
        self.places = places
    }

    /// The file of a snapshot and its land; `before` is the snapshot of the moment before it.
    package mutating func bytes(of snapshot: Snapshot, _ land: Land, after before: Snapshot?) -> [UInt8] {
        if places == .none {
            return writer.bytes(of: snapshot, land: land, places: [], points: []) { json in
                json.key("places")
                json.string("none")
            }
        }
        if kept.isEmpty, let before { _ = renew(before) }
        let changed = renew(snapshot)
        guard places == .changed else {
            let stamp = FeatureTemplate.Stamp(snapshot, writer)
            return writer.bytes(
                of: snapshot, land: land, places: kept.map { $0.template.filled(stamp) }, points: points(snapshot))
        }
        let written = before == nil ? Array(snapshot.places.indices) : changed
        let stamp = FeatureTemplate.Stamp(snapshot, writer)
        return writer.bytes(
            of: snapshot, land: land, places: written.map { kept[$0].template.filled(stamp) },
            points: before == nil ? points(snapshot) : []
        ) { json in
            json.key("places")
            json.string("changed")
            json.key("since")
            if let before { json.string(before.at.text) } else { json.null() }
        }
    }

    private func points(_ snapshot: Snapshot) -> [GridPoint] {
        snapshot.places.map { GridPoint(writer.theatre.scenario.gazetteer.places[$0.placeIndex].coordinate) }
    }

    /// Brings what is kept to the snapshot, and tells the positions of the places of which something else is said now.
    private mutating func renew(_ snapshot: Snapshot) -> [Int] {
        let stamp = FeatureTemplate.Stamp(snapshot, writer)
        func template(_ position: Int) -> FeatureTemplate {
            let feature = writer.feature(snapshot.places[position], snapshot)
            guard let template = FeatureTemplate(feature, stamp) else {
                preconditionFailure("a place without the dates of its snapshot")
            }
            return template
        }
        if kept.isEmpty {
            kept = snapshot.places.indices.map { (snapshot.places[$0].call, template($0)) }
            return Array(kept.indices)
        }
        var changed: [Int] = []
        for position in kept.indices {
            let call = snapshot.places[position].call
            if call.isWritten(as: kept[position].call) { continue }
            let new = template(position)
            if !new.isSame(as: kept[position].template) { changed.append(position) }
            kept[position] = (call, new)
        }
        return changed
    }
}

extension Call {
    /// Whether another call on the place gives the same feature, but for the date.
    fileprivate func isWritten(as other: Call) -> Bool {
        func hundredths(_ value: Double) -> Double { (value * 100).rounded(.toNearestOrAwayFromZero) }
        return hundredths(probability) == hundredths(other.probability) && isInferred == other.isInferred
            && since == other.since && lastReportAt == other.lastReportAt && status == other.status
            && (status != .unknown || likeliestSide == other.likeliestSide)
            && basis.elementsEqual(other.basis) { one, another in
                one.reportIndex == another.reportIndex && one.role == another.role
                    && (one.role != .carried
                        || hundredths(min(one.weight, 1)) == hundredths(min(another.weight, 1)))
            }
    }
}
