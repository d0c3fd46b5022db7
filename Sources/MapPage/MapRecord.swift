import Control
import Geometry
import Reports
package import Snapshots

/// All moments of a map, kept where they differ from the ones before: what the files of the page are written from.
package struct MapRecord: Sendable {
    private(set) var moments: [MomentFigures] = []
    /// For each drawn place of the theatre, in its order.
    private(set) var kinds: [Timeline<CallKind>]
    /// How sure each call is, in hundredths.
    private(set) var hundredths: [Timeline<Int>]
    private(set) var dates: [Timeline<PlaceDates>]
    private(set) var reasons: [Timeline<[WeighedReport]>]
    /// For each cell of the land half-way between two places the cell of the place that it goes with.
    private(set) var owners: [Timeline<Int32>]
    /// For each cell of places the place that decides what it is called, as a position among the drawn; -1 for none.
    private(set) var deciding: [Timeline<Int32>]
    private let firstBorderCell: Int

    /// What a moment has of its own.
    struct MomentFigures: Sendable {
        let at: Moment
        let knownAt: Moment?
        let digest: String
        let areas: [(holder: Holder, squareMetres: Double)]
    }

    package init(_ theatre: Theatre) {
        let (places, cells) = (theatre.drawn.count, theatre.placeCellCount)
        kinds = .init(repeating: Timeline(), count: places)
        hundredths = .init(repeating: Timeline(), count: places)
        dates = .init(repeating: Timeline(), count: places)
        reasons = .init(repeating: Timeline(), count: places)
        owners = .init(repeating: Timeline(), count: theatre.tessellation.cellCount - cells)
        deciding = .init(repeating: Timeline(), count: cells)
        firstBorderCell = cells
    }

    /// Adds the moment that follows those before; `number` counts all of the series from 0.
    ///
    /// - Complexity: O(places, cells and reports behind the calls).
    package mutating func add(_ snapshot: Snapshot, number: Int) {
        moments.append(
            MomentFigures(
                at: snapshot.at, knownAt: snapshot.asKnownOn, digest: snapshot.digest,
                areas: snapshot.areas.map { ($0.holder, $0.areaInSquareMetres) }))
        for position in snapshot.places.indices {
            let call = snapshot.places[position].call
            kinds[position].note(CallKind(call), from: number)
            hundredths[position].note(
                Int((call.probability * 100).rounded(.toNearestOrAwayFromZero)), from: number)
            dates[position].note(PlaceDates(since: call.since, lastReport: call.lastReportAt), from: number)
            reasons[position].note(call.basis.map(WeighedReport.init), from: number)
        }
        for cell in owners.indices { owners[cell].note(snapshot.ownerOfCell[firstBorderCell + cell], from: number) }
        for (cell, place) in snapshot.decidingPlaceOfCell.enumerated() {
            deciding[cell].note(Int32(place ?? -1), from: number)
        }
    }

    /// Goes on with the moments of another record of the same theatre, which follow those of this one.
    package mutating func append(_ later: MapRecord) {
        moments += later.moments
        func join<Value>(_ mine: inout [Timeline<Value>], _ theirs: [Timeline<Value>]) {
            for index in mine.indices { mine[index].append(theirs[index]) }
        }
        join(&kinds, later.kinds)
        join(&hundredths, later.hundredths)
        join(&dates, later.dates)
        join(&reasons, later.reasons)
        join(&owners, later.owners)
        join(&deciding, later.deciding)
    }
}
