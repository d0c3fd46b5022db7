import Foundation
import TestSupport
import Testing

/// Where places and the road stand against the front of a real day.
@Suite struct StandingTests {
    private static let scenario = Command.file("Tests/Scenarios/azaz-2015")
    private static let moment = ["--scenario", scenario, "--at", "2015-12-02"]
    private static let road = "Bab al-Salama – Aazaz – Aleppo road"

    private static func json(_ target: String, _ more: [String] = moment) throws -> [String: Any] {
        let result = try Command.run(["describe", target, "--json"] + more)
        try #require(result.status == 0, "\(result.errors)")
        return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    }

    @Test func withoutAScenarioNothingIsNew() throws {
        let plain = try Command.run("describe", "Jarez").text
        let full = try Command.run(["describe", "Jarez"] + Self.moment).text
        #expect(full.hasPrefix(plain) && full.count > plain.count)
        #expect(try Self.json("Jarez", [])["standing"] == nil)
    }

    @Test(arguments: ["Kafrah", "Jarez", "Aazaz", "Marea", "37.2,36.5"]) func textAndJSONAgree(target: String) throws {
        let text = try Command.run(["describe", target] + Self.moment).text
        let standing = try #require(try Self.json(target)["standing"] as? [String: Any])
        let front = try #require(standing["front"] as? [String: Any])
        let id = try #require(front["id"] as? String)
        #expect(text.contains(id))
        let ways = try #require(standing["ways_out"] as? [[String: Any]])
        let words = [
            "encircled": "encircled by", "perhaps_encircled": "perhaps encircled", "edge_of_map": "edge of the map",
            "not_encircled": "not encircled",
        ]
        for way in ways { #expect(text.contains(words[way["encirclement"] as? String ?? ""] ?? "nothing")) }
        // The line can be asked why it stands, and has the same doubt there.
        let why = try Command.run("why", Self.scenario, id, "--at", "2015-12-02", "--json")
        let answer = try #require(try JSONSerialization.jsonObject(with: why.output) as? [String: Any])
        #expect(answer["doubt_half_km"] as? Double == front["doubt_half_km"] as? Double)
        let isWithin = try #require(front["distance_km"] as? Double) < (front["doubt_half_km"] as? Double ?? 0)
        #expect(front["within_doubt"] as? Bool == isWithin)
    }

    /// By pyproj and shapely: distances to the lines, to unknown land and of the road's stretches, and who has them.
    @Test func geopandasMeasuresTheSame() throws {
        let scratch = try Scratch()
        let map = scratch.path + "/map.geojson"
        let drawn = try Command.run("snapshot", Self.scenario, "--at", "2015-12-02", "-o", map)
        try #require(drawn.status == 0, "\(drawn.errors)")
        var files: [String] = []
        for (number, target) in ["Kafrah", "Jarez", "Aazaz", "Marea", "37.2,36.5", Self.road].enumerated() {
            let answer = try Command.run(["describe", target, "--json"] + Self.moment)
            files.append(try scratch.write(answer.output, to: "\(number).json"))
        }
        let script = """
            import sys, json, re, numpy, shapely, geopandas
            from pyproj import Geod
            geod = Geod(ellps="WGS84")
            frame = geopandas.read_file(sys.argv[1])
            gazetteer = open(sys.argv[2], encoding="utf-8").read()
            fronts = frame[frame.feature_type == "front_line"]
            areas = frame[frame.feature_type == "control_area"]
            def nearest(shape, lon, lat):
                # A point every ten metres: nearer than a metre to the true distance where that is a hundred or more.
                points = shapely.get_coordinates(shape.segmentize(0.0001))
                _, _, metres = geod.inv(numpy.full(len(points), lon), numpy.full(len(points), lat), points[:, 0], points[:, 1])
                return metres.min()
            for file in sys.argv[3:-1]:
                place = json.load(open(file)); standing = place["standing"]
                lon, lat = place["lon"], place["lat"]
                by_line = {row.feature_id: nearest(row.geometry, lon, lat) for row in fronts.itertuples()}
                front = standing["front"]
                best = min(by_line.values())
                assert abs(by_line[front["id"]] - best) < 1.5, (file, front["id"], best)
                assert abs(best - 1000 * front["distance_km"]) < 1.5, (file, best, front)
                azimuth, _, metres = geod.inv(lon, lat, *front["nearest_point"])
                assert abs(metres - 1000 * front["distance_km"]) < 0.6 and abs((azimuth - front["azimuth_degrees"] + 180) % 360 - 180) < 0.1
                unknown = areas[areas.status == "unknown"].geometry.iloc[0].boundary
                assert abs(nearest(unknown, lon, lat) - 1000 * standing["unknown"]["distance_km"]) < 1.5, file
                held = areas[areas.geometry.contains(shapely.Point(lon, lat))].iloc[0]
                assert [held.holder] == standing["holders"], file
            road = json.load(open(sys.argv[-1]))["road_standing"]
            row = [line for line in gazetteer.split("\\n") if line.startswith("fl:bab-al-salama-aleppo-road")][0]
            line = shapely.from_wkt(re.search(r"LINESTRING \\([^)]*\\)", row).group(0))
            whole = geod.geometry_length(line)
            assert abs(sum(s["km"] for s in road["stretches"]) * 1000 - whole) < 5, whole
            for row in areas.itertuples():
                key = row.holder if row.status == "held" else None
                mine = sum(s["km"] for s in road["stretches"] if s["status"] == row.status and (not key or s["holders"] == [key]))
                if row.status in ("held", "unknown"):
                    expected = geod.geometry_length(row.geometry.intersection(line)) / 1000
                    assert abs(mine - expected) < 0.01, (row.feature_id, mine, expected)
            ends = [(s["from"], s["to"]) for s in road["stretches"]]
            assert all(a[1] == b[0] for a, b in zip(ends, ends[1:])), "stretches do not join"
            mine = 1000 * road["front"]["distance_km"]
            flat = "+proj=aeqd +lon_0=%f +lat_0=%f +ellps=WGS84" % tuple(road["front"]["nearest_point_of_road"])
            flat_road = geopandas.GeoSeries([line], crs="EPSG:4326").to_crs(flat).iloc[0]
            best = fronts.to_crs(flat).distance(flat_road).min()
            assert abs(best - mine) < 1.5, (mine, best)
            print("sound")
            """
        let arguments = [map, Command.file("Gazetteer/northern-aleppo.tsv")] + files
        guard let answer = try Readers.geopandas(script, arguments) else { return }
        #expect(answer.text.hasPrefix("sound"), "\(answer.errors.suffix(600))")
    }

    @Test func theRoadIsTold() throws {
        let text = try Command.run(["describe", Self.road] + Self.moment).text
        #expect(text.contains("stretch km") && text.contains("of the road"))
        let standing = try #require(try Self.json(Self.road)["road_standing"] as? [String: Any])
        #expect(["held", "cut", "perhaps_cut", "divided", "unknown_end"].contains(standing["road"] as? String))
    }

    @Test func whatCannotBeAnsweredIsSaid() throws {
        let outside = try Command.run(["describe", "38.5,36.5"] + Self.moment)
        #expect(outside.status == 66 && outside.output.isEmpty)
        #expect(outside.errors.contains("outside the area of interest") && outside.errors.contains("from its border"))
        let alone = try Command.run("describe", "Kafrah", "--at", "2015-12-02")
        #expect(alone.status == 64 && alone.errors.contains("need --scenario"))
        let timeless = try Command.run("describe", "Kafrah", "--scenario", Self.scenario)
        #expect(timeless.status == 64 && timeless.errors.contains("--at 2015-12-02"))
        // Before the first report nothing is known, which is an answer.
        let before = try Command.run("describe", "Kafrah", "--scenario", Self.scenario, "--at", "2000-01-01")
        #expect(before.status == 0 && before.text.contains("unknown"), "\(before.errors)")
        let missing = try Command.run("describe", "Kafrah", "--scenario", "no-such-folder", "--at", "2015-12-02")
        #expect(missing.status == 66)
    }
}
