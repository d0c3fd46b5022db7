import Geometry
import Rows
import Snapshots
import TestSupport
import Testing

/// Maps of others as they come: repaired and counted, or refused with the place and the reason.
@Suite struct ForeignReaderTests {
    private static let square = "[[37,36],[38,36],[38,37],[37,37],[37,36]]"
    private static let hole = "[[37.2,36.2],[37.2,36.4],[37.4,36.4],[37.4,36.2],[37.2,36.2]]"

    private static func feature(_ geometry: String, _ properties: String = #"{"party":"a"}"#, _ more: String = "")
        -> String
    {
        #"{"type":"Feature",\#(more)"properties":\#(properties),"geometry":\#(geometry)}"#
    }

    private static func polygon(_ rings: String...) -> String {
        #"{"type":"Polygon","coordinates":[\#(rings.joined(separator: ","))]}"#
    }

    private static func collection(_ features: String...) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    private static func read(_ text: String, _ options: ForeignOptions = ForeignOptions()) throws(InputError)
        -> ForeignMap
    {
        try ForeignReader.map(of: Array(text.utf8), file: "map.geojson", options)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let code: String
        var testDescription: String { "\(code): \(text.prefix(60))" }
    }

    static let refusals: [Refusal] = [
        ("", "empty"), (" \n", "empty"), ("<html>", "not-text"), ("{", "invalid-json"), ("[]", "invalid-json"),
        ("{}", "no-type"), (#"{"type":"polygon","coordinates":[]}"#, "unknown-type"),
        (#"{"type":"Topology","objects":{},"arcs":[]}"#, "topology"),
        (#"{"type":"FeatureCollection"}"#, "missing-member"),
        (#"{"type":"FeatureCollection","features":{}}"#, "wrong-member"),
        (#"{"type":"FeatureCollection","features":[null]}"#, "invalid-json"),
        (collection(collection()), "misplaced"), (collection(polygon(square)), "misplaced"),
        (feature(feature("null")), "misplaced"),
        (collection(feature("null", "{}", #""id":1,"#), feature("null", "{}", #""id":1,"#)), "duplicate-id"),
        (collection(feature("null", "{}", #""id":{},"#)), "wrong-member"),
        (feature("null", #"{"party":"a","party":"b"}"#), "invalid-json"), (feature("null", "[]"), "wrong-member"),
        (#"{"type":"FeatureCollection","features":[],"bbox":[10,50,-10,40]}"#, "bad-bbox"),
        (#"{"type":"FeatureCollection","features":[],"bbox":[1,2,3]}"#, "bad-bbox"),
        (
            #"{"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}}"#,
            "projected"
        ),
        (
            #"{"type":"FeatureCollection","features":[],"crs":{"type":"link","properties":{"href":"http://x"}}}"#,
            "linked-crs"
        ),
        (feature(polygon("[[37,36],[38,36],[38,91],[37,36]]")), "out-of-range"),
        (feature(polygon("[[37,36],[38,36],[38,1e400],[37,36]]")), "invalid-json"),
        (feature(polygon("[[37,36],[38,36],[38,NaN],[37,36]]")), "invalid-json"),
        (feature(polygon("[[37,36],[38,36],[38],[37,36]]")), "invalid-json"),
        (feature(polygon("[[37,36],[38,36],[\"38\",37],[37,36]]")), "invalid-json"),
        (feature(polygon("[[[37,36],[38,36],[38,37],[37,36]]]")), "wrong-nesting"),
        (feature(polygon("[]")), "empty-ring"), (feature(polygon("[[37,36],[38,36],[37,36]]")), "short-ring"),
        (feature(polygon("[[37,36],[38,37],[39,38],[37,36]]")), "no-inside"),
        (feature(#"{"type":"Point","coordinates":[37,36]}"#), "no-polygon"),
        (collection() + collection(), "text-after"), ("\u{1E}" + collection(), "misplaced"),
        (feature(polygon(square), #"{"n":"\u0000"}"#), "invalid-json"),
        (feature(polygon(square), #"{"n":"\ud800"}"#), "invalid-json"),
        (String(repeating: "[", count: 100_000), "invalid-json"),
        (
            String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 8) + polygon(square)
                + String(repeating: "]}", count: 8), "collections-too-deep"
        ),
        (
            collection(
                feature(polygon(square), "{}"),
                #"{"type":"Feature","properties":{"feature_type":"change"},"geometry":null}"#), "difference"
        ),
    ].map { Refusal(text: $0.0, code: $0.1) }

    @Test(arguments: refusals) func whatHasNoMeaningIsRefused(_ refusal: Refusal) throws {
        do {
            _ = try Self.read(refusal.text)
            Issue.record("accepted")
        } catch {
            #expect(error.fact.code == refusal.code, "\(error.description)")
            #expect(!error.fact.sentence.isEmpty && error.description.hasPrefix("map.geojson"))
        }
    }

    @Test func theLineOfAFaultIsTold() throws {
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\n" + Self.feature(Self.polygon(Self.square)) + ",\n"
            + Self.feature(Self.polygon("[[37,36],[38,36],[38,-91],[37,36]]")) + "]}"
        do {
            _ = try Self.read(text)
            Issue.record("accepted")
        } catch {
            #expect(error.line == 3 && error.fact.sentence.contains("[38, -91]"), "\(error.description)")
        }
    }

    @Test(arguments: [
        (polygon("[[37,36],[38,36],[38,37],[37,37]]"), MapRepairs.Kind.unclosedRing),
        (polygon("[[37,36],[38,36],[38.5,36],[38,36],[38,37],[37,37],[37,36]]"), .spike),
        (polygon("[[37,36,9],[38,36,9],[38,37,9],[37,37,9],[37,36,9]]"), .extraOrdinate),
        (#"{"type":"MultiPolygon","coordinates":[[],[\#(square)]]}"#, .emptyMember),
        (#"{"type":"MultiPolygon","coordinates":[[\#(square)],[[[1,1],[1,1],[1,1],[1,1]]]]}"#, .degenerateRing),
        (
            #"{"type":"GeometryCollection","geometries":[\#(polygon(square)),{"type":"Point","coordinates":[37,36]}]}"#,
            .pointIgnored
        ),
        (
            #"{"type":"GeometryCollection","geometries":[\#(polygon(square)),{"type":"LineString","coordinates":[[37,36],[38,36]]}]}"#,
            .lineIgnored
        ),
    ]) func whatHasOneMeaningIsRepairedAndCounted(geometry: String, kind: MapRepairs.Kind) throws {
        let map = try Self.read(Self.collection(Self.feature(geometry, #"{"party":"a"}"#, #""id":"f1","#)))
        #expect(map.repairs.kinds == [kind])
        #expect(map.repairs.entries[kind]?.first?.feature == "f1")
        #expect(Self.area(map) == Self.area(try Self.read(Self.feature(Self.polygon(Self.square)))))
    }

    private static func area(_ map: ForeignMap) -> Double {
        (try? Overlay(map.land).areasInSquareMetres.reduce(0, +)) ?? -1
    }

    @Test func membersComeInAnyOrder() throws {
        let map = try Self.read(
            #"{"features":[{"geometry":{"coordinates":[\#(Self.square)],"type":"Polygon"},"properties":{"party":"a"},"type":"Feature"}],"type":"FeatureCollection"}"#
        )
        #expect(map.holders == [.held(side: "a")] && map.land.count == 1)
    }

    @Test(arguments: ["\n", "\n\n", "\n\u{1E}"]) func featuresOneByOne(separator: String) throws {
        let east = Self.square.split(separator: "38").joined(separator: "39")
        let text = [Self.feature(Self.polygon(Self.square)), Self.feature(Self.polygon(east), #"{"party":"b"}"#)]
        let start = separator.contains("\u{1E}") ? "\u{1E}" : ""
        let map = try Self.read(start + text.joined(separator: separator) + "\n")
        #expect(map.holders == [.held(side: "a"), .held(side: "b")])
    }

    @Test func theHoldersPropertyIsAskedGuessedOrMissing() throws {
        let text = Self.collection(
            Self.feature(Self.polygon(Self.square), ##"{"name":"North","Side":"red","fill":"#f00"}"##),
            Self.feature(Self.polygon(Self.hole), ##"{"name":"South","Side":"blue","fill":"#00f"}"##))
        #expect(try Self.read(text).holderSource == .property("side", isGuess: true))
        let asked = try Self.read(text, ForeignOptions(holderProperty: "fill"))
        #expect(asked.holders == [.held(side: "#00f"), .held(side: "#f00")])
        let named = try Self.read(text, ForeignOptions(holder: "x"))
        #expect(named.holders == [.held(side: "x")])
        let bare = try Self.read(Self.feature(Self.polygon(Self.square), "null"))
        #expect(bare.holders == [.held(side: ForeignMap.unnamedHolder)])
        do {
            _ = try Self.read(text, ForeignOptions(holderProperty: "sides"))
            Issue.record("accepted")
        } catch {
            #expect(error.fact.sentence.contains("is \"Side\" meant?"), "\(error.description)")
        }
    }

    @Test func axesAreExchangedOnlyWhereAsked() throws {
        let swapped = "[[36,37],[36,38],[37,38],[37,37],[36,37]]"
        let map = try Self.read(Self.feature(Self.polygon(swapped)), ForeignOptions(swapsAxes: true))
        #expect(Self.area(map) == Self.area(try Self.read(Self.feature(Self.polygon(Self.square)))))
        do {
            _ = try MapComparison(
                Self.read(Self.feature(Self.polygon("[[37,20],[38,20],[38,21],[37,21],[37,20]]"))),
                Self.read(Self.feature(Self.polygon("[[20,37],[20,38],[21,38],[21,37],[20,37]]"))))
            Issue.record("accepted")
        } catch {
            #expect(error.fact.code == "swapped" && error.fact.sentence.contains("--swap-axes"), "\(error.description)")
        }
    }

    /// Any digits, the nearest step of the grid.
    @Test(arguments: [
        ("37.00000004", 370_000_000), ("37.00000005", 370_000_001), ("-37.00000005", -370_000_001),
        ("37e0", 370_000_000),
        ("3.7E+1", 370_000_000), ("0", 0), ("-0.0", 0), ("5e-324", 0),
        ("37." + String(repeating: "1", count: 5000), 371_111_111),
        ("0.1234567", 1_234_567), ("180", 1_800_000_000),
    ]) func numbersGoToTheGrid(text: String, expected: Int64) throws {
        let bytes = Array(text.utf8)
        let value = try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
            var scanner = JSONScanner(buffer)
            return try scanner.tenMillionths()
        }
        #expect(value == expected)
    }
}
