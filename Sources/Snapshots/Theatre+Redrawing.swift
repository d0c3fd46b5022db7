import Control
import Fronts
import Geometry
import Places
import Reports
import Rows

extension Theatre {
    /// The same snapshot with its lines smoothed, and the areas beside them. Calls, lines and places stay what they are;
    /// the method and the digest tell of the setting.
    ///
    /// Areas are drawn by calls and lines by what is likely; both take their arcs from one map that tells apart what either
    /// does. The difference of two moments is taken of snapshots as they were made, which is exact.
    ///
    /// - Complexity: as `DrawnLines`.
    package func redrawn(_ snapshot: Snapshot, _ setting: LineSetting) -> Snapshot {
        guard let smoothing = setting.smoothing else { return snapshot }
        struct Pair: Hashable, Comparable {
            let called: Int32
            let likely: Int32
            static func < (a: Pair, b: Pair) -> Bool { (a.called, a.likely) < (b.called, b.likely) }
        }
        let (labels, likely) = (snapshot.labels, snapshot.likely)
        let pairOfCell = zip(labels.labelOfCell, likely.labelOfCell).map { Pair(called: $0, likely: $1) }
        let pairs = Set(pairOfCell).sorted()
        let number = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1, Int32($0)) })
        let owners = snapshot.ownerOfCell
        let places = scenario.gazetteer.places
        let lines = DrawnLines(
            regions(pairOfCell.map { number[$0]! }, owners), places: drawn.map { places[$0].coordinate },
            placeOfCell: owners.map { tessellation.siteOfCell[Int($0)] }, smoothing)

        var redrawn = snapshot
        var areaOfHolder: [Holder: Fronts.ControlArea] = [:]
        for area in lines.areas(as: { pairs[Int($0)].called }) { areaOfHolder[labels.holder(area.label)] = area }
        redrawn.areas = snapshot.areas.map { area in
            guard let new = areaOfHolder[area.holder] else { return area }
            return Snapshot.ControlArea(
                holder: area.holder, polygons: new.polygons, areaInSquareMetres: new.areaInSquareMetres,
                places: area.places, reports: area.reports)
        }
        let fronts = lines.fronts(as: { pairs[Int($0)].likely }, hostile: likely.areHostile)
        redrawn.fronts = numbered(self.fronts(labels, likely, owners, snapshot.places, drawn: fronts))
        let parameters = [
            ("line_smoothing", smoothing.name),
            ("line_smoothing_window", Decimals.shortest(smoothing.window, decimals: 3)),
            ("line_smoothing_tolerance", Decimals.shortest(smoothing.tolerance, decimals: 3)),
            ("line_smoothing_greatest_move", Decimals.shortest(smoothing.greatestMove, decimals: 3)),
        ]
        redrawn.method = Method(
            name: snapshot.method.name, version: snapshot.method.version,
            parameters: snapshot.method.parameters.map { ($0.name, $0.value) } + parameters)
        var digest = Digest()
        digest.line("frontline-lines/1", snapshot.digest)
        for (name, value) in parameters { digest.line(name, value) }
        redrawn.digest = digest.finish()
        return redrawn
    }
}
