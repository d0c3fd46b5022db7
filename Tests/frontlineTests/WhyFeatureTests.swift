import Foundation
import TestSupport
import Testing

/// Each area and line of a snapshot can be asked why it stands, by the id that it has in the GeoJSON.
@Suite struct WhyFeatureTests {
    private static let scenario = Command.file("Tests/Scenarios/azaz-2015")
    private static let at = "2015-12-02"

    private static func features() throws -> [[String: Any]] {
        let result = try Command.run("snapshot", scenario, "--at", at, "--format", "geojson")
        let file = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
        return file?["features"] as? [[String: Any]] ?? []
    }

    private static func properties(_ feature: [String: Any]) -> [String: Any] {
        feature["properties"] as? [String: Any] ?? [:]
    }

    @Test func eachIDOfTheFileIsAnswered() throws {
        let asked = try Self.features().filter { Self.properties($0)["feature_type"] as? String != "place" }
        #expect(asked.count > 10)
        for feature in asked {
            let id = try #require(feature["id"] as? String)
            let properties = Self.properties(feature)
            #expect(properties["feature_id"] as? String == id)
            let result = try Command.run("why", Self.scenario, id, "--at", Self.at, "--json")
            #expect(result.status == 0, "\(id): \(result.errors)")
            let answer = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
            #expect(answer["id"] as? String == id)
            // The file has the heaviest of the reports and their number, the answer all.
            let carried = try #require(answer["carried"] as? [[String: Any]])
            let sources = try #require(properties["sources"] as? [[String: Any]])
            #expect(properties["report_count"] as? Int == carried.count)
            #expect(sources.count == min(carried.count, 50))
            #expect(
                sources.compactMap { $0["record_id"] as? String }
                    == carried.prefix(sources.count).compactMap { $0["id"] as? String })
            for key in ["area_km2", "length_km", "doubt_half_km", "doubt_nine_in_ten_km"] {
                #expect(properties[key] as? Double == answer[key] as? Double, "\(id) \(key)")
            }
        }
    }

    @Test func aLineTellsWhoFacesWhomAndHowSure() throws {
        let text = try Command.run("why", Self.scenario, "front_line/isis|rebels/1", "--at", Self.at).text
        #expect(text.contains("Kafrah") && text.contains("Jarez") && text.contains("doubt: half of such a line"))
        // Both of two contradicting reports on Jarez are named.
        #expect(text.contains("overruled") && text.contains("AZ15-108"))
    }

    @Test func anAreaTellsHowMuchOfItIsInferred() throws {
        let result = try Command.run("why", Self.scenario, "control_area/isis", "--at", Self.at, "--json")
        let answer = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        let (land, inferred) = (answer["area_km2"] as? Double ?? 0, answer["inferred_km2"] as? Double ?? 0)
        #expect(0 < inferred && inferred < land)
        let places = try #require(answer["places"] as? [[String: Any]])
        #expect(places.allSatisfy { $0["holders"] as? [String] == ["isis"] })
        #expect(places.contains { $0["inferred"] as? Bool == true })
        let text = try Command.run("why", Self.scenario, "control_area/isis", "--at", Self.at).text
        #expect(text.contains("are inferred") && text.contains("the places that tell most"))
    }

    @Test(arguments: [
        ("front_line/isis|rebel/1", "front_line/isis|rebels/1"), ("control_aera/rebels", "control_area/rebels"),
        ("front_line/isis|rebels/99", "front_line/isis|rebels/"),
    ])
    func aWrongIDIsNotFound(id: String, meant: String) throws {
        let result = try Command.run("why", Self.scenario, id, "--at", Self.at)
        #expect(result.status == 66 && result.output.isEmpty)
        #expect(result.errors.contains("did you mean \(meant)"), "\(result.errors)")
    }

    @Test func aPlaceCanBeAskedByItsFeature() throws {
        let one = try Command.run("why", Self.scenario, "place/gn:168742", "--at", Self.at)
        let other = try Command.run("why", Self.scenario, "Kafrah", "--at", Self.at)
        #expect(one.status == 0 && one.text == other.text)
    }
}
