import Fronts
import Geometry

/// One side of `lines.py`: draws the front between the places of a file in every way and prints the lines and the areas as
/// rows `variant,part,lon,lat`, and before them, after a `#`, the CPU milliseconds of areas, fronts and each smoothing.
enum LinesBenchmark {
    static func run(_ arguments: [String]) throws {
        guard arguments.count == 3, let reach = Double(arguments[2]) else {
            print("usage: benchmarks lines PLACES.csv AREA.csv REACH_M (see Tests/Benchmarks/Lines/lines.py)")
            return
        }
        let rows = numbers(arguments[0])
        let places = rows.map { Coordinate(longitude: $0[0], latitude: $0[1]) }
        let sides = rows.map { Int32($0[2]) }
        let area = area(numbers(arguments[1]))
        var out = ""
        let plain = try Tessellation(sites: places, area: area, reachInMetres: reach)
        draw("plain", plain, places, sides, placeOfCell: plain.siteOfCell, into: &out)
        let borders = BorderSites(places: places, reachInMetres: reach)
        let finer = try Tessellation(sites: places + borders.coordinates, area: area, reachInMetres: reach)
        var vote = BorderVote(borders)
        let owners = vote.owners(sides: sides, labels: sides)
        draw(
            "vote", finer, places, sides,
            placeOfCell: finer.siteOfCell.map { Int($0) < places.count ? $0 : owners[Int($0) - places.count] },
            into: &out)
        print(out, terminator: "")
    }

    private static func draw(
        _ name: String, _ tessellation: Tessellation, _ places: [Coordinate], _ sides: [Int32], placeOfCell: [Int32],
        into out: inout String
    ) {
        let regions = ControlRegions(tessellation: tessellation, labels: placeOfCell.map { sides[Int($0)] })
        var areas: [ControlArea] = []
        var fronts: [Front] = []
        let areaTime = time { areas = regions.areas }
        let frontTime = time { fronts = regions.fronts { _, _ in true } }
        print("# \(name): areas \(areaTime) ms, fronts \(frontTime) ms")
        write("\(name) off", areas, fronts, into: &out)
        for smoothing in [Smoothing.light, .presentation] {
            var lines: DrawnLines?
            let spent = time { lines = DrawnLines(regions, places: places, placeOfCell: placeOfCell, smoothing) }
            print("# \(name) \(smoothing.name): \(spent) ms")
            write("\(name) \(smoothing.name)", lines!.areas(), lines!.fronts { _, _ in true }, into: &out)
        }
    }

    private static func write(_ name: String, _ areas: [ControlArea], _ fronts: [Front], into out: inout String) {
        func write(_ variant: String, _ part: String, _ points: [GridPoint]) {
            for c in points.map(\.coordinate) { out += "\(variant),\(part),\(c.longitude),\(c.latitude)\n" }
        }
        for (i, front) in fronts.enumerated() { write(name, "\(i)", front.points) }
        for area in areas where area.label == 1 {
            for (i, polygon) in area.polygons.enumerated() {
                for (k, ring) in polygon.rings.enumerated() { write("\(name) area", "\(i):\(k)", ring) }
            }
        }
    }

    private static func area(_ rows: [[Double]]) -> MultiPolygon {
        var polygons: [Polygon] = []
        for row in rows {
            let (polygon, ring) = (Int(row[0]), Int(row[1]))
            while polygons.count <= polygon { polygons.append(Polygon(rings: [])) }
            while polygons[polygon].rings.count <= ring { polygons[polygon].rings.append([]) }
            polygons[polygon].rings[ring].append(Coordinate(longitude: row[2], latitude: row[3]))
        }
        return MultiPolygon(polygons: polygons)
    }

    private static func numbers(_ path: String) -> [[Double]] {
        String(decoding: readFile(path), as: UTF8.self).split(separator: "\n").map { line in
            line.split(separator: ",").map { Double($0)! }
        }
    }

    /// Milliseconds, to a tenth; the best of three.
    private static func time(_ body: () -> Void) -> Double {
        var best = Double.infinity
        for _ in 0..<3 {
            let start = now()
            body()
            best = min(best, now() - start)
        }
        return (best * 10_000).rounded() / 10
    }
}
