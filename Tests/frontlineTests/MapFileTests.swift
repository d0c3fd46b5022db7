import Foundation
import TestSupport
import Testing

/// `frontline snapshot -o map.gpkg`: one moment as a GeoPackage.
@Suite struct MapFileTests {
    static let azaz = "Tests/Scenarios/azaz-2015"

    private func draw(_ path: String, at date: String = "2015-12-02") throws -> Command {
        try Command.run("snapshot", Self.azaz, "--at", date, "-o", path)
    }

    @Test func othersOpenIt() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/map.gpkg"
        let drawing = try draw(path)
        try #require(drawing.status == 0, "\(drawing.errors)")
        guard let info = try Readers.ogrinfo(path) else { return }
        for layer in ["place_calls", "control_areas", "front_lines", "layer_styles"] {
            #expect(info.text.contains("Layer name: \(layer)\n"), "\(layer)")
        }
        #expect(info.text.contains("valid_from: DateTime") && !info.text.contains("Layer name: reports"))
        let probe = try Command.other("bash", ["-c", "/usr/bin/python3 -c 'import osgeo_utils.samples.validate_gpkg'"])
        guard probe?.status == 0 else { return Readers.loudly("python3-gdal is not installed: its test is skipped") }
        let answer = try #require(
            try Command.other("bash", ["-c", "/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg '\(path)'"]))
        #expect(answer.status == 0, "\(answer.text)\(answer.errors)")
    }

    /// The areas and lines of the GeoJSON, digit by digit.
    @Test func itHasTheShapesOfTheGeoJSON() throws {
        let scratch = try Scratch()
        let (map, json) = (scratch.path + "/map.gpkg", scratch.path + "/map.geojson")
        for path in [map, json] { #expect(try draw(path).status == 0) }
        let script = """
            import sys, geopandas
            json = geopandas.read_file(sys.argv[2])
            areas = geopandas.read_file(sys.argv[1], layer="control_areas")
            ours = {row.holder if row.status == "held" else row.status: row.geometry for row in
                    json[json.feature_type == "control_area"].itertuples()}
            assert len(areas) == len(ours) - ("beyond_reach" in ours)
            for row in areas.itertuples(): assert row.geometry.equals_exact(ours[row.holder], 0), row.holder
            lines = geopandas.read_file(sys.argv[1], layer="front_lines")
            assert sorted(lines.geometry.to_wkt()) == sorted(json[json.geom_type == "LineString"].geometry.to_wkt())
            print("same", len(areas), len(lines))
            """
        guard let answer = try Readers.geopandas(script, [map, json]) else { return }
        #expect(answer.status == 0 && answer.text.hasPrefix("same"), "\(answer.errors.suffix(600))")
    }

    @Test func theSameBytesAndNothingBeside() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/map.gpkg"
        #expect(try draw(path).status == 0)
        let first = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(try draw(path, at: "2015-12-15").status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != first)
        #expect(try draw(path).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["map.gpkg"])
    }

    /// A log of reports is never written over by a picture of it.
    @Test func aProjectIsNotWrittenOver() throws {
        let scratch = try Scratch()
        let project = scratch.path + "/war.gpkg"
        #expect(try Command.run("import", Self.azaz, "-o", project).status == 0)
        let before = try Data(contentsOf: URL(fileURLWithPath: project))
        let result = try draw(project)
        #expect(result.status == 65 && result.errors.contains("frontline project draw"), "\(result.errors)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: project)) == before)
        let map = scratch.path + "/map.gpkg"
        #expect(try draw(map).status == 0)
        try scratch.write("", to: "map.gpkg-wal")
        let open = try draw(map)
        #expect(open.status == 65 && open.errors.contains("is open in another program"), "\(open.errors)")
    }

    /// A pipe stays a pipe, a folder a folder.
    @Test func nothingButAFileIsReplaced() throws {
        let scratch = try Scratch()
        let pipe = scratch.path + "/pipe.gpkg"
        #expect(mkfifo(pipe, 0o600) == 0)
        let folder = scratch.path + "/folder.gpkg"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        for path in [pipe, folder] {
            let result = try draw(path)
            #expect(result.status == 74 && result.errors.contains("it is no file"), "\(result.errors)")
        }
        var status = stat()
        #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 2)
    }
}
