import Control
import Fronts
import Geometry
import Places
import Reports

extension Theatre {
    /// The sectors in which land went from one side to another, largest first; `places` are those called otherwise.
    ///
    /// - Complexity: O(cells), and little for each edge of a sector's border.
    func advances(from a: Snapshot, to b: Snapshot, _ places: [Difference.PlaceChange]) -> [Advance] {
        let sides = Set(a.likely.sides).union(b.likely.sides).sorted()
        let nobody = Int32(sides.count)
        func labels(_ snapshot: Snapshot) -> [Int32] {
            let number = snapshot.likely.sides.map { Int32(sides.firstIndex(of: $0)!) }
            let ofPlaceCell = snapshot.likely.labelOfCell.map { label in
                Int(label) < 2 * number.count ? number[Int(label) / 2] : nobody
            }
            return snapshot.ownerOfCell.map { ofPlaceCell[Int($0)] }
        }
        let sectors = ControlRegions(tessellation: tessellation, labels: labels(a))
            .sectors(to: labels(b), cells.edges(of: tessellation)) { $0 != nobody && $1 != nobody }
        guard !sectors.isEmpty else { return [] }
        let positions = cells.positions(in: self)
        let reportsOfPlace = Dictionary(uniqueKeysWithValues: places.map { ($0.placeIndex, $0.reports) })
        let cellAreas = cells.areas(of: tessellation).ofCells
        var numbers: [Int32: Int] = [:]
        let sorted = sectors.sorted {
            $0.areaInSquareMetres != $1.areaInSquareMetres
                ? $0.areaInSquareMetres > $1.areaInSquareMetres
                : $0.polygon.rings[0].lexicographicallyPrecedes($1.polygon.rings[0])
        }
        return sorted.map { sector in
            let pair = sector.from * nobody + sector.to
            numbers[pair, default: 0] += 1
            let kind = Self.kind(sector)
            let measure = AdvanceMeasure(sector, isPocket: kind != .advance)
            let members = sector.cells.flatMap { positions.ofCell($0) }.sorted()
            let called = sector.cells.reduce(0.0) { sum, cell in
                a.isCalledHeld(cell) && b.isCalledHeld(cell) ? sum + cellAreas[Int(cell)] : sum
            }
            return Advance(
                from: sides[Int(sector.from)], to: sides[Int(sector.to)], number: numbers[pair]!, kind: kind,
                polygon: sector.polygon, areaInSquareMetres: sector.areaInSquareMetres,
                calledAreaInSquareMetres: called, measure: measure, places: members.map { b.places[$0].placeIndex },
                nearest: anchor(of: measure.middle, members, sector, a, b),
                reports: Set(members.flatMap { reportsOfPlace[b.places[$0].placeIndex] ?? [] }).sorted())
        }
    }

    private static func kind(_ sector: Sector) -> Advance.Kind {
        if sector.hasOtherBorder { return .advance }
        if sector.newLine.isEmpty { return .pocketTaken }
        return sector.oldLine.isEmpty ? .pocketMade : .advance
    }

    /// The place nearest to a sector's middle: of those in it or, where there are none, of those that its land goes with.
    private func anchor(
        of middle: Coordinate, _ members: [Int], _ sector: Sector, _ a: Snapshot, _ b: Snapshot
    ) -> Advance.Anchor? {
        var candidates = members.map { b.places[$0].placeIndex }
        if candidates.isEmpty {
            let owners = sector.cells.flatMap { [a.ownerOfCell[Int($0)], b.ownerOfCell[Int($0)]] }
            candidates = Set(owners).sorted().map { drawn[Int(tessellation.siteOfCell[Int($0)])] }
        }
        let places = scenario.gazetteer.places
        return candidates.map { index -> Advance.Anchor in
            let way = Geodesic.inverse(places[index].coordinate, middle)
            return Advance.Anchor(
                placeIndex: index, distanceInMetres: way.distanceInMetres, azimuthInDegrees: way.azimuthInDegrees)
        }
        .min { ($0.distanceInMetres, places[$0.placeIndex].id) < ($1.distanceInMetres, places[$1.placeIndex].id) }
    }
}

extension Snapshot {
    /// Whether the place that a cell goes with is called held by a side, not merely likely to be.
    fileprivate func isCalledHeld(_ cell: Int32) -> Bool {
        likely.isCertain(likely.labelOfCell[Int(ownerOfCell[Int(cell)])])
    }
}
