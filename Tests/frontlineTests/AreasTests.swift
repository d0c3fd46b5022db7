import Foundation
import TestSupport
import Testing

/// `frontline areas`: a table of places with holders becomes a map.
@Suite struct AreasTests {
    static let drawing = """
        A A A B B
        A A A B B
        A C A B ?
        A A A B B
        """

    /// The drawing as a table; ids count from 1.
    static func table(
        _ drawing: String = drawing, header: String = "id,lon,lat,actor", separator: String = ","
    ) -> String {
        let grid = LetterGrid(drawing)
        let rows = grid.sites.enumerated().map { i, site -> String in
            let letter = grid.letters[Int(grid.labels[i])]
            return ["\(i + 1)", "\(site.longitude)", "\(site.latitude)", letter == "?" ? "" : "\(letter)"]
                .joined(separator: separator)
        }
        return ([header] + rows).joined(separator: "\n") + "\n"
    }

    static func features(_ data: Data) throws -> [[String: Any]] {
        let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(json["features"] as? [[String: Any]])
    }

    @Test func tellsAreasAndFronts() throws {
        let result = try Command.run("areas", "-", "--format", "csv", input: Self.table())
        #expect(result.status == 0 && result.errors == "")
        let rows = result.text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows.map { $0[1] } == ["status", "held", "held", "held", "unknown"])
        #expect(rows.map { $0[2] } == ["holder", "A", "B", "C", ""])
        #expect(rows.map { $0[4] } == ["places", "11", "7", "1", "1"])
        let text = try Command.run("areas", "-", input: Self.table()).text
        #expect(text.contains("A                   B") && text.contains("A                   C"))
        #expect(!text.contains("B                   C"))
    }

    @Test func geoJSONNamesHolders() throws {
        let result = try Command.run("areas", "-", "--format", "geojson", input: Self.table())
        let features = try Self.features(result.output)
        let properties = features.map { $0["properties"] as! [String: Any] }
        #expect(
            features.map { $0["id"] as? String }.prefix(4) == [
                "control_area/A", "control_area/B", "control_area/C", "control_area/unknown",
            ])
        #expect(properties.prefix(4).map { $0["holder"] as? String } == ["A", "B", "C", "unknown"])
        #expect(properties.prefix(4).allSatisfy { ($0["area_km2"] as? Double ?? 0) > 0 })
        #expect(properties.dropFirst(4).map { $0["feature_type"] as? String } == ["front_line", "front_line"])
        #expect(features.dropFirst(4).map { $0["id"] as? String } == ["front_line/A|B/1", "front_line/A|C/1"])
        // The island of C is a hole of A: its line is closed.
        let line = (features[5]["geometry"] as! [String: Any])["coordinates"] as! [[Double]]
        #expect(line.first == line.last && line.count >= 5)
    }

    /// The same table under other names, separators and orders gives the same bytes.
    @Test func manyTablesOneMap() throws {
        let expected = try Command.run("areas", "-", "--format", "geojson", input: Self.table()).output
        let scratch = try Scratch()
        let lines = Self.table().split(separator: "\n").map(String.init)
        let cells = lines.dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let ndjson = cells.map {
            "{\"Latitude\":\($0[2]),\"id\":\"\($0[0])\",\"lng\":\"\($0[1])\",\"holder\":\"\($0[3])\"}"
        }
        let variants = [
            ("t.tsv", Self.table(header: "place_id\tX\tY\tParty", separator: "\t"), []),
            ("t.ndjson", ndjson.joined(separator: "\n"), []),
            ("shuffled.csv", ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\r\n"), []),
            (
                "columns.csv",
                "\u{FEFF}who,lat,lon,note\n"
                    + cells.map { "\"\($0[3])\",\($0[2]),\($0[1]),\"a, \"\"note\"\"\"" }.joined(separator: "\n"),
                ["--actor-column", "WHO"]
            ),
        ]
        for (name, text, options) in variants {
            let file = try scratch.write(text, to: name)
            let result = try Command.run(["areas", file, "--format", "geojson"] + options)
            #expect(result.status == 0, "\(name): \(result.errors)")
            #expect(result.output == expected, "\(name)")
        }
        for threads in ["1", "4"] {
            let result = try Command.run(
                ["areas", "-", "--format", "geojson"], input: Data(Self.table().utf8),
                environment: ["FRONTLINE_THREADS": threads])
            #expect(result.output == expected)
        }
    }

    @Test func theFirstOfTwoOnOneSpotDecides() throws {
        let more = Self.table() + "98,37,36.3,B\n99,37.1,36.3,A\n"
        let result = try Command.run("areas", "-", "--format", "csv", input: more)
        #expect(
            result.errors
                == "-: 2 rows stand on the spot of an earlier one, which decides (the first in line 22); 1 of them name another holder\n"
        )
        #expect(result.text.contains(",13\n"))
    }

    @Test func badRowsAreSkippedAndTold() throws {
        let more = Self.table() + "90,east,36,A\n91,37,,A\n92,36,137,A\n93,37\n94,37.05,36.05,A\n"
        let result = try Command.run("areas", "-", "--format", "csv", input: more)
        #expect(result.status == 0)
        let told = result.errors.split(separator: "\n").map(String.init)
        #expect(
            told == [
                "-:22: skipped: the longitude is \"east\"; expected degrees such as 36.25",
                "-:23: skipped: the latitude is \"\"; expected degrees such as 36.25",
                "-:24: skipped: longitude 36.0, latitude 137.0 is no point of the Earth; expected -180…180 and -90…90 "
                    + "(are the two exchanged?)",
                "-:25: skipped: 2 cells where the header has 4; quote cells that hold the separator",
                "21 rows read, 4 skipped",
            ])
        #expect(try Command.run("areas", "-", "--strict", input: more).status == 65)
    }

    @Test func tablesThatCannotBeUsedAreRefused() throws {
        func error(_ table: String, _ options: String...) throws -> String {
            let result = try Command.run(["areas", "-"] + options, input: Data(table.utf8))
            #expect(result.status == 65 && result.output.isEmpty)
            return result.errors
        }
        #expect(try error("").hasSuffix("is empty; expected a header line and rows\n"))
        #expect(try error("id,lon,lat,actor\n").hasSuffix("has a header line but no rows\n"))
        #expect(try error("id,lon,lat,actor\n1,x,36,A\n").hasSuffix("no row that can be used; 1 were skipped\n"))
        #expect(try error("id,lon,lta,actor\n1,37,36,A\n").hasSuffix("is \"lta\" meant?\n"))
        #expect(try error(Self.table(), "--actor-column", "aktor").hasSuffix("is \"actor\" meant?\n"))
        #expect(try error("id,lon,lat,who\n1,37,36,A\n").contains("--actor-column"))
        #expect(try error("1,37,36,A\n2,37,36,B\n").contains("names none of the columns lon, lat, actor"))
        #expect(try error("lon,lat,actor,lon\n1,37,36,A\n").contains("two columns are named \"lon\""))
        #expect(try Command.run("areas", "nowhere.csv").status == 66)
        #expect(try Command.run("areas", "-", "--reach-km", "0", input: Self.table()).status == 64)
        let edge = "id,lon,lat,actor\n1,179.99,10,A\n2,179.5,10,B\n"
        #expect(try Command.run("areas", "-", "--reach-km", "0.5", input: edge).status == 0)
        let across = try Command.run("areas", "-", "--reach-km", "20", "--format", "geojson", input: edge)
        #expect(across.status == 65 && across.text.isEmpty, "\(across.text)")
        #expect(across.errors.contains("goes across longitude ±180"), "\(across.errors)")
    }

    @Test func datesChooseTheRows() throws {
        let table = """
            id,lon,lat,actor,date
            1,37,36,A,2015-12-01
            2,37.1,36,B,2015-12-01
            1,37,36,B,2015-12-03
            2,37.1,36,C,2015-12-05
            """
        func holders(_ options: String...) throws -> [String] {
            let result = try Command.run(["areas", "-", "--format", "csv"] + options, input: Data(table.utf8))
            return result.text.split(separator: "\n").dropFirst().map {
                String($0.split(separator: ",")[$0.first == "," ? 1 : 2])
            }
        }
        #expect(try holders("--at", "2015-12-02") == ["A", "B"])
        #expect(try holders("--at", "2015-12-03") == ["B"])
        #expect(try holders("--at", "2015-12-05") == ["B", "C"])
        #expect(try holders() == ["B", "C"])
        let early = try Command.run("areas", "-", "--at", "2015-11-30", input: table)
        #expect(
            early.status == 65
                && early.errors.hasSuffix("no row is valid at 2015-11-30; look at the dates of the table\n"))
        let ended = "lon,lat,actor,valid_from,valid_to\n37,36,A,2015-12-01,2015-12-02\n37.1,36,B,,\n37.2,36,C,soon,\n"
        let result = try Command.run("areas", "-", "--at", "2015-12-03", "--format", "csv", input: ended)
        #expect(result.text.split(separator: "\n").count == 2 && result.text.contains("held,B,"))
        #expect(result.errors.contains("-:4: skipped: the valid_from is \"soon\""))
    }

    @Test func whatIsOddWithATableIsTold() throws {
        func errors(_ table: String, _ options: String...) throws -> String {
            let result = try Command.run(["areas", "-", "--format", "csv"] + options, input: Data(table.utf8))
            #expect(result.status == 0, "\(result.errors)")
            return result.errors
        }
        let twice = "id,lon,lat,actor\n1,37,36,A\n2,37.1,36,B\n1,37.2,36,B\n1,37.3,36,B\n"
        #expect(
            try errors(twice)
                == "-: 2 rows have the id of an earlier one (the first in line 4); without dates all of them count\n")
        #expect(
            try errors("lon,lat,actor\n37,36,A\n37.1,36,B\n", "--at", "2015-12-02")
                == "-: has no dates (date, valid_from, valid_to), so --at 2015-12-02 leaves no row out\n")
        let reversed = "lon,lat,actor,valid_from,valid_to\n37,36,A,,\n37.1,36,B,2015-12-05,2015-12-01\n"
        for options in [[], ["--at", "2015-12-03"]] {
            let result = try Command.run(["areas", "-", "--format", "csv"] + options, input: Data(reversed.utf8))
            #expect(
                result.errors.hasPrefix(
                    "-:3: skipped: the row ends (2015-12-01) before it begins (2015-12-05); exchange the two\n"))
        }
    }

    @Test(arguments: [(";", "semicolons"), ("\t", "tabs")])
    func theSeparatorSeenIsTold(separator: String, word: String) throws {
        let scratch = try Scratch()
        let table = try scratch.write(Self.table(separator: separator), to: "t.csv")
        let text = try String(contentsOfFile: table, encoding: .utf8).replacingOccurrences(of: ",", with: separator)
        try scratch.write(text, to: "t.csv")
        for arguments in [["areas", table], ["gazetteer", "near", "1", "--gazetteer", table]] {
            let result = try Command.run(arguments)
            #expect(result.status == 65)
            #expect(
                result.errors.contains("t.csv:1: the columns are divided by \(word); expected commas"),
                "\(result.errors)")
        }
    }

    @Test func aBoundaryThatCrossesItselfIsRefusedWithTheSpot() throws {
        let scratch = try Scratch()
        let table = try scratch.write(Self.table(), to: "held.csv")
        for (rings, words) in [
            ("[[36,35],[38,37],[38,35],[36,37],[36,35]]", "Self-intersection[37 36]"),
            ("[[36,35],[38,35],[38,37],[36,37],[36,35]],[[40,35],[40,36],[41,36],[40,35]]", "Hole lies outside shell"),
        ] {
            let file = try scratch.write("{\"type\":\"Polygon\",\"coordinates\":[\(rings)]}", to: "b.geojson")
            let result = try Command.run("areas", table, "--boundary", file)
            #expect(result.status == 65 && result.output.isEmpty)
            #expect(result.errors.contains("b.geojson: the area cannot be used: \(words)"), "\(result.errors)")
            #expect(result.errors.contains("ogr2ogr -makevalid"))
        }
    }

    @Test func placesKeepTheirColumns() throws {
        let table = "id,lon,lat,actor,name,=evil\n7,37,36,A,\"Kafr \"\"x\"\"\",1\n8,37.1,36,,عفرين,2\n"
        let result = try Command.run("areas", "-", "--places", "--format", "geojson", input: table)
        let places = try Self.features(result.output).map { $0["properties"] as! [String: Any] }
            .filter { $0["feature_type"] as? String == "place" }
        #expect(places.map { $0["place_id"] as? String } == ["7", "8"])
        #expect(places.map { $0["name"] as? String } == ["Kafr \"x\"", "عفرين"])
        #expect(places.map { $0["holder"] as? String } == ["A", "unknown"])
        #expect(places.map { $0["=evil"] as? String } == ["1", "2"])
    }

    @Test func aBoundaryIsFilledToTheEdge() throws {
        let scratch = try Scratch()
        let boundary = try scratch.write(
            #"{"type":"Polygon","coordinates":[[[36.5,35.5],[38,35.5],[38,37],[36.5,37],[36.5,35.5]]]}"#,
            to: "boundary.geojson")
        let table = try scratch.write(Self.table(), to: "held.csv")
        let output = scratch.path + "/out.geojson"
        let result = try Command.run("areas", table, "--boundary", boundary, "-o", output)
        #expect(result.status == 0 && result.errors.hasPrefix("\(output): 20 places, 3 holders, "))
        let script = """
            import geopandas, sys
            d = geopandas.read_file(sys.argv[1])
            a = d[d.feature_type == "control_area"]
            b = geopandas.read_file(sys.argv[2])
            print(bool(a.is_valid.all()), round(a.area.sum() - b.area.sum(), 9), len(a), a.union_all().area == b.union_all().area)
            """
        guard let answer = try Readers.geopandas(script, [output, boundary]) else { return }
        #expect(
            answer.text.hasPrefix("True 0.0 4 ") || answer.text.hasPrefix("True -0.0 4 "),
            "\(answer.text)\(answer.errors)")
        let over = try Command.run("areas", table, "-o", table)
        #expect(over.status == 65 && over.errors.contains("is the file that is read"))
        let reach = try Command.run("areas", table, "--boundary", boundary, "--reach-km", "5", "--format", "csv")
        #expect(reach.text.contains("\n,beyond_reach,,"))
    }
}
