import ArgumentParser
import Rows

/// The formats of one command; text for a terminal is always one of them.
protocol OutputFormat: RawRepresentable<String>, CaseIterable, ExpressibleByArgument, Sendable {
    static var text: Self { get }
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

    /// The format named; else by the file's ending; else text, also in a pipe and for a device such as /dev/null.
    func choice() throws -> Format {
        if let format { return format }
        guard let output, output != "-", !FileBytes.isPipeOrDevice(output) else { return .text }
        let name = output.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
        guard let format = Format(rawValue: ["json": "geojson", "txt": "text"][ending] ?? ending) else {
            let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("-o \(output): its ending tells no format; add --format (\(known))")
        }
        return format
    }

    func write(_ bytes: [UInt8]) throws { try Output.write(bytes, to: output) }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Text for people.
    func show(_ text: String) throws { try write(Output.shown(text)) }

    /// The file that is written, where it is one.
    var file: String? { output == "-" ? nil : output }
}
