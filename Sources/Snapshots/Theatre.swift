package import Control
import Fronts
package import Geometry
import Places
package import Reports
package import Rows

/// A scenario with the tessellation of its places: what all its moments share.
package struct Theatre: Sendable {
    package let scenario: Scenario
    /// The cells of the drawn places, then those of the land half-way between two of them (`BorderSites`).
    package let tessellation: Tessellation
    /// Gazetteer indices of the places that have a cell, sorted by id.
    package let drawn: [Int]
    let borders: BorderSites
    /// Cells are numbered in the order of their first sites, so those of places come first.
    package let placeCellCount: Int
    let cells = CellFacts()
    /// SHA-256 of the tessellation's vertices and edges.
    let tessellationDigest: String

    /// Draws the cells of all places that can be held as one spot and lie in the area of interest.
    ///
    /// Throws `InputError` where the area cannot be used or holds no place. O(n log n) in the number of places.
    package init(_ scenario: Scenario) throws(InputError) {
        self.scenario = scenario
        let places = scenario.gazetteer.places
        drawn = places.indices.filter { index in
            guard places[index].kind.isPointLike else { return false }
            return scenario.area.map { PointInPolygon.contains($0, places[index].coordinate) } ?? true
        }
        .sorted { places[$0].id < places[$1].id }
        let spots = drawn.map { places[$0].coordinate }
        borders = BorderSites(places: spots, reachInMetres: scenario.settings.reachInMetres)
        do throws(TessellationError) {
            tessellation = try TessellationCache.tessellation(
                sites: spots + borders.coordinates, area: scenario.area,
                reachInMetres: scenario.settings.reachInMetres)
        } catch {
            throw InputError(
                file: scenario.areaFile ?? scenario.folder, fact: AreaFact.unusable(reason: error.description))
        }
        placeCellCount = Int((tessellation.cellOfSite.prefix(drawn.count).max() ?? -1) + 1)
        var digest = Digest()
        digest.numbers(tessellation.vertices.lazy.flatMap { [$0.x, $0.y] })
        digest.numbers(tessellation.edges.lazy.flatMap { [$0.from, $0.to, $0.left, $0.right] })
        tessellationDigest = digest.finish()
    }

    /// Who held what at `at`, as known on `asKnownOn`.
    package func snapshot(at: Moment, asKnownOn: Moment? = nil) -> Snapshot {
        snapshot(at: at, model: ControlModel(scenario, asKnownOn: asKnownOn))
    }

    /// The same by a model that weighed the reports before. For many moments there is ``SnapshotMaker``.
    package func snapshot(at: Moment, model: ControlModel) -> Snapshot {
        var maker = SnapshotMaker(self)
        return maker.snapshot(at: at, model: model)
    }

    func areas(_ labels: CellLabels, _ owners: [Int32], _ states: [Snapshot.PlaceState]) -> [Snapshot.ControlArea] {
        areas(
            labels, owners, states, polygons: regions(labels.labelOfCell, owners).areas.map { ($0.label, $0.polygons) })
    }

    /// The areas with polygons drawn before.
    func areas(
        _ labels: CellLabels, _ owners: [Int32], _ states: [Snapshot.PlaceState],
        polygons: [(label: Int32, polygons: [GridPolygon])]
    ) -> [Snapshot.ControlArea] {
        var members = [[Int]](repeating: [], count: labels.holders.count)
        for position in states.indices {
            members[Int(labels.labelOfCell[Int(states[position].cell)])].append(position)
        }
        let sizes = areasInSquareMetres(labels, owners)
        return polygons.map { label, polygons in
            let places = label == Tessellation.beyondReach ? [] : members[Int(label)]
            return Snapshot.ControlArea(
                holder: labels.holder(label), polygons: polygons,
                areaInSquareMetres: label == Tessellation.beyondReach ? sizes.beyondReach : sizes.ofLabels[Int(label)],
                places: places, reports: carriers(places, states))
        }
        .sorted { $0.holder < $1.holder }
    }

    /// The lines between hostile sides. Where a cell is unknown the line runs by the side that most speaks for, and is
    /// marked as not certain: a line broken at every doubt would hide where the front is.
    func fronts(
        _ labels: CellLabels, _ likely: LikelyLabels, _ owners: [Int32], _ states: [Snapshot.PlaceState],
        drawn: [Front]? = nil
    ) -> [Snapshot.FrontLine] {
        let facing = FacingPlaces(self, states, labels, owners)
        let lines = drawn ?? regions(likely.labelOfCell, owners).fronts(hostile: likely.areHostile)
        return lines.map { front in
            let left = facing.places(front.cells.map(\.left))
            let right = facing.places(front.cells.map(\.right))
            return Snapshot.FrontLine(
                left: likely.side(front.left)!, right: likely.side(front.right)!,
                isCertain: likely.isCertain(front.left) && likely.isCertain(front.right), line: front.points,
                lengthInMetres: front.lengthInMetres, number: 0, facing: facing.pairs(front.cells),
                stretches: facing.stretches(front), leftPlaces: left, rightPlaces: right,
                reports: carriers(left + right, states))
        }
    }

    /// The reports that carried the call of any of the places, sorted.
    private func carriers(_ places: [Int], _ states: [Snapshot.PlaceState]) -> [Int] {
        var found: [Int] = []
        for place in places {
            let basis = states[place].call.basis
            // By index: to copy a weighing is to count up all that its cause holds.
            for index in basis.indices where basis[index].role == .carried { found.append(basis[index].reportIndex) }
        }
        found.sort()
        var kept = 0
        for index in found.indices where index == 0 || found[index] != found[kept - 1] {
            found[kept] = found[index]
            kept += 1
        }
        found.removeSubrange(kept...)
        return found
    }
}
