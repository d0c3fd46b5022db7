import Foundation
import TestSupport
import Testing

/// What we write, as others read it.
@Suite struct IndependentReaderTests {
    static let scenario = "Tests/Scenarios/azaz-2015"
    static let commands = [
        ["snapshot", scenario, "--at", "2015-12-02"], ["snapshot", scenario, "--at", "2015-12-02", "--style"],
        ["snapshot", scenario, "--at", "2015-12-02", "--as-known-on", "2015-11-01"],
        ["snapshot", scenario, "--at", "2015-12-02", "--lines", "light", "--segments"],
        ["snapshot", scenario, "--at", "2015-12-15", "--lines", "presentation"],
        ["diff", scenario, "--from", "2015-11-20", "--to", "2015-12-15", "--style"],
        ["diff", scenario, "--from", "2015-12-02", "--to", "2015-12-02"],
    ]

    private func file(_ arguments: [String], in scratch: Scratch) throws -> String {
        let path = scratch.path + "/out.geojson"
        let result = try Command.run(arguments + ["-o", path])
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    @Test(arguments: commands) func gdalReadsEveryFeature(arguments: [String]) throws {
        let scratch = try Scratch()
        let path = try file(arguments, in: scratch)
        guard let answer = try Readers.ogrinfo(path) else { return }
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
        let features = try #require(json["features"] as? [[String: Any]])
        #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer.errors)")
        #expect(answer.text.contains("Feature Count: \(features.count)"), "\(answer.text)")
    }

    /// GEOS 3.14 by way of shapely: valid polygons, rings by the right-hand rule, no two areas over each other, areas
    /// plus what is out of reach equal to the area of interest, each place in the area of its holder, each front on the
    /// common border.
    @Test(arguments: commands) func geopandasFindsTheMapSound(arguments: [String]) throws {
        let scratch = try Scratch()
        let path = try file(arguments, in: scratch)
        let script = """
            import sys, json, geopandas, shapely
            frame = geopandas.read_file(sys.argv[1]) if json.load(open(sys.argv[1]))["features"] else None
            if frame is None: print("empty"); sys.exit()
            area = shapely.geometry.shape(json.load(open(sys.argv[2]))["features"][0]["geometry"])
            # Pockets and exclaves are drawn again over the area of their holder.
            land = frame.geometry.geom_type.isin(["Polygon", "MultiPolygon"])
            if "feature_type" in frame: land &= ~frame.feature_type.isin(["pocket", "exclave"])
            polygons = frame[land]
            assert polygons.is_valid.all(), polygons[~polygons.is_valid].id
            for shape in polygons.geometry:
                for part in shape.geoms:
                    assert part.exterior.is_ccw, "outer ring clockwise"
                    assert not any(hole.is_ccw for hole in part.interiors), "hole counter-clockwise"
            for a in range(len(polygons)):
                for b in range(a):
                    # The grid is 1e-7 degrees: what overlaps by less than a grid cell along an edge is rounding of GEOS.
                    assert polygons.geometry.iloc[a].intersection(polygons.geometry.iloc[b]).area < 1e-12
            control = frame[frame.feature_type == "control_area"] if "feature_type" in frame else polygons
            if len(control) and (control.feature_type == "control_area").any():
                union = shapely.union_all(control.geometry.values)
                # Where a cell meets the area's border, the border gets a vertex on the grid: up to half a centimetre
                # beside it, along hundreds of kilometres. 1e-7 square degrees are 0.001 km2 of 5,500.
                assert union.symmetric_difference(area).area < 1e-7, union.symmetric_difference(area).area
                by_id = {row.id: row.geometry for row in control.itertuples()}
                for row in frame[frame.feature_type == "place"].itertuples():
                    if row.status == "held":
                        assert by_id["control_area/" + row.holder].buffer(1e-9).contains(row.geometry), row.id
                for row in frame[frame.feature_type == "front_line"].itertuples():
                    for side in (row.left, row.right):
                        border = by_id["control_area/" + side].boundary
                        assert row.geometry.difference(border.buffer(1e-8)).length < 1e-6, row.id
                    # Left is on the left: a point a little to the left of the middle of the first segment.
                    (x0, y0), (x1, y1) = row.geometry.coords[0], row.geometry.coords[1]
                    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
                    point = shapely.Point((x0 + x1) / 2 - (y1 - y0) / length * 1e-6, (y0 + y1) / 2 + (x1 - x0) / length * 1e-6)
                    assert by_id["control_area/" + row.left].contains(point), row.id
            print("sound", len(frame))
            """
        guard let answer = try Readers.geopandas(script, [path, Command.file("\(Self.scenario)/area.geojson")]) else {
            return
        }
        #expect(answer.status == 0, "\(answer.errors.suffix(600))")
        #expect(answer.text.hasPrefix("sound") || answer.text.hasPrefix("empty"))
    }

    /// Areas in square metres against an equal-area projection of PROJ, on edges made short enough to stay straight.
    @Test func areasAgreeWithAnEqualAreaProjection() throws {
        let scratch = try Scratch()
        let path = try file(Self.commands[0], in: scratch)
        let script = """
            import sys, geopandas
            frame = geopandas.read_file(sys.argv[1])
            frame = frame[frame.feature_type == "control_area"]
            frame.geometry = frame.geometry.segmentize(0.001)
            flat = frame.to_crs("+proj=cea +lat_ts=36.5 +lon_0=37 +ellps=WGS84")
            print(max(abs(a.area / 1e6 - b) for a, b in zip(flat.geometry, frame.area_km2)))
            """
        guard let answer = try Readers.geopandas(script, [path]) else { return }
        #expect(try #require(Double(answer.text.filter { !$0.isWhitespace }), "\(answer.errors)") < 0.001)
    }
}
