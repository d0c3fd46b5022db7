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
    /// Where the places are.
    private let points: [GridPoint]
    private var fronts: [String: KeptFront] = [:]

    package init(_ theatre: Theatre, places: SeriesPlaces, styled: Bool) {
        writer = GeoJSONWriter(theatre, styled: styled)
        self.places = places
        points = theatre.drawn.map { GridPoint(theatre.scenario.gazetteer.places[$0].coordinate) }
    }

    /// The file of a snapshot and its land; `before` is the snapshot of the moment before it.
    package mutating func bytes(of snapshot: Snapshot, _ land: Land, after before: Snapshot?) -> [UInt8] {
        let stamp = FeatureTemplate.Stamp(snapshot, writer)
        let lines = lines(of: snapshot, stamp)
        if places == .none {
            return writer.bytes(of: snapshot, land: land, fronts: lines, places: [], points: []) { json in
                json.key("places")
                json.string("none")
            }
        }
        if kept.isEmpty, let before { _ = renew(before) }
        let changed = renew(snapshot)
        guard places == .changed else {
            return writer.bytes(
                of: snapshot, land: land, fronts: lines, places: kept.map { $0.template.filled(stamp) }, points: points)
        }
        let written = before == nil ? Array(snapshot.places.indices) : changed
        return writer.bytes(
            of: snapshot, land: land, fronts: lines, places: written.map { kept[$0].template.filled(stamp) },
            points: before == nil ? points : []
        ) { json in
            json.key("places")
            json.string("changed")
            json.key("since")
            if let before { json.string(before.at.text) } else { json.null() }
        }
    }

    /// The features of the lines. Most lines stay where they are from one moment to the next.
    private mutating func lines(of snapshot: Snapshot, _ stamp: FeatureTemplate.Stamp) -> [[UInt8]] {
        var now: [String: KeptFront] = [:]
        let features = snapshot.fronts.map { front in
            let behind = writer.reports(behind: front, snapshot)
            if let before = fronts[front.id], before.behind == behind, before.front.isDrawn(as: front) {
                now[front.id] = before
                return before.template.filled(stamp)
            }
            let feature = writer.feature(front, snapshot, behind: behind)
            now[front.id] = KeptFront(front: front, behind: behind, template: template(feature, stamp))
            return feature
        }
        fronts = now
        return features
    }

    private func template(_ feature: [UInt8], _ stamp: FeatureTemplate.Stamp) -> FeatureTemplate {
        guard let template = FeatureTemplate(feature, stamp) else {
            preconditionFailure("a feature without the dates of its snapshot")
        }
        return template
    }

    /// Brings what is kept to the snapshot, and tells the positions of the places of which something else is said now.
    private mutating func renew(_ snapshot: Snapshot) -> [Int] {
        let stamp = FeatureTemplate.Stamp(snapshot, writer)
        func template(_ position: Int) -> FeatureTemplate {
            self.template(writer.feature(snapshot.places[position], snapshot), stamp)
        }
        if kept.isEmpty {
            kept = snapshot.places.indices.map { (snapshot.places[$0].call, template($0)) }
            return Array(kept.indices)
        }
        var changed: [Int] = []
        for position in kept.indices {
            if snapshot.places[position].call.isWritten(as: kept[position].call) { continue }
            let new = template(position)
            if !new.isSame(as: kept[position].template) { changed.append(position) }
            kept[position] = (snapshot.places[position].call, new)
        }
        return changed
    }
}

/// A line with its feature, and what that was made of.
private struct KeptFront {
    let front: Snapshot.FrontLine
    let behind: HeaviestReports
    let template: FeatureTemplate
}

extension Snapshot.FrontLine {
    /// Whether a line with the same id has the same feature, but for the reports behind it.
    fileprivate func isDrawn(as other: Snapshot.FrontLine) -> Bool {
        line == other.line && lengthInMetres == other.lengthInMetres && leftPlaces == other.leftPlaces
            && rightPlaces == other.rightPlaces
            && facing.elementsEqual(other.facing) {
                $0.distanceInMetres == $1.distanceInMetres && $0.isSure == $1.isSure
            }
    }
}

extension Call {
    /// Whether another call on the place gives the same feature, but for the date.
    fileprivate func isWritten(as other: Call) -> Bool {
        func hundredths(_ value: Double) -> Double { (value * 100).rounded(.toNearestOrAwayFromZero) }
        return hundredths(probability) == hundredths(other.probability) && isInferred == other.isInferred
            && since == other.since && lastReportAt == other.lastReportAt && status == other.status
            && (status != .unknown || likeliestSide == other.likeliestSide)
            && basis.count == other.basis.count
            // By index: to copy a weighing is to count up all that its cause holds.
            && basis.indices.allSatisfy { index in
                basis[index].reportIndex == other.basis[index].reportIndex
                    && basis[index].role == other.basis[index].role
                    && (basis[index].role != .carried
                        || hundredths(min(basis[index].weight, 1)) == hundredths(min(other.basis[index].weight, 1)))
            }
    }
}
