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
    let placeCellCount: Int
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
            tessellation = try Tessellation(
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

    /// The same by a model that weighed the reports before: worth it for more than one moment.
    package func snapshot(at: Moment, model: ControlModel) -> Snapshot {
        let calls = model.calls(at: at)
        let asKnownOn = model.asKnownOn
        let states = drawn.enumerated().map { position, index in
            Snapshot.PlaceState(placeIndex: index, call: calls[index], cell: tessellation.cellOfSite[position])
        }
        let labels = CellLabels(states: states, cellCount: placeCellCount)
        let likely = LikelyLabels(labels, states)
        let owners = owners(labels, likely)
        return Snapshot(
            at: at, asKnownOn: asKnownOn, method: Self.method, places: states, ownerOfCell: owners,
            areas: areas(labels, owners, states), fronts: numbered(fronts(labels, likely, owners, states)),
            digest: digest(states, at: at, asKnownOn: asKnownOn))
    }

    private func areas(
        _ labels: CellLabels, _ owners: [Int32], _ states: [Snapshot.PlaceState]
    ) -> [Snapshot.ControlArea] {
        regions(labels.labelOfCell, owners).areas.map { area in
            let holder = labels.holder(area.label)
            let members = states.indices.filter { labels.labelOfCell[Int(states[$0].cell)] == area.label }
            return Snapshot.ControlArea(
                holder: holder, polygons: area.polygons, areaInSquareMetres: area.areaInSquareMetres, places: members,
                reports: carriers(members.lazy.map { states[$0].call }))
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
                reports: carriers((left + right).lazy.map { states[$0].call }))
        }
    }

    /// The reports that carried any of the calls, sorted.
    private func carriers(_ calls: some Sequence<Call>) -> [Int] {
        var found: Set<Int> = []
        for call in calls {
            for weighing in call.basis where weighing.role == .carried { found.insert(weighing.reportIndex) }
        }
        return found.sorted()
    }

    private func digest(_ states: [Snapshot.PlaceState], at: Moment, asKnownOn: Moment?) -> String {
        var digest = Digest()
        digest.line(
            "frontline-snapshot/1", at.text, asKnownOn?.text ?? "", Self.method.label, tessellationDigest)
        for parameter in Self.method.parameters { digest.line(parameter.name, parameter.value) }
        for state in states {
            digest.line(
                scenario.gazetteer.places[state.placeIndex].id, Holder(state.call.status).key,
                Decimals.fixed(state.call.probability, decimals: 3), state.call.isInferred ? "inferred" : "reported",
                state.call.status == .unknown ? state.call.likeliestSide ?? "" : "")
        }
        return digest.finish()
    }
}
