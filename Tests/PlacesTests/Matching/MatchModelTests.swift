import Testing

@testable import Places

@Suite struct MatchModelTests {
    @Test func activityIsReadBetweenThePointsOfTheGrid() throws {
        let table = "# grid\nlatitude\tlongitude\tlog-odds\n36.4\t37.0\t1\n36.6\t37.0\t0.5\n"
        let activity = try ReportActivity(TableText(Array(table.utf8)))
        #expect(abs(activity.value(latitude: 36.4, longitude: 37.0) - 1) < 0.001)
        #expect(abs(activity.value(latitude: 36.5, longitude: 37.0) - 0.75) < 0.001)
        #expect(abs(activity.value(latitude: 36.4, longitude: 37.1) - 0.5) < 0.001)
        #expect(activity.value(latitude: -36, longitude: 200) == 0)
    }

    @Test func ofTwoHomonymsTheOneWhereThingsHappenComesFirst() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        let candidates = matcher.answer("Kafrah").candidates
        #expect(candidates.prefix(2).map(\.place.id) == ["kafrah", "kafrah-far"])
        #expect(candidates[1].probability > 0.02)
    }

    @Test(arguments: ["weight", "activity"])
    func aBrokenTableIsRefusedWithItsLine(kind: String) {
        let weights = kind == "weight" ? "feature\tweight\nconstant\tmany\n" : "feature\tweight\nconstant\t1\n"
        let activity = kind == "activity" ? "latitude\tlongitude\tlog-odds\n36\t37\tmuch\n" : "a\tb\tc\n"
        #expect(throws: RuleError.self) {
            try MatchModel(weights: Array(weights.utf8), activity: Array(activity.utf8))
        }
    }

    @Test func anAirBaseIsNotTheVillageOfItsName() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        #expect(matcher.answer("Dabiq").outcome == .match)
        #expect(matcher.answer("Dabiq airbase").outcome != .match)
    }

    @Test func contextIsEvidenceAndABorder() throws {
        let builder = IndexBuilder()
        for (id, kind, county) in [("town", GazetteerPlace.Kind.locality, "c1"), ("county", .county, "c2")] {
            let number = builder.addPlace(
                GazetteerPlace(
                    id: Array(id.utf8), name: Array("Marea".utf8), kind: kind,
                    latitude: id == "town" ? 36.48 : 36.9, longitude: 37.19, county: Array(county.utf8)))
            Array("Marea".utf8).withUnsafeBufferPointer {
                builder.addName($0, of: number, language: "", kind: .preferred)
            }
        }
        let matcher = NameMatcher(index: try NameIndex(bytes: builder.finish()))
        let plain = matcher.answer("Marea").candidates
        let towards = MatchContext(evidence: { matcher.index.place($0).id == "county" ? 1 : 0 })
        let county = matcher.answer("Marea", context: towards).candidates
        #expect(plain.first?.place.id == "town")
        #expect(Set(county.map(\.place.id)) == ["town", "county"])
        #expect(
            county.first { $0.place.id == "county" }!.probability > plain.first { $0.place.id == "county" }!.probability
        )
        let inside = MatchContext(admits: { matcher.index.place($0).id == "county" })
        #expect(matcher.answer("Marea", context: inside).candidates.map(\.place.id) == ["county"])
    }
}
