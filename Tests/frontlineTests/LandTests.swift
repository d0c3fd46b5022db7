import Foundation
import TestSupport
import Testing

/// Pockets and populated land in the files, as others measure them.
@Suite struct LandTests {
    private static let scenario = Command.file("Tests/Scenarios/azaz-2015")

    private func map(_ more: [String], in scratch: Scratch) throws -> String {
        let path = scratch.path + "/out.geojson"
        let result = try Command.run(["snapshot", Self.scenario, "--at", "2015-12-02", "-o", path] + more)
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    /// Discs around the settlements that a side holds, cut to its area, by GEOS in an equal-area projection of PROJ.
    @Test(arguments: ["1", "2.5", "5"]) func shapelyFindsThePopulatedAreas(kilometres: String) throws {
        let scratch = try Scratch()
        let path = try map(["--populated-km", kilometres], in: scratch)
        let script = """
            import sys, json, geopandas, shapely
            km = float(sys.argv[2])
            assert json.load(open(sys.argv[1]))["populated_within_km"] == km
            frame = geopandas.read_file(sys.argv[1])
            areas = frame[frame.feature_type == "control_area"].copy()
            bounds = areas.total_bounds
            flat = "+proj=laea +lon_0=%f +lat_0=%f +ellps=WGS84" % ((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2)
            areas.geometry = areas.geometry.segmentize(0.002)
            areas = areas.to_crs(flat)
            places = frame[frame.feature_type == "place"].to_crs(flat)
            places = places[places.kind.isin(["city", "town", "village", "hamlet", "farm", "quarter", "camp"])]
            worst = 0
            for area in areas.itertuples():
                if area.status not in ("held", "unknown"): continue
                mine = places[places.status == area.status]
                if area.status == "held": mine = mine[mine.holder == area.holder]
                discs = shapely.union_all(mine.geometry.buffer(1000 * km, quad_segs=256).values)
                expected = discs.intersection(area.geometry).area / 1e6
                worst = max(worst, abs(expected - area.populated_area_km2) / max(expected, 1))
                assert area.populated_area_km2 <= area.area_km2
            print(worst)
            """
        guard let answer = try Readers.geopandas(script, [path, kilometres]) else { return }
        let worst = try #require(Double(answer.text.filter { !$0.isWhitespace }), "\(answer.errors.suffix(600))")
        #expect(worst < 2e-4)
    }

    /// Pockets and exclaves are land of their holder; a pocket's outline is the border of those who encircle it.
    @Test func shapelyFindsThePocketsClosed() throws {
        let scratch = try Scratch()
        let path = try map([], in: scratch)
        let script = """
            import sys, geopandas, shapely
            frame = geopandas.read_file(sys.argv[1])
            areas = {row.feature_id: row for row in frame[frame.feature_type == "control_area"].itertuples()}
            parts = frame[frame.feature_type.isin(["pocket", "exclave"])]
            assert len(parts) > 0
            whole = shapely.union_all([row.geometry for row in areas.values()]).boundary
            for row in parts.itertuples():
                own = areas["control_area/" + row.holder]
                assert len(row.geometry.geoms) == 1
                polygon = row.geometry.geoms[0]
                assert any(polygon.equals(part) for part in own.geometry.geoms), row.feature_id
                touches = polygon.exterior.intersection(whole.buffer(1e-9)).length > 1e-6
                if row.encirclement == "edge_of_map": assert touches, row.feature_id
                else: assert not touches, row.feature_id
                if row.feature_type == "pocket":
                    assert row.encirclement == "encircled" and "+" not in row.encircled_by, row.feature_id
                    others = [a.geometry for a in areas.values() if a.status == "unknown" or (a.status == "held" and a.holder == row.encircled_by)]
                    rest = polygon.exterior.difference(shapely.union_all(others).buffer(1e-9))
                    assert rest.length < 1e-6, row.feature_id
            for row in areas.values(): assert row.parts == len(row.geometry.geoms)
            print("sound", len(parts))
            """
        guard let answer = try Readers.geopandas(script, [path]) else { return }
        #expect(answer.text.hasPrefix("sound"), "\(answer.errors.suffix(600))")
    }

    @Test func theTextAndTheTableHaveBothFigures() throws {
        let csv = try Command.run("snapshot", Self.scenario, "--at", "2015-12-02", "--format", "csv").text
        let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows[0].last == "populated_area_km2")
        for row in rows.dropFirst() {
            guard row[2] != "beyond_reach" else {
                #expect(row.last == "")
                continue
            }
            let (area, populated) = (try #require(Double(row[4])), try #require(Double(row[7])))
            #expect(0 <= populated && populated <= area)
        }
        let text = try Command.run("snapshot", Self.scenario, "--at", "2015-12-02", "--format", "text").text
        #expect(text.contains("populated km²") && text.contains("apart from the main land"))
    }

    @Test(arguments: ["0", "five", "-1", "1e9"]) func aDistanceThatIsNoneIsRefused(text: String) throws {
        let result = try Command.run("snapshot", Self.scenario, "--at", "2015-12-02", "--populated-km=\(text)")
        #expect(result.status == 64 && result.output.isEmpty && result.errors.contains("expected kilometres"))
    }
}
