import ArgumentParser
import Formats
import Geometry
import Places
import Rows

struct LocateCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate",
        abstract: "Draws the region that a phrase such as \"10 km east of Aazaz\" means, with its uncertainty.",
        discussion: """
            EXAMPLES
              frontline locate "10 km east of Aazaz"
              frontline locate "Kafrah, a village 10 km east of Aazaz" --json
              frontline locate "ريف أعزاز الشرقي" -o region.geojson
              cut -f3 hints.tsv | frontline locate - --errors inline

            Distances, directions, between, near, roads, outskirts and countryside, in English and Arabic. A place of the \
            gazetteer that the phrase names overrides the offset where it lies in the region, and contradicts it where not. \
            What cannot be read is refused with the way out, never guessed.

            With - each line of standard input is an expression and gives one line of JSON, in order.
            """)

    enum Format: String, OutputFormat { case text, geojson, ndjson }
    enum Errors: String, ExpressibleByArgument, CaseIterable { case stop, inline }

    @Argument(help: "The expression, or - to read one a line.")
    var expression: String

    @Option(help: ArgumentHelp("A place known to be near: its name, id, or LON,LAT.", valueName: "place"))
    var near: String?

    @Option(help: ArgumentHelp("The anchors lie in this district or canton.", valueName: "unit"))
    var within: String?

    @OptionGroup var out: OutputOptions<Format>

    @Option(help: "With -: stop at a line that cannot be read, or put the error in its line (inline).")
    var errors: Errors = .stop

    @OptionGroup var places: GazetteerOption

    /// A longer line is no expression: 100 kB, as for a file that was handed over by mistake.
    static let lineLimit = 100_000

    @OptionGroup(title: "Manners") var common: CommonOptions

    func run() throws {
        let format = try out.choice()
        try OutputFolder.check(out.file)
        let gazetteer = try places.load()
        let locator = Locator(gazetteer, lookup: ResolverLookup(Resolver(gazetteer: gazetteer)))
        let context = try near.map { [try NamedPoint.find($0, in: gazetteer).coordinate] } ?? []
        guard expression != "-" else { return try lines(locator, context) }
        guard expression.utf8.count <= Self.lineLimit else {
            throw Failure(.inputRejected, RelativeExpressionFact.tooLong(words: 64).sentence)
        }
        let parsed: RelativeExpression
        do {
            parsed = try RelativeExpression(parsing: expression)
        } catch {
            if format == .ndjson { try Output.write(LocalityJSON.error(expression, error), to: out.output) }
            throw Failure(.inputRejected, error.sentence)
        }
        let locality = locator.locate(parsed, near: context, within: within)
        guard !locality.readings.isEmpty else {
            if format == .ndjson { try Output.write(LocalityJSON.line(locality, in: gazetteer), to: out.output) }
            throw Failure(
                locality.status == .notFound ? .notFound : .inputRejected, printable(locality.reason, limit: 400))
        }
        switch format {
        case .text: try Output.write(Output.shown(LocalityText.text(locality, in: gazetteer)), to: out.output)
        case .ndjson: try Output.write(LocalityJSON.line(locality, in: gazetteer), to: out.output)
        case .geojson: try Output.write(LocalityGeoJSON.bytes(locality, in: gazetteer), to: out.output)
        }
        if let file = out.file {
            try Done().with("file", file).with("format", format.rawValue).with("status", locality.status.rawValue)
                .tell()
        }
    }

    private func lines(_ locator: Locator, _ context: [Coordinate]) throws {
        let input = try reportingFailures { try FileBytes.read("-") }
        var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        var answers: [UInt8] = []
        for (index, bytes) in lines.enumerated() {
            let line = String(
                decoding: (bytes.last == 0x0D ? bytes.dropLast() : bytes).prefix(Self.lineLimit), as: UTF8.self)
            do throws(RelativeExpressionFact) {
                let parsed = try RelativeExpression(parsing: line)
                answers += LocalityJSON.line(
                    locator.locate(parsed, near: context, within: within), in: locator.gazetteer)
            } catch {
                guard errors == .inline else {
                    try Output.write(answers, to: out.output)
                    throw Failure(
                        .inputRejected, "-:\(index + 1): \(error.sentence) (--errors inline goes on behind such lines)")
                }
                answers += LocalityJSON.error(line, error)
            }
        }
        try Output.write(answers, to: out.output)
    }
}
