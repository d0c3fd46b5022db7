import ArgumentParser
import Control
import Formats
import Geometry
import Places
import Reports
import Rows
import Snapshots

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Shows the reasoning behind the call on a place: reports kept and overruled, surroundings, verdict.",
        discussion: """
            EXAMPLES
              frontline why azaz-2015 Kafrah --at 2015-12-02
              frontline why azaz-2015 37.16,36.57 --at 2015-12-02 --as-known-on 2015-12-01
              cd azaz-2015 && frontline why Kafrah --at 2015-12-02

            A point is answered for the place whose land it lies in, so areas and front lines can be asked too.
            """)

    @Argument(
        help: ArgumentHelp(
            "The scenario (this folder where it is left out), then a place or LON,LAT.", valueName: "scenario place"))
    var words: [String]

    @Option(help: ArgumentHelp("Gazetteer to use instead of the scenario's own or the usual one.", valueName: "path"))
    var gazetteer: String?

    @Option(help: ArgumentHelp("The moment that is asked about.", valueName: "time"), transform: parseMoment)
    var at: Moment

    @Option(
        help: ArgumentHelp("Hide all reports recorded after this moment.", valueName: "time"), transform: parseMoment)
    var asKnownOn: Moment?

    @Flag(help: "One JSON object with all of it.")
    var json = false

    func validate() throws {
        guard (1...2).contains(words.count) else {
            throw ValidationError(
                "expected a scenario and a place, such as: frontline why azaz-2015 Kafrah --at 2015-12-02")
        }
    }

    func run() throws {
        var folder = words.count == 2 ? words[0] : "."
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let scenario = try reportingFailures { try Scenario.load(folder, gazetteer: gazetteer) }
        let index = try placeIndex(words[words.count - 1], scenario)
        let model = ControlModel(scenario, asKnownOn: asKnownOn)
        let reasoning = Reasoning(placeIndex: index, at: at, model: model, scenario: scenario)
        try Output.data(json ? ReasoningJSON.object(reasoning) : Array(ReasoningText.text(reasoning).utf8))
    }

    private func placeIndex(_ text: String, _ scenario: Scenario) throws -> Int {
        let text = String(text.drop { $0 == " " })
        let found = try NamedPoint.find(text, in: scenario.gazetteer, near: scenario.centre.map { [$0] } ?? [])
        if let id = found.place?.id, let index = scenario.gazetteer.index(id: id) { return index }
        let places = scenario.gazetteer.places
        let spots = places.indices.filter { places[$0].kind.isPointLike }
        let nearest = SpatialIndex(spots.map { places[$0].coordinate }).nearest(to: found.coordinate, count: 1).first
        guard let nearest else { throw Failure(.notFound, "no place lies near \(printable(text))") }
        let place = places[spots[nearest.index]]
        let isInArea = scenario.area.map { PointInPolygon.contains($0, found.coordinate) } ?? true
        guard isInArea, nearest.distanceInMetres <= scenario.settings.reachInMetres else {
            throw Failure(
                .notFound,
                "\(printable(text)) lies "
                    + (isInArea ? "" : "outside the area of interest, ")
                    + "\(Distance.text(inMetres: nearest.distanceInMetres)) from the nearest place, \(place.name): nothing speaks "
                    + "for it; a point is longitude, then latitude")
        }
        Output.note(
            "\(printable(text)) lies \(Distance.text(inMetres: nearest.distanceInMetres)) from \(place.name), which speaks for it"
        )
        return spots[nearest.index]
    }
}
