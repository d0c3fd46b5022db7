import ArgumentParser
import Formats
import Geometry
import Places
import Rows

struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Finds which place a name means, how sure that is, and why.",
        discussion: """
            EXAMPLES
              frontline resolve Kafrah --near Aazaz
              frontline resolve كفرة --within "Aazaz" --json
              frontline resolve Kafrah --hint "a village 10 km east of Aazaz"
              cut -f3 names.tsv | frontline resolve - --format ndjson

            With - each line of standard input is a name, or an object {"name": …, "near": [lon, lat], "within": …, \
            "hint": …}, and gives one line, in order.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, ndjson }

    @Argument(help: "The name in any known spelling, or - to read one name a line.")
    var name: String

    @Option(help: ArgumentHelp("A place known to be near: its name, id, or LON,LAT.", valueName: "place"))
    var near: String?

    @Option(help: ArgumentHelp("What the text says of where it is: the places it names are near.", valueName: "text"))
    var hint: String?

    @Option(help: ArgumentHelp("Only places of this district, or inside this canton.", valueName: "unit"))
    var within: String?

    @Option(help: "text or ndjson.")
    var format: Format = .text

    @Flag(help: "The same as --format ndjson.")
    var json = false

    @Option(help: "At the most so many candidates.")
    var limit = 10

    @OptionGroup var places: GazetteerOption

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit \(limit): expected a number above 0") }
    }

    func run() throws {
        let gazetteer = try places.load()
        let resolver = Resolver(gazetteer: gazetteer)
        var query = Resolver.Query(name)
        query.within = within
        var anchor: Place?
        if let near {
            let point = try NamedPoint.find(near, in: gazetteer)
            anchor = point.place
            query.near = [point.coordinate]
            query.nearLabel = point.label
        }
        var hints = HintAnchors(resolver)
        if let hint { query.near += hints.coordinates(in: hint) }
        let asJSON = json || format == .ndjson
        guard name == "-" else {
            let resolution = resolver.resolve(query)
            if asJSON {
                try Output.data(ResolutionJSON.line(name, resolution, in: gazetteer, limit: limit))
            } else if resolution.status != .notFound {
                try Output.data(card(resolution, gazetteer, from: anchor))
            }
            if resolution.status == .notFound {
                throw Failure(.notFound, ResolutionText.failure(name, resolution, in: gazetteer))
            }
            return
        }
        var out: [UInt8] = []
        let input = try reportingFailures { try FileBytes.read("-") }
        var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            let one = ResolveLine(line, base: query, gazetteer: gazetteer, hints: &hints)
            let resolution = one.problem.map { .init(problem: $0) } ?? resolver.resolve(one.query)
            out +=
                asJSON
                ? ResolutionJSON.line(one.query.name, resolution, in: gazetteer, limit: limit)
                : Array(row(one.query.name, resolution, gazetteer).utf8)
        }
        try Output.data(out)
    }

    /// One place in full, the others in a line each.
    private func card(_ resolution: Resolution, _ gazetteer: Gazetteer, from anchor: Place?) -> String {
        func position(_ place: Place) -> String {
            let position = RelativePosition(of: place.coordinate, in: gazetteer, from: anchor, itself: place.id)
            return (position.anchor ?? position.town)?.text ?? ""
        }
        var out = ""
        let shown = resolution.candidates.prefix(limit)
        if resolution.status == .resolved {
            let place = gazetteer.places[shown[0].placeIndex]
            out += ResolutionText.title(place) + "\n"
            out += "  " + ResolutionText.position(place) + "\n"
            out += "  " + position(place) + "\n"
            out +=
                "  why    \(resolution.reason); \"\(printable(shown[0].spelling.text))\": \(shown[0].rule.sentence)\n"
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
        return "\(ResolutionText.title(place)), \(position(place))   \(place.id)"
    }

    /// name, status, id, longitude, latitude, reason, with tabs.
    private func row(_ name: String, _ resolution: Resolution, _ gazetteer: Gazetteer) -> String {
        let place = resolution.best.map { gazetteer.places[$0.placeIndex] }
        let cells = [
            printable(name, limit: 1000), resolution.status.rawValue, place?.id ?? "",
            place.map { Decimals.shortest($0.coordinate.longitude, decimals: 7) } ?? "",
            place.map { Decimals.shortest($0.coordinate.latitude, decimals: 7) } ?? "",
            resolution.status == .resolved
                ? resolution.reason : ResolutionText.failure(name, resolution, in: gazetteer),
        ]
        return cells.joined(separator: "\t") + "\n"
    }
}
