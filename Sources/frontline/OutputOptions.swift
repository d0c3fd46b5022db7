import ArgumentParser
import Formats
import Reports
import Rows

/// The formats of one command; text for a terminal is always one of them.
protocol OutputFormat: RawRepresentable<String>, CaseIterable, ExpressibleByArgument, Sendable {
    static var text: Self { get }
}

extension OutputFormat {
    /// The same among the formats that have a map feature by feature; nil for tables and pictures.
    var exchange: MapExchange? { MapExchange(rawValue: rawValue) }
}

/// Where the result goes and in which format.
struct OutputOptions<Format: OutputFormat>: ParsableArguments {
    @Option(
        name: [.short, .long], help: ArgumentHelp("File to write; - for standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "\(Format.allCases.map(\.rawValue).joined(separator: ", ")); guessed from the file's name, else text."))
    var format: Format?

    /// Before any work is done.
    func validate() throws { _ = try choice() }

    /// The format named; else by the file's ending; else text, also in a pipe and for a device such as /dev/null, or what
    /// the command has of JSON where that is asked for.
    func choice() throws -> Format {
        if let format { return format }
        guard let output, output != "-" else {
            let json = Output.isJSON ? Format(rawValue: "ndjson") ?? Format(rawValue: "geojson") : nil
            return json ?? .text
        }
        let name = output.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
        guard let format = Format(rawValue: ending) ?? Format(rawValue: otherEndings[ending] ?? "") else {
            if FileBytes.isPipeOrDevice(output) { return .text }
            let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("-o \(output): its ending is none of the formats here; add --format (\(known))")
        }
        return format
    }

    func write(_ bytes: [UInt8]) throws { try Output.write(bytes, to: output) }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// A map in one of the formats that are made out of our GeoJSON.
    func write(_ geoJSON: [UInt8], as exchange: MapExchange, actors: ActorTable? = nil) throws {
        do {
            try write(exchange.bytes(of: geoJSON, actors: actors))
        } catch let error as WrittenMapError {
            throw Failure(.ourFault, "\(exchange.rawValue) cannot be made: \(error.reason), at byte \(error.offset)")
        }
    }
    /// Text for people.
    func show(_ text: String) throws { try write(Output.shown(text)) }

    /// The file that is written, where it is one.
    var file: String? { output == "-" ? nil : output }
}

/// Endings that others use for our formats. A GeoJSON text sequence has record separators by its RFC, and with the ending
/// `.geojsons` in GDAL; the other endings stand for a feature a line.
private let otherEndings = [
    "json": "geojson", "txt": "text", "geojsonseq": "geojsons", "ndgeojson": "geojsonl", "ndjson": "geojsonl",
    "jsonl": "geojsonl",
]
