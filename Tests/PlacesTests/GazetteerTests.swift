import Places
import Rows
import TestSupport
import Testing

@Suite struct GazetteerTests {
    private static let header = "id\ttitle\tlon\tlat\ttypes\tvariants\tsources\n"

    private func read(_ rows: String, header: String = Self.header) throws -> GazetteerReader.Result {
        let scratch = try Scratch()
        return try GazetteerReader.read(files: [try scratch.write(header + rows, to: "places.tsv")])
    }

    @Test func theEmbeddedGazetteerIsWholeAndChecked() throws {
        let result = try GazetteerReader.read(
            files: [Command.file("Gazetteer/northern-aleppo.tsv")])
        #expect(result.problems.isEmpty)
        #expect(result.gazetteer.places.count >= 250)
        let findings = GazetteerCheck(result.gazetteer).findings
        #expect(findings.filter { $0.kind == .noSource }.isEmpty)
        for place in result.gazetteer.places {
            #expect(!place.sources.isEmpty && place.uncertaintyInMetres > 0, "\(place.id)")
            switch (place.kind, place.shape) {
            case (.road, .line), (.canton, .area): break
            case (.road, _), (.canton, _): Issue.record("\(place.id) has no shape")
            default: break
            }
        }
    }

    @Test func badRowsAreSkippedWithTheirLine() throws {
        let result = try read(
            "a:1\tA\t37\t36.5\tvillage\tأ@ar;A-x\tme\n"
                + "a:2\tB\t370\t36.5\tvillage\t\tme\na:3\tC\t37\tabc\tvillage\t\tme\n\tD\t37\t36\tvillage\t\tme\n"
                + "a:1\tE\t37\t36\tvillage\t\tme\na:5\t\t37\t36\tvillage\t\tme\na:6\tF\t37\t36\tvilage\t\tme\n")
        #expect(result.gazetteer.places.map(\.id) == ["a:1", "a:6"])
        #expect(result.gazetteer.places[0].names.map(\.language) == [nil, "ar", nil])
        #expect(
            result.problems.map { "\($0.line) \($0.effect.rawValue) \($0.fact.code)" } == [
                "3 skipped bad-coordinate", "4 skipped bad-coordinate", "5 skipped no-id", "6 skipped duplicate-id",
                "7 skipped no-name", "8 repaired unknown-kind",
            ])
        #expect(result.problems.last?.fact.sentence.contains("did you mean \"village\"?") == true)
    }

    @Test func exchangedCoordinatesAreFoundOut() throws {
        let good = (0..<20).map { "a:\($0)\tA\($0)\t\(37 + Double($0) / 100)\t36.5\tvillage\t\tme\n" }.joined()
        let result = try read(good + "a:99\tZ\t36.5\t37.05\tvillage\t\tme\n")
        #expect(result.gazetteer.places.count == 20)
        #expect(result.problems.map(\.fact.code) == ["exchanged-coordinates"])
    }

    @Test func aFileWithoutPlacesIsRefused() throws {
        #expect(throws: InputError.self) { try read("a:1\tA\tx\ty\tvillage\t\tme\n") }
        #expect(throws: InputError.self) { try read("1\t2\n", header: "foo\tbar\n") }
    }

    @Test func doublesAndSharedNamesAndSpotsAreFound() throws {
        let result = try read(
            "a:1\tKafr\t37\t36.5\tvillage\t\tme\na:2\tKafr\t37.01\t36.5\tvillage\t\tme\n"
                + "a:3\tKafr\t37.5\t36.5\tvillage\t\t\na:4\tOther\t37\t36.5001\tvillage\t\tme\n")
        let kinds = GazetteerCheck(result.gazetteer).findings.map {
            "\($0.kind.rawValue) \($0.placeIDs.joined(separator: " "))"
        }
        #expect(kinds == ["duplicate a:1 a:2", "no-source a:3", "same-spot a:1 a:4", "shared-name a:1 a:2 a:3"])
    }

    @Test(arguments: [
        ("LINESTRING (37 36, 37.5 36.5)", true), ("POLYGON ((0 0, 1 0, 1 1, 0 0))", true),
        ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", true), ("POLYGON ((0 0, 1 0, 1 1))", false),
        ("LINESTRING (37 36)", false),
        ("CIRCLE (1 2)", false), ("LINESTRING (NaN 1, 2 3)", false), ("LINESTRING (1 2, 3 4) x", false), ("", false),
    ])
    func wellKnownText(text: String, isShape: Bool) {
        #expect((WellKnownText.shape(text) != nil) == isShape)
    }
}
