import Geometry
import Places
import TestSupport
import Testing

@Suite struct ResolverTests {
    let gazetteer: Gazetteer
    let resolver: Resolver

    init() throws {
        let file = Command.file("Gazetteer/northern-aleppo.tsv")
        gazetteer = try GazetteerReader.read(files: [file]).gazetteer
        resolver = Resolver(gazetteer: gazetteer)
    }

    private func id(_ name: String, near: String? = nil, within: String? = nil) -> String? {
        var query = Resolver.Query(name)
        query.within = within
        if let near { query.near = [gazetteer.place(id: near)!.coordinate] }
        let resolution = resolver.resolve(query)
        return resolution.best.map { gazetteer.places[$0.placeIndex].id }
    }

    /// The seed spellings of one village in Latin and Arabic, Turkish and Kurdish.
    @Test(arguments: ["Aazaz", "Azaz", "A'zaz", "أعزاز", "اعزاز", "إعزاز", "Ezaz", "Azez", "gn:172082"])
    func aazazInAnySpelling(name: String) {
        let found = name.hasPrefix("gn:") ? gazetteer.place(id: name)?.id : id(name)
        #expect(found == "gn:172082")
    }

    @Test(arguments: ["Jarez", "Jāriz", "Jariz", "جارز", "جازر", "Carıs", "JAREZ"])
    func jarezInAnySpelling(name: String) {
        #expect(id(name) == "gn:169169")
    }

    @Test func twoVillagesOfOneNameNeedContext() {
        let alone = resolver.resolve(Resolver.Query("Kafrah"))
        #expect(alone.status == .ambiguous)
        #expect(alone.candidates.count == 2)
        #expect(id("Kafrah", near: "gn:172082") == "gn:168742")
        #expect(id("كفرة", near: "gn:169169") == "gn:168742")
        #expect(id("Kafrah", near: "gn:10308699") == "gn:10308699")
    }

    @Test func anUnknownNameSuggestsItsNeighbours() {
        let resolution = resolver.resolve(Resolver.Query("Kafrha"))
        #expect(resolution.status == .notFound)
        #expect(resolution.suggestions.contains { gazetteer.places[$0.placeIndex].id == "gn:168742" })
        #expect(resolver.resolve(Resolver.Query("Xyzzyplugh")).suggestions.isEmpty)
        #expect(resolver.resolve(Resolver.Query("''")).status == .notFound)
    }

    @Test func aPlaceFarFromItsContextIsNotSure() {
        var query = Resolver.Query("Kobane")
        query.near = [gazetteer.place(id: "gn:172082")!.coordinate]
        #expect(resolver.resolve(query).status == .ambiguous)
    }

    @Test func withinKeepsTheUnitAndTellsWhatItLeftOut() {
        #expect(id("Jindayris", within: "Afrin canton") != nil)
        var query = Resolver.Query("Kafrah")
        query.within = "Afrin canton"
        let resolution = resolver.resolve(query)
        #expect(resolution.status == .notFound)
        #expect(resolution.reason == "2 of that name, none within Afrin canton")
    }
}
