import Testing

@testable import Places

@Suite struct NameMatcherTests {
    @Test(arguments: [
        ("Ehteimlat", "ihtaymilat"), ("Djerablous", "jarabulus"), ("Cerablus", "jarabulus"), ("Tel Rifaat", "rifat"),
        ("تل رفعت", "rifat"),
        ("Jarez", "jariz"), ("جازر", "jariz"), ("Dabeq", "dabiq"), ("Harbul Tahtani", "harbul-lower"),
        ("Upper Harbul", "harbul-upper"),
        ("Ghazal / Qizil Mazraa", "qizil"), ("Aazaz", "azaz"),
    ])
    func findsASpelling(name: String, id: String) throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        #expect(matcher.answer(name).candidates.first?.place.id == id)
    }

    @Test func homonymsAreAmbiguousWithoutContext() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        #expect(matcher.answer("Kafrah").outcome == .ambiguous)
        let near = MatchContext(within: MatchContext.Circle(latitude: 36.58, longitude: 37.05, withinKilometres: 40))
        #expect(matcher.answer("Kafrah", context: near).candidates.map(\.place.id).first == "kafrah")
        #expect(!matcher.answer("Kafrah", context: near).candidates.contains { $0.place.id == "kafrah-far" })
    }

    @Test func namesOfOneReportDecideEachOther() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        let answers = matcher.resolve([Mention(name: "Kafrah"), Mention(name: "Jarez"), Mention(name: "Dabeq")])
        #expect(answers.map { $0.candidates.first?.place.id } == ["kafrah", "jariz", "dabiq"])
        #expect(answers[0].candidates[0].probability > 0.8)
    }

    @Test func unlistedNamesAreNotGuessed() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        for name in ["Przemysl", "Xq", "vuqoxiz", "", "  ", "ⵜⵉⴼⵉ"] {
            #expect(matcher.answer(name).outcome != .match, "\(name)")
        }
    }

    @Test func theTraceNamesTheRules() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        let answer = matcher.answer("Tal Djerablous")
        let trace = try #require(answer.candidates.first.map { matcher.trace("Tal Djerablous", $0) })
        #expect(trace.steps.contains { $0.rule == "french: dj" })
        #expect(trace.steps.contains { $0.rule == "generic: tall" })
    }

    @Test func sharesSumToOne() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        let answer = matcher.answer("Kafra", limit: 100)
        let sum = answer.candidates.reduce(answer.noneProbability) { $0 + $1.probability }
        #expect(abs(sum - 1) < 1e-6)
    }
}
