import Foundation
import TestSupport
import Testing

/// Pieces of lines and bands around them, through the command.
@Suite struct LineDetailTests {
    static let scenario = "Tests/Scenarios/azaz-2015"

    private func features(_ arguments: [String]) throws -> [[String: Any]] {
        let result = try Command.run(
            ["snapshot", Self.scenario, "--at", "2015-12-02"] + arguments + ["--format", "geojson"])
        try #require(result.status == 0, "\(result.errors)")
        let json = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        return try #require(json["features"] as? [[String: Any]])
    }

    private func of(_ type: String, _ features: [[String: Any]]) -> [[String: Any]] {
        features.filter { ($0["properties"] as? [String: Any])?["feature_type"] as? String == type }
    }

    private func line(_ feature: [String: Any]) throws -> [[Double]] {
        try #require((feature["geometry"] as? [String: Any])?["coordinates"] as? [[Double]])
    }

    @Test(arguments: ["off", "light", "presentation"]) func thePiecesAreTheLine(setting: String) throws {
        let all = try features(["--lines", setting, "--segments"])
        let fronts = of("front_line", all)
        #expect(fronts.count >= 3)
        for front in fronts {
            let id = try #require(front["id"] as? String)
            let pieces = of("front_segment", all).filter {
                ($0["properties"] as? [String: Any])?["front_id"] as? String == id
            }
            var joined = try line(try #require(pieces.first, "\(id)"))
            for piece in pieces.dropFirst() {
                let points = try line(piece)
                #expect(points[0] == joined.last, "\(id)")
                joined += points.dropFirst()
            }
            #expect(joined == (try line(front)), "\(id)")
        }
    }

    @Test func whyTakesTheIdOfAPiece() throws {
        let pieces = of("front_segment", try features(["--segments"]))
        let id = try #require(pieces.last?["id"] as? String)
        let answer = try Command.run(["why", Self.scenario, id, "--at", "2015-12-02"])
        #expect(answer.status == 0 && answer.text.hasPrefix("\(id) at 2015-12-02"), "\(answer.errors)")
        #expect(try Command.run(["why", Self.scenario, id + "999", "--at", "2015-12-02"]).status != 0)
    }

    @Test func smoothingLeavesTheCallsAndTellsOfItself() throws {
        let off = try features([])
        let smooth = try features(["--lines", "presentation"])
        #expect(of("place", off).count == of("place", smooth).count)
        #expect(
            of("control_area", off).map { $0["id"] as? String }
                == of("control_area", smooth).map { $0["id"] as? String })
        for (a, b) in zip(of("control_area", off), of("control_area", smooth)) {
            let areas = try [a, b].map { try #require(($0["properties"] as? [String: Any])?["area_km2"] as? Double) }
            #expect(abs(areas[0] - areas[1]) <= 0.01 * areas[0] + 0.001, "\(a["id"] ?? "")")
        }
    }

    @Test func detailsNeedGeoJSON() throws {
        let answer = try Command.run(["snapshot", Self.scenario, "--at", "2015-12-02", "--bands"])
        #expect(answer.status == 64 && answer.errors.contains("--bands is for GeoJSON"), "\(answer.errors)")
    }

    /// Valid, in the area of interest, the narrower band in the wider one, and each line within both.
    @Test func geopandasFindsTheBandsSound() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/bands.geojson"
        let result = try Command.run(
            ["snapshot", Self.scenario, "--at", "2015-12-02", "--lines", "presentation", "--bands", "-o", path])
        try #require(result.status == 0, "\(result.errors)")
        let script = """
            import sys, json, geopandas, shapely
            frame = geopandas.read_file(sys.argv[1])
            area = shapely.geometry.shape(json.load(open(sys.argv[2]))["features"][0]["geometry"]).buffer(1e-6)
            lines = {row.id: row.geometry for row in frame.itertuples() if row.feature_type.endswith("front_line")}
            bands = frame[frame.feature_type.str.endswith("front_band")]
            assert len(bands) == 2 * len(lines) > 0, (len(bands), len(lines))
            assert bands.is_valid.all()
            for id, pair in bands.groupby("front_id"):
                half, wide = (pair[pair.share_of_line == share].geometry.iloc[0] for share in (0.5, 0.9))
                assert area.contains(wide), id
                assert half.difference(wide).area < 1e-8, id  # arcs are drawn as chords
                assert lines[id].difference(half.buffer(1e-6)).length < 1e-6, id
            print("sound")
            """
        guard let answer = try Readers.geopandas(script, [path, Command.file("\(Self.scenario)/area.geojson")]) else {
            return
        }
        #expect(answer.text.hasPrefix("sound"), "\(answer.errors.suffix(600))")
    }
}
