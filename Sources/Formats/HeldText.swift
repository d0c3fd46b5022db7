import Reports
import Rows
package import Snapshots

/// A map made of a table of held places, as tables for a terminal and as CSV.
package enum HeldText {
    package static func text(_ map: HeldMap) -> String {
        var table = TextTable([("holder", .left), ("area km²", .right), ("places", .right)])
        for area in map.areas {
            table.add(
                name(area.holder), Decimals.fixed(area.areaInSquareMetres / 1e6, decimals: 1),
                area.holder == .beyondReach ? "" : "\(area.placeCount)")
        }
        var out = table.text
        var fronts = TextTable([("front line between", .left), ("and", .left), ("km", .right), ("lines", .right)])
        var at = map.fronts.startIndex
        while at < map.fronts.endIndex {
            let same = map.fronts[at...].prefix { $0.left == map.fronts[at].left && $0.right == map.fronts[at].right }
            let metres = same.reduce(0) { $0 + $1.lengthInMetres }
            fronts.add(
                map.fronts[at].left, map.fronts[at].right, Decimals.fixed(metres / 1000, decimals: 1), "\(same.count)")
            at = same.endIndex
        }
        if !fronts.isEmpty { out += "\n" + fronts.text }
        return out
    }

    /// `date,status,holder,area_km2,places`: the columns of `snapshot --format csv` that a table can fill.
    package static func csv(_ map: HeldMap) -> String {
        "date,status,holder,area_km2,places\n"
            + map.areas.map { area in
                let cells = [
                    map.at?.text ?? "", area.holder.status, area.holder.side ?? "",
                    Decimals.fixed(area.areaInSquareMetres / 1e6, decimals: 3), "\(area.placeCount)",
                ]
                return CSVCell.row(cells)
            }.joined()
    }

    /// One line for standard error after a file was written.
    package static func summary(_ map: HeldMap) -> String {
        let metres = map.fronts.reduce(0) { $0 + $1.lengthInMetres }
        let holders = map.areas.count { $0.holder.side != nil }
        return "\(map.table.coordinates.count) places, \(holders) holders, "
            + "\(Decimals.fixed(metres / 1000, decimals: 1)) km of front line"
    }

    private static func name(_ holder: Holder) -> String {
        switch holder {
        case .held(let side): side
        case .contested, .unknown: "unknown"
        case .beyondReach: "beyond reach"
        }
    }
}
