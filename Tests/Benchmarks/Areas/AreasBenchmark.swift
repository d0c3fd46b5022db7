import Formats
import Fronts
import Geometry
import Places
import Snapshots

#if canImport(Glibc)
    import Glibc
#endif

/// The core of `frontline areas`, in the process: from parsed places to areas, fronts and square kilometres. Prints a line
/// `name cpu-milliseconds` for each measure, the best of five, or for the one named alone, to
/// profile it (see `areas.py` for the whole process beside its peers).
enum AreasBenchmark {
    static func run(_ arguments: [String]) throws {
        guard arguments.count == 3 || arguments.count == 4 else {
            print(
                "usage: benchmarks areas TABLE.csv BOUNDARY.geojson COLUMN [MEASURE] (Tests/Benchmarks/Areas/areas.py)")
            return
        }
        let table = try HeldTable.read(arguments[0], .init(actorColumn: arguments[2]))
        let area = try AreaReader.read(arguments[1])
        let only = arguments.count == 4 ? arguments[3] : nil
        func measure(_ name: String, _ body: () throws -> Void) {
            if only == nil || name == only { Self.measure(name, body) }
        }
        let cells = try Tessellation(sites: table.coordinates, area: area, reachInMetres: nil)
        measure("cells") { _ = try Tessellation(sites: table.coordinates, area: area, reachInMetres: nil) }
        let labels = cells.siteOfCell.map { table.holders[Int($0)] }
        let regions = ControlRegions(tessellation: cells, labels: labels)
        measure("areas") { _ = regions.areas }
        measure("fronts") { _ = regions.fronts { _, _ in true } }
        measure("core") {
            let cells = try Tessellation(
                sites: table.coordinates, area: area, reachInMetres: nil, labels: table.holders)
            let regions = ControlRegions(tessellation: cells, labels: labels)
            _ = (regions.areas, regions.fronts { _, _ in true })
        }
        let measures = EdgeMeasures(cells)
        measure("day") {
            let regions = ControlRegions(tessellation: cells, labels: labels, measures: measures)
            _ = (regions.areas, regions.fronts { _, _ in true })
        }
        let map = try HeldMap(table, area: area, areaFile: arguments[1], reachInMetres: nil)
        measure("geojson") { _ = HeldGeoJSON(map).bytes(withPlaces: false) }
    }

    private static func measure(_ name: String, _ body: () throws -> Void) {
        var best = Int.max
        for _ in 0..<5 {
            let start = clock()
            do { try body() } catch { return print(name, "failed: \(error)") }
            best = min(best, clock() - start)
        }
        print(name, Double(best) * 1000 / Double(CLOCKS_PER_SEC))
    }
}
