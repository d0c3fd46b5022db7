import Geometry
import Places
import TestSupport
import Testing

/// Regions: their shape, what they hold, what becomes of named places.
@Suite struct UncertaintyRegionTests {
    let gazetteer: Gazetteer
    let locator: Locator

    init() throws {
        gazetteer = try GazetteerReader.read(files: [Command.file("Gazetteer/northern-aleppo.tsv")]).gazetteer
        locator = Locator(gazetteer, lookup: ResolverLookup(Resolver(gazetteer: gazetteer)))
    }

    private func locate(_ text: String, near id: String? = nil) throws -> Locality {
        let near = id.flatMap { gazetteer.place(id: $0)?.coordinate }.map { [$0] } ?? []
        return locator.locate(try RelativeExpression(parsing: text), near: near)
    }

    private func place(_ id: String) throws -> Place { try #require(gazetteer.place(id: id)) }

    @Test(arguments: [
        "10 km east of Aazaz", "1 km NNW of Aazaz", "100 km south of Aleppo", "15 km from Azaz", "within 5 km of Aazaz",
        "10 km north and 5 km east of Aazaz", "north of Aleppo", "near Tell Rifaat", "the outskirts of Aleppo",
        "the eastern countryside of Aazaz", "at the entrance of Marea", "between Azaz and Marea",
        "halfway between Azaz and Marea", "on the road from Aazaz to Aleppo", "on the road from Marea to Afrin",
        "10 km along the road from Aazaz to Aleppo", "10 km by road from Aazaz", "10 km outside Aleppo",
        "near fl:bab-al-salama-aleppo-road", "near the Aazaz–Aleppo road", "500 m south of Aazaz",
    ])
    func shapesAreValidAndHoldTheirCentre(text: String) throws {
        let region = try #require(try locate(text).readings.first).region
        #expect(Validity.reason(of: region.polygon) == nil)
        // The right-hand rule: outline counter-clockwise, holes clockwise.
        for (index, ring) in region.polygon.rings.enumerated() {
            #expect((AuthalicArea.signedArea(of: ring) > 0) == (index == 0))
        }
        let hasHole = region.polygon.rings.count > 1
        #expect(hasHole || region.contains(region.centre))
        for corner in region.polygon.rings[0] {
            #expect(Geodesic.distanceInMetres(region.centre, corner) <= region.enclosingRadiusInMetres + 1e-6)
        }
        #expect(!region.rule.numbers.isEmpty && !region.rule.source.isEmpty)
    }

    /// Independent of how the shape is drawn: distance and bearing decide what is in.
    @Test func aSliceHoldsWhatItsDistancesAndAnglesSay() throws {
        let region = try #require(try locate("10 km east of Aazaz").readings.first).region
        let aazaz = try place("gn:172082").coordinate
        func number(_ name: String) throws -> Double {
            try #require(region.rule.numbers.first { $0.name == name }).value
        }
        let (inner, outer) = (try number("inner_radius_m"), try number("outer_radius_m"))
        #expect(inner < 8500 && outer > 16_000)
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            let azimuth = Double.random(in: 0..<360, using: &random)
            let distance = Double.random(in: 0...25_000, using: &random)
            let off = min(abs(azimuth - 90), 360 - abs(azimuth - 90))
            // Chords of 5 degrees fall short of their arc by 0.1 %.
            if abs(distance - inner) < inner * 0.002 || abs(distance - outer) < outer * 0.002 || abs(off - 45) < 0.3 {
                continue
            }
            let point = Geodesic.destination(from: aazaz, azimuthInDegrees: azimuth, distanceInMetres: distance)
            #expect(region.contains(point) == (distance > inner && distance < outer && off < 45))
        }
    }

    @Test func aNamedVillageInsideOverridesTheOffset() throws {
        let locality = try locate("Kafrah, a village 10 km east of Aazaz")
        let best = try #require(locality.best(in: gazetteer))
        // Of the two villages of that name the one inside, without any --near.
        #expect(best.placeIndex.map { gazetteer.places[$0].id } == "gn:168742")
        #expect(best.coordinate == (try place("gn:168742")).coordinate)
    }

    @Test func aNamedVillageOutsideIsAContradiction() throws {
        let locality = try locate("Marea, 10 km west of Aazaz")
        guard case .contradiction(let index, let outside)? = locality.readings.first?.named else {
            Issue.record("no contradiction")
            return
        }
        #expect(gazetteer.places[index].id == "gn:167245")
        #expect(outside > 5000)
        // The region stays the answer.
        #expect(locality.best(in: gazetteer)?.placeIndex == nil)
    }

    @Test func aNamedVillageTellsWhichAnchorIsMeant() throws {
        // Two villages are called Kafrah; Jarez lies west of one of them only.
        let locality = try locate("Jarez, 2 km west of Kafrah")
        #expect(locality.status == .located)
        #expect(locality.readings[0].anchors.map { gazetteer.places[$0].id } == ["gn:168742"])
        #expect(try locate("2 km west of Kafrah").status == .ambiguous)
        #expect(try locate("2 km west of Kafrah", near: "gn:172082").status == .located)
    }

    /// A canton and its chief town share a name: distances are told from the town.
    @Test func aTownComesBeforeTheCantonOfItsName() throws {
        let scratch = try Scratch()
        let file = try scratch.write(
            "id\ttitle\tlon\tlat\ttypes\nt:1\tSarin\t38.0\t36.6\tcanton\nt:2\tSarin\t38.3\t36.6\ttown\n", to: "p.tsv")
        let two = try GazetteerReader.read(files: [file]).gazetteer
        let locator = Locator(two, lookup: ResolverLookup(Resolver(gazetteer: two)))
        let locality = locator.locate(try RelativeExpression(parsing: "5 km north of Sarin"))
        #expect(locality.status == .located)
        #expect(locality.readings[0].anchors.map { two.places[$0].id } == ["t:2"])
    }

    @Test func placesInsideComeWithProbabilities() throws {
        let inside = try #require(try locate("2 km west of Kafrah", near: "gn:172082").readings.first).inside
        #expect(gazetteer.places[inside[0].placeIndex].id == "gn:169169")
        #expect(abs(inside.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
        #expect(zip(inside, inside.dropFirst()).allSatisfy { $0.probability >= $1.probability })
        // The anchor itself is no candidate.
        #expect(!inside.contains { gazetteer.places[$0.placeIndex].id == "gn:168742" })
    }

    @Test func unknownAndImpossibleAnchorsAreSaid() throws {
        let unknown = try locate("5 km east of Qwerqwer")
        #expect(unknown.status == .notFound && unknown.reason.contains("no place"))
        #expect(try locate("between Aazaz and Azaz").reason.contains("expected two places"))
        #expect(try locate("10 km east of fl:bab-al-salama-aleppo-road").reason.contains("is a road"))
        #expect(try locate("90 km from Aazaz along the road to Aleppo").reason.contains("are the two ends right"))
    }

    @Test func regionsAcrossTheDateLineAreRefused() throws {
        let scratch = try Scratch()
        let file = try scratch.write(
            "id\ttitle\tlon\tlat\nt:1\tTaveuni\t179.95\t-16.8\nt:2\tPole\t10\t89.9\n", to: "p.tsv")
        let islands = try GazetteerReader.read(files: [file]).gazetteer
        let locator = Locator(islands, lookup: ResolverLookup(Resolver(gazetteer: islands)))
        for text in ["5 km east of Taveuni", "20 km from Taveuni", "20 km south of Pole"] {
            let locality = locator.locate(try RelativeExpression(parsing: text))
            #expect(locality.status == .impossible && locality.reason.contains("longitude 180"))
        }
        #expect(locator.locate(try RelativeExpression(parsing: "20 km west of Taveuni")).status == .located)
    }

    /// Inside speaks for a place, far away against it; the reason says which.
    @Test func evidenceFallsOffOutside() throws {
        let evidence = try #require(
            RelativeEvidence(hint: "A village. 10 km east of Aazaz; taken on Friday", locator: locator))
        let inside = evidence.weight(of: try place("gn:168742").coordinate)
        let other = evidence.weight(of: try place("gn:10308699").coordinate)
        let far = evidence.weight(of: try place("gn:172256").coordinate)
        #expect(inside.logOdds > 2 && inside.reason.hasPrefix("inside"))
        #expect(other.logOdds < inside.logOdds - 1 && other.reason.contains("outside"))
        #expect(far.logOdds < other.logOdds - 1 && far.logOdds >= -7)
        #expect(RelativeEvidence(hint: "a village near Azaz, north of Aleppo", locator: locator) != nil)
        #expect(RelativeEvidence(hint: "a village near nowhere in particular", locator: locator) == nil)
    }
}
