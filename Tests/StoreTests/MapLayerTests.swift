import Foundation
import TestSupport
import Testing

/// What other programs find in a project.
struct MapLayerTests {
    private func drawn(_ scratch: Scratch) throws -> String {
        let project = scratch.path + "/azaz.gpkg"
        #expect(try Command.run("import", "Tests/Scenarios/azaz-2015", "-o", project).status == 0)
        let drawing = try Command.run("project", "draw", project, "--from", "2015-12-01", "--to", "2015-12-03")
        #expect(drawing.status == 0, "\(drawing.errors)")
        return project
    }

    @Test func geoPackageIsValid() throws {
        let scratch = try Scratch()
        let project = try drawn(scratch)
        guard
            let probe = try Command.other(
                "bash", ["-c", "/usr/bin/python3 -c 'import osgeo_utils.samples.validate_gpkg'"]),
            probe.status == 0
        else { return Readers.loudly("python3-gdal is not installed: its test is skipped") }
        let answer = try #require(
            try Command.other("bash", ["-c", "/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg '\(project)'"]))
        #expect(answer.status == 0, "\(answer.text)\(answer.errors)")
        #expect(try Command.run("project", "check", project).status == 0)
    }

    @Test func otherReadersFindTheLayers() throws {
        let scratch = try Scratch()
        let project = try drawn(scratch)
        guard let info = try Readers.ogrinfo(project) else { return }
        #expect(info.status == 0)
        for layer in ["places", "place_calls", "control_areas", "front_lines", "changes", "area"] {
            #expect(info.text.contains("Layer name: \(layer)\n"), "\(layer)")
        }
        #expect(info.text.contains("valid_from: DateTime"))
        #expect(!info.errors.contains("Warning"), "\(info.errors)")
        // Found by the R-tree as by looking at each: the box is around Aazaz.
        func count(_ sql: String) throws -> String? {
            try Command.other("ogrinfo", ["-ro", "-q", project, "-sql", sql])?.text.split(separator: "= ").last.map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
        let box = "36.95 36.45 37.1 36.6".split(separator: " ").map(String.init)
        let through = try #require(
            try Command.other("ogrinfo", ["-ro", "-so", project, "places", "-spat"] + box))
        let plain = try count(
            "SELECT count(*) AS n FROM places WHERE ST_MinX(geom) BETWEEN 36.95 AND 37.1 AND ST_MinY(geom) BETWEEN 36.45 AND 36.6"
        )
        let expected = try #require(plain)
        #expect(through.text.contains("Feature Count: \(expected)\n"), "\(expected): \(through.text)")
        #expect(Int(expected) ?? 0 > 10)
    }

    /// The layers show what `snapshot` shows, day by day.
    @Test func layersAreTheSnapshots() throws {
        let scratch = try Scratch()
        let project = try drawn(scratch)
        let script = #"""
            import json, sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            day = sys.argv[2] + "T12:00:00.000Z"
            def held(table, columns):
                return sorted(db.execute(f"select {columns} from {table} where valid_from <= ? and ? < valid_to", (day, day)))
            def key(f):
                return f["holder"] if f["status"] == "held" else \
                    "contested:" + "+".join(f["holders"]) if f["status"] == "contested" else f["status"]
            features = [f["properties"] for f in json.load(open(sys.argv[3]))["features"]]
            areas = sorted((key(f), round(f["area_km2"], 3)) for f in features
                           if f["feature_type"] == "control_area" and f["status"] != "beyond_reach")
            assert held("control_areas", "holder, round(area_km2, 3)") == areas, areas
            lines = sorted((f["left"], f["right"], round(f["length_km"], 3)) for f in features
                           if f["feature_type"].endswith("front_line"))
            assert held("front_lines", "left_side, right_side, round(length_km, 3)") == lines
            calls = sorted((f["place_id"], key(f)) for f in features if f["feature_type"] == "place")
            assert held("place_calls", "place_id, holder") == calls
            """#
        for day in ["2015-12-01", "2015-12-02", "2015-12-03"] {
            let out = scratch.path + "/\(day).geojson"
            #expect(try Command.run("snapshot", project, "--at", day, "-o", out).status == 0)
            let answer = try #require(try Command.other("python3", ["-c", script, project, day, out]))
            #expect(answer.status == 0, "\(answer.errors)")
        }
    }

    @Test func sameScenarioGivesTheSameFile() throws {
        let (first, second) = (try Scratch(), try Scratch())
        let one = try Data(contentsOf: URL(fileURLWithPath: try drawn(first)))
        #expect(try Data(contentsOf: URL(fileURLWithPath: try drawn(second))) == one)
    }

    @Test func aDrawingHasAnEnd() throws {
        let scratch = try Scratch()
        let project = scratch.path + "/empty.gpkg"
        #expect(try Command.run("init", project).status == 0)
        let much = try Command.run(
            "project", "draw", project, "--from", "1000-01-01", "--to", "9000-01-01", "--every", "1h")
        #expect(much.status == 64 && much.errors.contains("moments are more than the 100000"), "\(much.errors)")
        let back = try Command.run("project", "draw", project, "--from", "2016-01-01", "--to", "2015-01-01")
        #expect(back.status == 64 && back.errors.contains("exchange them"), "\(back.errors)")
    }
}
