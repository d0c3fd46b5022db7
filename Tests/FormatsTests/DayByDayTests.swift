import Control
import Reports
import TestSupport
import Testing

@testable import Formats
@testable import Snapshots

/// What is taken over from one moment to the next is what the next makes of itself.
@Suite struct DayByDayTests {
    /// A war at random on a crooked grid of places, some on one spot: most days little happens, some days much.
    private func theatre(seed: UInt64) throws -> Theatre {
        var random = SeededGenerator(seed: seed)
        var scenario = SmallScenario(count: 0)
        for index in 0..<140 {
            scenario.places.append(
                (
                    id: "t:\(index)", name: "Spot\(index)",
                    longitude: 37 + 0.05 * Double(index % 12) + .random(in: 0...0.03, using: &random),
                    latitude: 36 + 0.05 * Double(index / 12) + .random(in: 0...0.03, using: &random)
                ))
            if index % 20 == 19 {
                scenario.places[index].longitude = scenario.places[index - 1].longitude
                scenario.places[index].latitude = scenario.places[index - 1].latitude
            }
        }
        for index in 0..<150 {
            let day = index < 70 ? 1 : Int.random(in: 2...27, using: &random)
            scenario.report(
                "r\(index)", "2020-01-\(day < 10 ? "0" : "")\(day)", place: Int.random(in: 0..<140, using: &random),
                ["red", "blue", "green", "redguard"].randomElement(using: &random)!,
                index < 70 ? "holds" : ["holds", "holds", "contested", "withdrew"].randomElement(using: &random)!,
                against: "blue", source: ["monitor", "agency", "paper", "rumour"].randomElement(using: &random)!)
        }
        let scratch = try Scratch()
        return try Theatre(Scenario.load(try scenario.write(to: scratch)))
    }

    @Test(arguments: 0..<6) func eachDayIsThatDayAlone(seed: UInt64) throws {
        let theatre = try theatre(seed: seed)
        let model = ControlModel(theatre.scenario)
        var random = SeededGenerator(seed: seed)
        var days = (1...20).map { Moment("2020-01-\($0 < 10 ? "0" : "")\($0)")! }
        // Back and forth too: nothing says that the moments ascend.
        if seed % 3 == 0 { days.shuffle(using: &random) }
        var maker = SnapshotMaker(theatre)
        var lands = LandMaker(theatre)
        var writer = GeoJSONSeriesWriter(theatre, places: .all, styled: seed % 2 == 0)
        var before: Snapshot?
        var digests: Set<String> = []
        for day in days {
            let snapshot = maker.snapshot(at: day, model: model)
            let land = lands.land(of: snapshot)
            let bytes = writer.bytes(of: snapshot, land, after: before)

            let alone = theatre.snapshot(at: day, model: model)
            var once = LandMaker(theatre)
            let landAlone = once.land(of: alone)
            #expect(snapshot.digest == alone.digest)
            #expect(snapshot.ownerOfCell == alone.ownerOfCell)
            #expect(snapshot.areas.map(\.polygons) == alone.areas.map(\.polygons))
            #expect(snapshot.areas.map(\.reports) == alone.areas.map(\.reports))
            #expect(snapshot.fronts.map(\.reports) == alone.fronts.map(\.reports))
            // To the last digit.
            #expect(land.populatedAreas == landAlone.populatedAreas)
            #expect(land.parts.all.map(\.places) == landAlone.parts.all.map(\.places))
            #expect(bytes == GeoJSONWriter(theatre, styled: seed % 2 == 0).bytes(of: alone, land: landAlone))
            before = snapshot
            digests.insert(snapshot.digest)
        }
        #expect(digests.count == days.count)
        #expect(before!.areas.count > 2 && !before!.fronts.isEmpty)
    }
}
