internal import Control
package import Fronts
package import Geometry
package import Reports
package import Rows

/// Control areas and front lines straight from a table of places with holders.
package struct HeldMap: Sendable {
    package let table: HeldTable
    package let at: Moment?
    package let reachInMetres: Double?
    /// One for each holder that owns land, sorted; then what is unknown and out of reach.
    package let areas: [Area]
    /// Between each two holders, sorted by them, then by where they begin.
    package let fronts: [FrontLine]
    /// Rows on the spot of an earlier one, which decides.
    package let doubles: Doubles
    /// Places that lie outside the area: they speak for the land inside that is nearest to them, and no more.
    package let outside: Outside
    /// `sha256:` over the areas and lines with their holders.
    package let digest: String

    package struct Area: Sendable {
        package let holder: Holder
        package let polygons: [GridPolygon]
        package let areaInSquareMetres: Double
        /// Those inside the area.
        package let placeCount: Int

        package var id: String { "control_area/\(holder.key)" }
    }

    package struct FrontLine: Sendable {
        package let left: String
        package let right: String
        package let line: [GridPoint]
        package let lengthInMetres: Double
        /// The lines between the same two holders count from 1.
        package let number: Int

        package var id: String { "front_line/\(left)|\(right)/\(number)" }
    }

    package struct Doubles: Sendable {
        package var count = 0
        /// Those that name another holder than the row that decides.
        package var contrary = 0
        package var firstLine = 0
    }

    package struct Outside: Sendable {
        package var count = 0
        package var firstLine = 0
    }

    /// Each spot of the area goes to the holder of the nearest place, if that is within reach.
    ///
    /// - Parameters:
    ///   - area: the area of interest; nil for the box of the places with a margin, or with a reach all that is within.
    ///   - areaFile: its name, for errors.
    /// - Throws: `InputError` where the area cannot be used or holds no place.
    /// - Complexity: O(n log n).
    package init(
        _ table: HeldTable, at: Moment? = nil, area: MultiPolygon?, areaFile: String?, reachInMetres: Double?
    ) throws(InputError) {
        self.table = table
        self.at = at
        self.reachInMetres = reachInMetres
        let inside = area.map { PointsInArea($0) }
        var outside = Outside()
        let isInside = table.coordinates.indices.map { place in
            guard let inside, !inside.contains(table.coordinates[place]) else { return true }
            outside.count += 1
            if outside.count == 1 { outside.firstLine = Int(table.lines[place]) }
            return false
        }
        guard outside.count < isInside.count else {
            throw InputError(file: areaFile ?? table.file, fact: HeldFact.noneInside(places: isInside.count))
        }
        self.outside = outside
        let tessellation: Tessellation
        do throws(TessellationError) {
            tessellation = try Tessellation(
                sites: table.coordinates, area: area, reachInMetres: reachInMetres, labels: table.holders)
        } catch {
            throw InputError(file: areaFile ?? table.file, fact: MapFact(reason: error.description))
        }
        let regions = ControlRegions(
            tessellation: tessellation, labels: tessellation.siteOfCell.map { table.holders[Int($0)] })
        let unknown = Int32(table.actors.count)
        var doubles = Doubles()
        var counts = [Int](repeating: 0, count: table.actors.count + 1)
        for (place, cell) in tessellation.cellOfSite.enumerated() {
            let first = Int(tessellation.siteOfCell[Int(cell)])
            if isInside[place] { counts[Int(table.holders[first])] += 1 }
            guard first != place else { continue }
            doubles.count += 1
            if doubles.count == 1 { doubles.firstLine = Int(table.lines[place]) }
            if table.holders[first] != table.holders[place] { doubles.contrary += 1 }
        }
        self.doubles = doubles
        areas = regions.areas.map { area in
            let holder: Holder =
                area.label < 0
                ? .beyondReach : area.label == unknown ? .unknown : .held(side: table.actors[Int(area.label)])
            return Area(
                holder: holder, polygons: area.polygons, areaInSquareMetres: area.areaInSquareMetres,
                placeCount: area.label < 0 ? 0 : counts[Int(area.label)])
        }
        .sorted { $0.holder < $1.holder }
        var numbers: [[Int32]: Int] = [:]
        fronts = regions.fronts { $0 < unknown && $1 < unknown }.map { front in
            numbers[[front.left, front.right], default: 0] += 1
            return FrontLine(
                left: table.actors[Int(front.left)], right: table.actors[Int(front.right)], line: front.points,
                lengthInMetres: front.lengthInMetres, number: numbers[[front.left, front.right]]!)
        }
        digest = Self.digest(areas, fronts, at)
    }

    /// How the lines were made.
    package var method: [(name: String, value: String)] {
        [("line", "half_way")] + (reachInMetres.map { [("reach_km", Decimals.shortest($0 / 1000, decimals: 3))] } ?? [])
    }

    private static func digest(_ areas: [Area], _ fronts: [FrontLine], _ at: Moment?) -> String {
        var digest = Digest()
        digest.line("frontline-areas/1", at?.text ?? "")
        for area in areas {
            digest.line(area.id)
            for ring in area.polygons.flatMap(\.rings) { digest.numbers(ring.lazy.flatMap { [$0.x, $0.y] }) }
        }
        for front in fronts {
            digest.line(front.id)
            digest.numbers(front.line.lazy.flatMap { [$0.x, $0.y] })
        }
        return digest.finish()
    }
}

/// Why no map could be made of the places.
private struct MapFact: ProblemFact {
    let reason: String
    var code: String { "unusable-places" }
    var sentence: String { "no map can be made: \(reason)" }
}
