import Geometry
import Places
import TestSupport
import Testing

@Suite struct RelativePositionTests {
    let gazetteer: Gazetteer

    init() throws {
        gazetteer = try GazetteerReader.read(
            files: [Command.file("Gazetteer/northern-aleppo.tsv")]
        ).gazetteer
    }

    /// Distances measured elsewhere on a sphere, which is up to 0.3 % off the ellipsoid.
    @Test(arguments: [
        ("gn:168742", "gn:172082", 10.6, "E"), ("gn:169169", "gn:168742", 1.3, "W"),
        ("gn:169078", "gn:168742", 5.3, "SW"),
        ("gn:163913", "gn:168742", 4.5, "E"), ("gn:172082", "gn:170063", 44.1, "N"),
    ])
    func distanceAndDirection(place: String, anchor: String, kilometres: Double, direction: String) throws {
        let place = try #require(gazetteer.place(id: place))
        let anchor = try #require(gazetteer.place(id: anchor))
        let position = RelativePosition(of: place.coordinate, in: gazetteer, from: anchor, itself: place.id)
        let told = try #require(position.anchor)
        #expect(abs(told.distanceInMetres / 1000 - kilometres) < 0.06 + 0.003 * kilometres)
        #expect(Distance.compassPoint(azimuthInDegrees: told.azimuthInDegrees) == direction)
    }

    @Test func townRoadAndCantonAreFound() throws {
        let jarez = try #require(gazetteer.place(id: "gn:169169"))
        let position = RelativePosition(of: jarez.coordinate, in: gazetteer, itself: jarez.id)
        #expect(position.town != nil)
        #expect(position.nearest?.place.id == "gn:168742")
        #expect(position.road?.place.kind == .road)
        #expect(position.areas.isEmpty)
        let maryamin = try #require(gazetteer.place(id: "gn:167174"))
        #expect(
            RelativePosition(of: maryamin.coordinate, in: gazetteer).areas.map(\.id) == ["fl:afrin-canton"])
    }

    @Test(arguments: [(0.0, "N"), (22.4, "N"), (22.6, "NE"), (337.6, "N"), (359.9, "N"), (180, "S"), (292.4, "W")])
    func theCompassHasEightPoints(azimuth: Double, point: String) {
        #expect(Distance.compassPoint(azimuthInDegrees: azimuth) == point)
    }
}
