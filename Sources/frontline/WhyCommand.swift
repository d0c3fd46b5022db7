import ArgumentParser
import Control
import Formats
import Geometry
import Places
import Reports
import Rows
import Snapshots

struct WhyCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract:
            "Shows the reasoning behind a place, an area or a front line: reports kept and overruled, and how sure.",
        discussion: """
            EXAMPLES
              frontline why azaz-2015 Kafrah --at 2015-12-02
              frontline why azaz-2015 37.16,36.57 --at 2015-12-02 --as-known-on 2015-12-01
              frontline why azaz-2015 'front_line/isis|rebels/1' --at 2015-12-02
              frontline why azaz-2015 control_area/isis --at 2015-12-02 --json
              cd azaz-2015 && frontline why Kafrah --at 2015-12-02

            A point is answered for the place whose land it lies in. Areas and lines go by the id that they have in the \
            GeoJSON of frontline snapshot for the same moment.
            """)

    @Argument(
        help: ArgumentHelp(
            "The scenario (this folder where it is left out), then a place, LON,LAT or the id of an area or line.",
            valueName: "scenario place"), completion: .file())
    var words: [String]

    @Option(
        help: ArgumentHelp("Gazetteer to use instead of the scenario's own or the usual one.", valueName: "path"),
        completion: .file())
    var gazetteer: String?

    @OptionGroup var moment: MomentOptions

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func validate() throws {
        guard (1...2).contains(words.count) else {
            throw ValidationError(
                "expected a scenario and a place, such as: frontline why azaz-2015 Kafrah --at 2015-12-02")
        }
    }

    func run() throws {
        var folder = words.count == 2 ? words[0] : "."
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let scenario = try reportingFailures { try ScenarioArgument.read(folder, gazetteer: gazetteer) }
        var asked = words[words.count - 1]
        if asked.hasPrefix("place/") { asked.removeFirst("place/".utf8.count) }
        if FeatureReasoning.kindsOfDifferences.contains(where: { asked.hasPrefix("\($0)/") }) {
            throw Failure(
                .notFound,
                "\(printable(asked)) is of a difference of two moments, whose GeoJSON lists its reports; ask for a place in "
                    + "it, or for an area or a line of one moment")
        }
        if FeatureReasoning.isMeant(by: asked) { return try explainFeature(asked, scenario) }
        let index = try placeIndex(asked, scenario)
        let model = ControlModel(scenario, asKnownOn: moment.asKnownOn)
        let reasoning = Reasoning(placeIndex: index, at: moment.at, model: model, scenario: scenario)
        try Output.data(json ? ReasoningJSON.object(reasoning) : Output.shown(ReasoningText.text(reasoning)))
    }

    private func explainFeature(_ id: String, _ scenario: Scenario) throws {
        let theatre = try reportingFailures { try Theatre(scenario) }
        let snapshot = theatre.snapshot(at: moment.at, asKnownOn: moment.asKnownOn)
        guard let reasoning = FeatureReasoning(id: id, snapshot: snapshot, theatre: theatre) else {
            let nearest = FeatureReasoning.nearest(to: id, in: snapshot, theatre).joined(separator: ", ")
            throw Failure(
                .notFound,
                "no area or line \(printable(id)) at \(moment.at.text)"
                    + (nearest.isEmpty ? "" : " (did you mean \(printable(nearest))?)")
                    + "; the ids stand in the GeoJSON of frontline snapshot for the same moment")
        }
        try Output.data(
            json ? FeatureReasoningJSON.object(reasoning) : Output.shown(FeatureReasoningText.text(reasoning)))
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
        Output.tell(
            "\(printable(text)) lies \(Distance.text(inMetres: nearest.distanceInMetres)) from \(place.name), which speaks for it"
        )
        return spots[nearest.index]
    }
}
