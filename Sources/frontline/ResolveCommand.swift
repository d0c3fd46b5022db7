import ArgumentParser
import Formats
import Geometry
import Places
import Rows

struct ResolveCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Finds which place a name means, how sure that is, and why.",
        discussion: """
            EXAMPLES
              frontline resolve Kafrah --near Aazaz
              frontline resolve كفرة --within "Aazaz" --json
              frontline resolve Kafrah --hint "a village 10 km east of Aazaz"
              cut -f3 names.tsv | frontline resolve - --format ndjson

            With - each line of standard input is a name, or an object {"name": …, "near": [lon, lat], "place": …, \
            "within": …, "hint": …, "kind": …, "group": …}, and gives one line, in order. Lines of one group are about \
            one report: their places are found together. A line that cannot be read is told on standard error with its \
            number, and its answer has the status error; with --errors inline the answer alone tells it.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, ndjson }
    enum Errors: String, ExpressibleByArgument, CaseIterable { case told, inline }

    @Argument(help: "The name in any known spelling, or - to read one name a line.")
    var name: String

    @Option(help: ArgumentHelp("A place known to be near: its name, id, or LON,LAT.", valueName: "place"))
    var near: String?

    @Option(help: ArgumentHelp("What the text says of where it is: the places it names are near.", valueName: "text"))
    var hint: String?

    @Option(
        help: "What it is said to be: village, town, crossing …",
        completion: .list(PlaceKind.allCases.map(\.rawValue)))
    var kind: String?

    @Option(help: ArgumentHelp("Only places of this district, or inside this canton.", valueName: "unit"))
    var within: String?

    @Option(help: "text or ndjson.")
    var format: Format = .text

    @Option(help: "At the most so many candidates.")
    var limit = 10

    @Option(
        help: "With -: lines that cannot be read are told on standard error too, or in their answers alone (inline).")
    var errors: Errors = .told

    @Flag(help: "With -: write each answer before the next line is looked at.")
    var unbuffered = false

    @OptionGroup var places: GazetteerOption

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit \(limit): expected a number above 0") }
    }

    func run() throws {
        let gazetteer = try places.load()
        let resolver = Resolver(gazetteer: gazetteer)
        resolver.limit = max(limit, ResolveStream.told)
        if let unknown = kind.flatMap(resolver.unknownKind) {
            throw ValidationError("--\(ResolveLine.sentence(unknown))")
        }
        var query = Resolver.Query(name)
        query.within = within
        var anchor: Place?
        if let near {
            let point = try NamedPoint.find(near, in: gazetteer)
            anchor = point.place
            query.near = [point.coordinate]
            query.nearLabel = point.label
        }
        query.hint = hint
        query.kind = kind
        let asJSON = json || format == .ndjson
        guard name == "-" else {
            let resolution = resolver.resolve(query)
            if asJSON {
                try Output.data(ResolutionJSON.line(name, resolution, by: resolver, limit: limit))
            } else if resolution.status != .notFound {
                try Output.show(card(resolution, resolver, from: anchor))
            }
            if resolution.status == .notFound {
                throw Failure(.notFound, ResolutionText.failure(name, resolution, in: gazetteer))
            }
            return
        }
        let stream = ResolveStream(
            gazetteer: gazetteer, base: query, limit: limit, tellsErrors: errors == .told, isUnbuffered: unbuffered
        ) {
            [limit] line, resolution, resolver in
            asJSON
                ? ResolutionJSON.line(line.query.name, resolution, by: resolver, limit: limit)
                : Array(Self.row(line.query.name, resolution, gazetteer).utf8)
        }
        try stream.run()
    }

    /// A candidate less likely than this is not shown to people.
    private static let leastShown = 0.01

    /// One place in full, the others in a line each.
    private func card(_ resolution: Resolution, _ resolver: Resolver, from anchor: Place?) -> String {
        let gazetteer = resolver.gazetteer
        func position(_ place: Place) -> String {
            let position = RelativePosition(of: place.coordinate, in: gazetteer, from: anchor, itself: place.id)
            return (position.anchor ?? position.town)?.text ?? ""
        }
        var out = ""
        // What is hardly likely helps nobody; JSON has it.
        let shown = resolution.candidates.filter { $0.probability >= Self.leastShown }.prefix(limit)
        if resolution.status == .resolved {
            let place = gazetteer.places[shown[0].placeIndex]
            out += ResolutionText.title(place) + "\n"
            out += "  " + ResolutionText.position(place) + "\n"
            out += "  " + position(place) + "\n"
            out +=
                "  why    \(resolution.reason); \(ResolutionText.spelling(shown[0], of: name, by: resolver))\n"
                + "  sure   \(Decimals.fixed(shown[0].probability, decimals: 2))\n"
            for other in shown.dropFirst() { out += "  other  " + line(other, gazetteer, position) + "\n" }
        } else {
            out += "unsure: \(resolution.reason)\n"
            for candidate in shown { out += "  could be  " + line(candidate, gazetteer, position) + "\n" }
        }
        return out
    }

    private func line(_ candidate: Resolution.Candidate, _ gazetteer: Gazetteer, _ position: (Place) -> String)
        -> String
    {
        let place = gazetteer.places[candidate.placeIndex]
        let probability = Decimals.fixed(candidate.probability, decimals: 2)
        return "\(probability)  \(ResolutionText.title(place)), \(position(place))   \(place.id)"
    }

    /// name, status, id, longitude, latitude, reason, with tabs.
    private static func row(_ name: String, _ resolution: Resolution, _ gazetteer: Gazetteer) -> String {
        let place = resolution.best.map { gazetteer.place(at: $0.placeIndex) }
        let cells = [
            printable(name, limit: 1000), resolution.status.rawValue, place?.id ?? "",
            place.map { Decimals.shortest($0.coordinate.longitude, decimals: 7) } ?? "",
            place.map { Decimals.shortest($0.coordinate.latitude, decimals: 7) } ?? "",
            resolution.status == .resolved
                ? resolution.reason : ResolutionText.failure(name, resolution, in: gazetteer),
        ]
        return cells.map { printable($0, limit: 2000) }.joined(separator: "\t") + "\n"
    }
}
