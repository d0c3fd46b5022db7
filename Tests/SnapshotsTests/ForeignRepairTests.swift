import Rows
import Snapshots
import Testing

/// What the overlay makes of rings that are no polygon is told for each feature, and names that are ours are kept apart.
@Suite struct ForeignRepairTests {
    private static let square = "[[37,36],[38,36],[38,37],[37,37],[37,36]]"
    private static let hole = "[[37.2,36.2],[37.2,36.4],[37.4,36.4],[37.4,36.2],[37.2,36.2]]"

    private static func feature(_ rings: [String], _ properties: String = #"{"party":"a"}"#, id: String = "f")
        -> String
    {
        #"{"type":"Feature","id":"\#(id)","properties":\#(properties),"geometry":{"type":"Polygon","coordinates":[\#(rings.joined(separator: ","))]}}"#
    }

    private static func read(_ features: String..., file: String = "map.geojson") throws(InputError) -> ForeignMap {
        let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        return try ForeignReader.map(of: Array(text.utf8), file: file)
    }

    @Test(arguments: [
        ([square, square], [MapRepairs.Kind.noLandLeft]),
        ([square, "[[47,36],[47,37],[48,37],[47,36]]"], [.holeOutside]),
        ([square, "[[37.5,36.5],[39,36.6],[39,36.5],[37.5,36.5]]"], [.holeOutside]),
        ([square, hole, "[[37.3,36.3],[37.3,36.5],[37.5,36.5],[37.5,36.3],[37.3,36.3]]"], [.holesOverlap]),
        ([square, hole, hole], [.holesOverlap]),
        ([square, "[[37.25,36.25],[37.25,36.3],[37.3,36.3],[37.25,36.25]]", hole], [.holesOverlap]),
        ([square, "[[37,36],[38,37],[37.5,36.9],[37,36]]"], [.splitByHole]),
        ([square, "[[37,36.2],[37,36.4],[37.4,36.4],[37,36.2]]"], [.holeOnOutline]),
        (["[[37,36],[38,36],[38,37],[37,37],[37.0000000001,36]]"], [.nearlyClosed]),
        (["[[37,36],[38,36],[38,37],[37,37],[37.0,3.6e1]]", hole], []),
        // A hole may touch its outline at a point.
        ([square, "[[37,36],[37.5,36.6],[37.6,36.5],[37,36]]"], []),
    ]) func faultsOfRingsAreToldByFeature(rings: [String], kinds: [MapRepairs.Kind]) throws {
        let map = try Self.read(Self.feature([Self.square], id: "good"), Self.feature(rings))
        #expect(map.repairs.kinds == kinds)
        for kind in kinds { #expect(map.repairs.entries[kind]?.map(\.feature) == ["f"]) }
    }

    /// Few areas with a name keep it, and those without are nobody's.
    @Test func theOnlyPropertyOfHoldersIsTaken() throws {
        let map = try Self.read(
            Self.feature([Self.square], id: "1"), Self.feature([Self.square], "{}", id: "2"),
            Self.feature([Self.square], #"{"party":null,"name":"north"}"#, id: "3"))
        #expect(map.holders == [.held(side: "a"), .unknown])
        #expect(map.holderSource == .property("party", isGuess: true) && map.repairs.count(.noHolder) == 2)
        // A name that one area has, or two properties of holders: nothing to go by.
        let named = try Self.read(
            Self.feature([Self.square], #"{"name":"north"}"#, id: "1"), Self.feature([Self.square], "{}", id: "2"),
            Self.feature([Self.square], "{}", id: "3"))
        #expect(named.holders == [.held(side: ForeignMap.unnamedHolder)])
    }

    @Test func namesThatAreOursAreKeptApart() throws {
        let names = ["unknown", "not_mapped", "beyond_reach", "overlap:a+b", "contested:a+b", "name:not_mapped", "a"]
        for name in names {
            let map = try Self.read(Self.feature([Self.square], #"{"party":"\#(name)"}"#))
            switch name {
            case "unknown": #expect(map.holders == [.unknown])
            case "a": #expect(map.holders == [.held(side: "a")] && map.repairs.isEmpty)
            default:
                #expect(map.holders == [.held(side: "name:" + name)])
                #expect(map.repairs.entries[.reservedName]?.map(\.feature) == ["f"])
            }
        }
    }

    /// More holders over one spot than are told apart: the map that has them is named, not the other.
    @Test(arguments: [true, false]) func theMapAtFaultIsNamed(isFirst: Bool) throws {
        let good = try Self.read(Self.feature([Self.square]), file: "good.geojson")
        let text = (0..<80).map { Self.feature([Self.square], #"{"party":"p\#($0)"}"#, id: "\($0)") }
            .joined(separator: ",")
        let bad = try ForeignReader.map(
            of: Array(#"{"type":"FeatureCollection","features":[\#(text)]}"#.utf8), file: "bad.geojson")
        do {
            _ = try isFirst ? MapComparison(bad, good) : MapComparison(good, bad)
            Issue.record("accepted")
        } catch {
            #expect(error.fact.code == "tangled" && error.description.hasPrefix("bad.geojson"), "\(error.description)")
            #expect(!error.description.contains("good.geojson"))
        }
    }

    /// Maps that only together are too much: both are named.
    @Test func bothMapsAreNamedWhereNeitherIsAtFault() throws {
        func map(_ name: String) throws -> ForeignMap {
            let text = (0..<40).map { Self.feature([Self.square], #"{"party":"\#(name)\#($0)"}"#, id: "\($0)") }
                .joined(separator: ",")
            return try ForeignReader.map(
                of: Array(#"{"type":"FeatureCollection","features":[\#(text)]}"#.utf8), file: name)
        }
        do {
            let (one, two) = (try map("one"), try map("two"))
            _ = try MapComparison(one, two)
            Issue.record("accepted")
        } catch let error as InputError {
            #expect(error.description.contains("one") && error.description.contains("two"), "\(error.description)")
        }
    }
}
