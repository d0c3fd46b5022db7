import Foundation
import TestSupport
import Testing

/// `frontline locate` as a user runs it; points west of Greenwich for every command that takes one.
@Suite struct LocateTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func theTextSaysWhatWasUnderstoodAndWhy() throws {
        let result = try Command.run("locate", "Kafrah, a village 10 km east of Aazaz")
        #expect(result.status == 0)
        for words in ["10 km (±500 m) E of \"Aazaz\"", "gn:168742", "within 45° of E", "GBIF"] {
            #expect(result.text.contains(words), "\(words)\n\(result.text)")
        }
        let wrong = try Command.run("locate", "Menagh, 16 km north of Aleppo")
        #expect(wrong.status == 0)
        #expect(wrong.text.contains("contradiction") && wrong.text.contains("37.3 km") && wrong.text.contains("16 km"))
    }

    /// 65 for what is no expression, 66 for a name that is not known, 64 for wrong usage.
    @Test(arguments: [
        (["10 km east of"], 65, "the name of a place"), (["Aazaz"], 65, "a plain name goes to resolve"),
        (["5 km east of Nowhereville"], 66, "Nowhereville"), (["between Aazaz and Azaz"], 65, "two places"),
        (["10 km east of Aazaz", "--near", "Nowhereville"], 66, "Nowhereville"),
        (["10 km east of Aazaz", "-o", "x.pdf"], 64, "--format"), ([], 64, "expression"),
        (["-5 km east of Aazaz"], 65, "\"-5 km\" has a minus"), (["Kafrah, −5 km east of Aazaz"], 65, "has a minus"),
    ])
    func failuresHaveTheirCodeAndTheWayOut(arguments: [String], code: Int32, words: String) throws {
        let result = try Command.run(["locate"] + arguments)
        #expect(result.status == code)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test func linesAreAnsweredInOrderWithErrorsInBand() throws {
        let input = "10 km east of Aazaz\nnonsense\n\nقرب مارع\n5 km east of Nowhereville\n"
        let result = try Command.run("locate", "-", "--errors", "inline", input: input)
        #expect(result.status == 0)
        let lines = result.text.split(separator: "\n").map(String.init)
        #expect(lines.count == 5)
        let status = try lines.map { try object($0)["status"] as? String }
        #expect(status == ["located", "error", "error", "located", "not_found"])
        let first = try object(lines[0])
        #expect(first["expression"] as? String == "10 km east of Aazaz")
        #expect(first["radius_m"] is Double || first["radius_m"] is Int)
        // Without it the first bad line ends the run, with its number; what came before is written.
        let stopped = try Command.run("locate", "-", input: input)
        #expect(stopped.status == 65 && stopped.errors.contains("-:2:"))
        #expect(stopped.text.split(separator: "\n").count == 1)
    }

    @Test func theGeoJSONIsReadByOthers() throws {
        let scratch = try Scratch()
        let file = scratch.path + "/region.geojson"
        let result = try Command.run("locate", "Suran, about 10 km from Azaz", "-o", file)
        #expect(result.status == 0 && result.output.isEmpty)
        let collection = try object(try String(contentsOfFile: file, encoding: .utf8))
        let features = try #require(collection["features"] as? [[String: Any]])
        let types = features.compactMap { ($0["properties"] as? [String: Any])?["feature_type"] as? String }
        #expect(types == ["region", "region_centre", "anchor", "named_place"])
        #expect((collection["bbox"] as? [Double])?.count == 4)
        let rings = try #require((features[0]["geometry"] as? [String: Any])?["coordinates"] as? [[[Double]]])
        // A ring with a hole: at least 6 km from Azaz on every side.
        #expect(rings.count == 2 && rings.allSatisfy { $0.first == $0.last })
        if let info = try Readers.ogrinfo(file) { #expect(info.text.contains("Feature Count: 4"), "\(info.text)") }
        let script = "import sys,geopandas; d=geopandas.read_file(sys.argv[1]); print(d.geometry.is_valid.all())"
        if let answer = try Readers.geopandas(script, [file]) { #expect(answer.text.contains("True")) }
    }

    /// A point west of Greenwich is a point and no flag, wherever a point may stand.
    @Test(arguments: [
        ["describe", "-3.7,40.4"], ["describe", "--", "-3.7,40.4"], ["describe", "-3.7,40.4", "--near", "-3,40"],
        ["resolve", "Aazaz", "--near", "-3.7,40.4"], ["resolve", "Aazaz", "--near=-3.7,40.4"],
        ["resolve", "--near", "-3.7,-40.4", "Aazaz"], ["locate", "10 km east of Aazaz", "--near", "-3.7,40.4"],
        ["locate", "--near", "-3.7,40.4", "10 km east of Aazaz"],
    ])
    func westernPointsNeedNoDoubleDash(arguments: [String]) throws {
        let result = try Command.run(arguments)
        #expect(result.status == 0, "\(result.errors)")
        if arguments[0] == "describe" { #expect(result.text.hasPrefix("point -3.7,40.4\n")) }
    }

    @Test func whyAnswersForAWesternPointToo() throws {
        let result = try Command.run("why", "Tests/Scenarios/azaz-2015", "-3.7,40.4", "--at", "2015-12-02")
        #expect(result.status == 66 && result.errors.contains("outside the area of interest"), "\(result.errors)")
        #expect(try Command.run("describe", "-3.7,240").errors.contains("is no point"))
        #expect(try Command.run("describe", "-x").status == 64)
    }
}
