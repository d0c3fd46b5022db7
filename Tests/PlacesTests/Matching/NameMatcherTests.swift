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
        let north = MatchContext(admits: { matcher.index.place($0).latitude > 36 })
        #expect(matcher.answer("Kafrah", context: north).candidates.map(\.place.id).first == "kafrah")
        #expect(!matcher.answer("Kafrah", context: north).candidates.contains { $0.place.id == "kafrah-far" })
    }

    @Test func namesOfOneReportDecideEachOther() throws {
        let index = try SmallGazetteer.azaz()
        let resolver = Resolver(gazetteer: Gazetteer(index: index))
        let answers = resolver.resolve(together: ["Kafrah", "Jarez", "Dabeq"].map { Resolver.Query($0) })
        #expect(
            answers.map { $0.candidates.first.map { index.place($0.placeIndex).id } } == ["kafrah", "jariz", "dabiq"])
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
