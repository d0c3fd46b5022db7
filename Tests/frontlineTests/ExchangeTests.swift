import Foundation
import TestSupport
import Testing

/// The formats made out of our GeoJSON, as others read them: the same features, the same positions, the same words.
@Suite struct ExchangeTests {
    static let town = "Tests/Scenarios/walled-town"
    static let azaz = "Tests/Scenarios/azaz-2015"
    static let commands = [
        ["snapshot", town, "--at", "2020-05-02"], ["snapshot", azaz, "--at", "2015-12-02"],
        ["snapshot", azaz, "--at", "2015-12-02", "--lines", "presentation", "--bands", "--segments", "--style"],
        ["diff", azaz, "--from", "2015-11-20", "--to", "2015-12-15"],
        ["diff", town, "--from", "2020-05-02", "--to", "2020-05-02"], ["areas", "held.csv", "--places"],
    ]

    /// What the command writes in a format, from a file of that ending.
    private func written(_ command: [String], _ ending: String, in scratch: Scratch) throws -> String {
        var command = command
        if command[0] == "areas" { command[1] = try scratch.write(AreasTests.table(), to: "held.csv") }
        let path = scratch.path + "/map.\(ending)"
        let result = try Command.run(command + ["-o", path])
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    private func features(_ command: [String], in scratch: Scratch) throws -> [[String: Any]] {
        let path = try written(command, "geojson", in: scratch)
        return try AreasTests.features(Data(contentsOf: URL(fileURLWithPath: path)))
    }

    // MARK: GeoJSON sequences

    @Test(arguments: commands, ["geojsons", "geojsonl"]) func sequencesHaveEveryFeature(
        command: [String], ending: String
    ) throws {
        let scratch = try Scratch()
        let expected = try features(command, in: scratch)
        let path = try written(command, ending, in: scratch)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let records = bytes.split(separator: 0x0A)
        #expect(records.count == expected.count)
        for (record, feature) in zip(records, expected) {
            #expect((record.first == 0x1E) == (ending == "geojsons"))
            let json = try JSONSerialization.jsonObject(with: Data(record.drop { $0 == 0x1E }))
            // GDAL takes a line with JSON-FG's member for a file of its own; the properties have the moment too.
            #expect(json as? NSDictionary == feature.filter { $0.key != "time" } as NSDictionary)
        }
        guard !expected.isEmpty, let info = try Readers.ogrinfo(path) else { return }
        #expect(info.text.contains("using driver `GeoJSONSeq' successful"), "\(info.text)\(info.errors)")
        #expect(info.text.contains("Feature Count: \(expected.count)"))
    }

    // MARK: TopoJSON

    /// A decoder of the test's own, by the specification, must give the rings of the GeoJSON.
    @Test(arguments: commands) func topoJSONDecodesToTheGeoJSON(command: [String]) throws {
        let scratch = try Scratch()
        let expected = try features(command, in: scratch)
        let path = try written(command, "topojson", in: scratch)
        let topology = try TopologyFile(Data(contentsOf: URL(fileURLWithPath: path)))
        let decoded = topology.geometries
        #expect(decoded.count == expected.count)
        for feature in expected {
            let id = try #require(feature["id"] as? String)
            let other = try #require(decoded[id], "\(id)")
            #expect(other["properties"] as? NSDictionary == feature["properties"] as? NSDictionary, "\(id)")
            let geometry = try #require(feature["geometry"] as? [String: Any])
            #expect(other["type"] as? String == geometry["type"] as? String)
            #expect(try topology.coordinates(other) == TopologyFile.canonical(geometry), "\(id)")
        }
        #expect(topology.segmentsTwice == 0, "a border stands in two arcs")
    }

    @Test func topoJSONIsReadByGDAL() throws {
        let scratch = try Scratch()
        let path = try written(Self.commands[0], "topojson", in: scratch)
        guard let info = try Readers.ogrinfo(path) else { return }
        #expect(info.status == 0 && info.errors.isEmpty, "\(info.errors)")
        for layer in ["control_area", "front_line", "place"] { #expect(info.text.contains("Layer name: \(layer)\n")) }
        #expect(info.text.contains("holder: String"))
        // Nothing changed: GDAL opens that, too.
        let nothing = scratch.path + "/nothing.topojson"
        let day = "2020-05-02"
        let diff = try Command.run(
            "diff", "Tests/Scenarios/walled-town", "--from", day, "--to", day, "-o", nothing)
        #expect(diff.status == 0, "\(diff.errors)")
        let empty = try #require(try Readers.ogrinfo(nothing))
        #expect(empty.status == 0 && empty.errors.isEmpty, "\(empty.errors)")
    }

    // MARK: KML

    @Test(arguments: commands) func kmlFollowsItsSchema(command: [String]) throws {
        let scratch = try Scratch()
        let path = try written(command, "kml", in: scratch)
        let features = try features(command, in: scratch)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.components(separatedBy: "<Placemark>").count == features.count + 1)
        if let answer = try Readers.validateKML(path) {
            #expect(answer.status == 0, "\(answer.errors.prefix(600))")
        }
        guard let info = try Readers.ogrinfo(path), !features.isEmpty else { return }
        let counts = info.text.split(separator: "\n").filter { $0.hasPrefix("Feature Count: ") }
        #expect(counts.reduce(0) { $0 + (Int($1.dropFirst(15)) ?? 0) } == features.count, "\(info.text)")
    }

    /// Google Earth takes texts for HTML; nothing that a stranger wrote may become a tag, in either reading.
    @Test func kmlHasNoTagsOfStrangers() throws {
        let scratch = try Scratch()
        let path = try hostileTown(scratch, "kml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let tags = Set(text.components(separatedBy: "<").dropFirst().map { $0.prefix { $0.isLetter || $0 == "/" } })
        #expect(tags.isDisjoint(with: ["b", "i", "script", "/b", "/i", "/script", "img"]))
        #expect(!text.contains("&lt;") && text.contains("\u{2039}script\u{203A}"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        if let answer = try Readers.validateKML(path) { #expect(answer.status == 0, "\(answer.errors.prefix(600))") }
    }

    /// The invented town with worse names than it has.
    private func hostileTown(_ scratch: Scratch, _ ending: String) throws -> String {
        let folder = scratch.folder.appendingPathComponent("town")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: Command.file(Self.town)), to: folder)
        let places = folder.appendingPathComponent("places.tsv")
        let text = try String(contentsOf: places, encoding: .utf8)
            .replacingOccurrences(of: "\tBluetown\t", with: "\t<script>alert(1)</script>\u{202E}&amp;\u{7F}\u{1}x\t")
        try text.write(to: places, atomically: true, encoding: .utf8)
        let path = scratch.path + "/hostile.\(ending)"
        let result = try Command.run(["snapshot", folder.path, "--at", "2020-05-02", "-o", path])
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    @Test func picturesHaveNoTagsOfStrangers() throws {
        let scratch = try Scratch()
        let text = try String(contentsOfFile: try hostileTown(scratch, "svg"), encoding: .utf8)
        #expect(!text.contains("<script") && !text.contains("<b>") && !text.contains("<i>"))
        #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;x"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        // Nothing is fetched: no address but the names of the two languages.
        #expect(text.components(separatedBy: "http").count == 3)
    }

    // MARK: one map, many formats

    /// GEOS by way of geopandas: each format holds the same shapes under the same ids.
    @Test func geopandasFindsOneMapInAllFormats() throws {
        let scratch = try Scratch()
        let files = try ["geojson", "geojsons", "geojsonl", "topojson", "kml"].map {
            try written(Self.commands[1], $0, in: scratch)
        }
        let script = """
            import sys, geopandas, pandas, pyogrio
            def read(path):
                frames = [geopandas.read_file(path, layer=name) for name, _ in pyogrio.list_layers(path)]
                return {row.id: row.geometry for frame in frames for row in frame.itertuples()}
            first = read(sys.argv[1])
            assert len(first) > 700
            for path in sys.argv[2:]:
                other = read(path)
                assert other.keys() == first.keys(), (path, first.keys() ^ other.keys())
                for id, shape in first.items():
                    parts = getattr(other[id], "geoms", [other[id]])
                    assert len(getattr(shape, "geoms", [shape])) == len(parts), (path, id)
                    # What is read in floating point may be off in the fifteenth digit.
                    assert shape.hausdorff_distance(other[id]) < 1e-9, (path, id)
                    assert abs(shape.area - other[id].area) < 1e-9, (path, id)
            print("one map")
            """
        guard let answer = try Readers.geopandas(script, files) else { return }
        #expect(answer.status == 0 && answer.text.hasPrefix("one map"), "\(answer.errors.suffix(600))")
    }

    // MARK: CSV

    /// No cell of any CSV is a formula, though places, actors and reports are called so.
    @Test func noCSVHasAFormula() throws {
        let scratch = try Scratch()
        let day = ["--at", "2020-05-02"]
        let days = ["--from", "2020-05-02", "--to", "2020-05-03"]
        let folder = scratch.folder.appendingPathComponent("town")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: Command.file(Self.town)), to: folder)
        for (name, old, new) in [
            ("places.tsv", "\tVillage E2\t", "\t@SUM(A1:A9)\t"), ("places.tsv", "\tVillage E3\t", "\t-inf\t"),
            ("places.tsv", "\tVillage E4\t", "\t＝A1\t"), ("reports.csv", "R6", "=R6"),
            ("actors.csv", "red,Red Army,,red,,", "red,Red Army,,-red,,"), ("places.tsv", "t:00\t", "+t:00\t"),
        ] {
            let file = folder.appendingPathComponent(name)
            try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: old, with: new)
                .write(to: file, atomically: true, encoding: .utf8)
        }
        let held = try scratch.write(
            "id,lon,lat,actor\n1,37,36,=A1\n2,37.1,36,\"-cmd|' /C calc'!A0\"\n", to: "held.csv")
        let maps = try ["2020-05-02", "2020-05-03"].map { date in
            let path = scratch.path + "/\(date).geojson"
            try #require(try Command.run(["snapshot", folder.path, "--at", date, "-o", path]).status == 0)
            return path
        }
        let commands = [
            ["snapshot", folder.path] + day, ["control", folder.path] + day, ["control", folder.path] + days,
            ["diff", folder.path] + days, ["diff"] + maps, ["areas", held],
        ]
        var disarmed = 0
        for command in commands {
            let result = try Command.run(command + ["--format", "csv"])
            try #require(result.status == 0, "\(command): \(result.errors)")
            for cell in cells(result.text) {
                let first = cell.first { $0 != " " } ?? "x"
                let isNumber = try /[+-]?[0-9]+(\.[0-9]+)?/.wholeMatch(in: cell) != nil
                #expect(isNumber || !"=+-@\t\r\n＝＋－＠".contains(first), "\(command): \(cell)")
                if cell.first == "'" { disarmed += 1 }
            }
        }
        #expect(disarmed > 20)
    }

    /// RFC 4180, as a reader of spreadsheets takes it.
    private func cells(_ csv: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        for character in csv.unicodeScalars {
            switch character {
            case "\"": isQuoted.toggle()
            case ",", "\n":
                if isQuoted { fallthrough }
                cells.append(cell)
                cell = ""
            default: cell.unicodeScalars.append(character)
            }
        }
        return cells
    }
}

/// A TopoJSON file, decoded as its specification says.
private struct TopologyFile {
    let geometries: [String: [String: Any]]
    private let arcs: [[[Int]]]
    private let translate: [Double]

    init(_ data: Data) throws {
        let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["type"] as? String == "Topology")
        let transform = json["transform"] as? [String: [Double]] ?? ["scale": [1e-7, 1e-7], "translate": [0, 0]]
        #expect(transform["scale"] == [1e-7, 1e-7])
        translate = try #require(transform["translate"])
        arcs = try #require(json["arcs"] as? [[[Int]]]).map { arc in
            var (x, y) = (0, 0)
            return arc.map { step in
                (x, y) = (x + step[0], y + step[1])
                return [x, y]
            }
        }
        var found: [String: [String: Any]] = [:]
        for (kind, object) in try #require(json["objects"] as? [String: [String: Any]]) {
            for geometry in try #require(object["geometries"] as? [[String: Any]]) {
                let id = try #require(geometry["id"] as? String)
                #expect(found[id] == nil, "\(id) stands twice")
                #expect((geometry["properties"] as? [String: Any])?["feature_type"] as? String == kind)
                found[id] = geometry
            }
        }
        geometries = found
    }

    /// How many steps from one vertex to the next stand in more than one arc, either way.
    var segmentsTwice: Int {
        var seen: Set<[Int]> = []
        var twice = 0
        for arc in arcs {
            for (a, b) in zip(arc, arc.dropFirst())
            where !seen.insert(a.lexicographicallyPrecedes(b) ? a + b : b + a).inserted {
                twice += 1
            }
        }
        return twice
    }

    /// In units of 1e-7 degrees, closed rings from their smallest vertex on.
    func coordinates(_ geometry: [String: Any]) throws -> [[[[Int]]]] {
        func ring(_ numbers: [Int]) -> [[Int]] {
            var points: [[Int]] = []
            for number in numbers {
                let arc = number < 0 ? arcs[~number].reversed() : arcs[number]
                points += points.isEmpty ? arc : Array(arc.dropFirst())
            }
            return points.map(degrees)
        }
        switch geometry["type"] as? String {
        case "Point": return [[[degrees(try #require(geometry["coordinates"] as? [Int]))]]]
        case "LineString": return [[ring(try #require(geometry["arcs"] as? [Int]))]]
        default:
            return try #require(geometry["arcs"] as? [[[Int]]]).map { $0.map { Self.turned(ring($0)) } }
        }
    }

    private func degrees(_ point: [Int]) -> [Int] {
        zip(point, translate).map { Int(((Double($0) * 1e-7 + $1) * 1e7).rounded()) }
    }

    static func canonical(_ geometry: [String: Any]) throws -> [[[[Int]]]] {
        func units(_ point: [Double]) -> [Int] { point.map { Int(($0 * 1e7).rounded()) } }
        switch geometry["type"] as? String {
        case "Point": return [[[units(try #require(geometry["coordinates"] as? [Double]))]]]
        case "LineString": return [[try #require(geometry["coordinates"] as? [[Double]]).map(units)]]
        default:
            return try #require(geometry["coordinates"] as? [[[[Double]]]]).map { $0.map { turned($0.map(units)) } }
        }
    }

    private static func turned(_ ring: [[Int]]) -> [[Int]] {
        let open = ring.dropLast()
        guard ring.first == ring.last,
            let first = open.indices.min(by: { open[$0].lexicographicallyPrecedes(open[$1]) })
        else { return ring }
        return Array(open[first...] + open[..<first]) + [open[first]]
    }
}
