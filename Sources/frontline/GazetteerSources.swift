import ArgumentParser
import Glibc
import Places
import Rows

extension GazetteerFormat: ExpressibleByArgument {}

/// The sources of a gazetteer, for the commands that read them.
struct GazetteerSources: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files or folders: GeoNames dumps, Who's On First, OCHA COD, LP-TSV, other tables, an index.",
            valueName: "source"), completion: .file())
    var sources: [String]

    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            "What the sources are, where their first lines do not tell: "
                + GazetteerFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "format"))
    var format: GazetteerFormat?

    @Option(
        help: ArgumentHelp("Only these kinds of places, with commas: city,town,village …", valueName: "kinds"),
        completion: .list(PlaceKind.allCases.map(\.rawValue)))
    var kinds: String?

    @Flag(help: "Exit with 65 where a row was skipped.")
    var strict = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp("File to write, replaced in one step.", valueName: "file"),
        completion: .file())
    var output: String

    /// The file that is written, where it is one.
    var file: String? { output == "-" ? nil : output }

    /// Refuses an output that cannot be, before the work and not after it.
    func checkOutput() throws {
        if output == "-" { return }
        if FileBytes.isFolder(output) {
            throw Failure(.inputOutput, "\(output): is a folder; name a file")
        }
        try OutputFolder.check(output)
        guard let target = AtomicFile.resolved(output) else { return }
        for source in sources where AtomicFile.resolved(source) == target {
            throw Failure(.inputRejected, "\(output): is one of the sources; choose another name for -o")
        }
    }

    /// All sources, read; what was skipped is told on standard error.
    func read() throws -> GazetteerBuild {
        let build = GazetteerBuild()
        build.kinds = try KindList.parse(kinds)
        let showsProgress = Output.showsProgress
        if showsProgress {
            build.progress = { path, share in
                Progress.show("\(path)  \(Int(share * 100)) %  \(build.placeCount) places, \(build.nameCount) names")
            }
        }
        for source in sources { try reportingFailures { try build.add(source, format: format) } }
        if showsProgress { Progress.clear() }
        Notes.tell(build.problems.kept)
        if build.problems.count > build.problems.kept.count {
            Output.note("… \(build.problems.count) in all")
        }
        if strict, build.problems.skipped > 0 {
            throw Failure(
                .inputRejected, "\(build.problems.skipped) rows were skipped; nothing is written under --strict")
        }
        return build
    }
}

/// One line on the terminal that is written over again and again.
enum Progress {
    static func show(_ text: String) {
        _ = AtomicFile.writeAll(Array("\r\u{1B}[K\(printable(text, limit: 110))".utf8), to: STDERR_FILENO)
    }

    static func clear() {
        _ = AtomicFile.writeAll(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    }
}

/// Kinds of places on the command line: `city,town`.
enum KindList {
    /// Empty for nil: all kinds.
    static func parse(_ text: String?) throws -> Set<PlaceKind> {
        var set: Set<PlaceKind> = []
        for word in (text ?? "").split(separator: ",").map(String.init) {
            guard let kind = PlaceKind(rawValue: word) else {
                let nearest = EditDistance.nearest(to: word, among: PlaceKind.allCases.map(\.rawValue))
                throw ValidationError(
                    "--kinds \(printable(word)): no such kind" + (nearest.map { " (did you mean \($0)?)" } ?? "")
                        + "; known are " + PlaceKind.allCases.map(\.rawValue).joined(separator: ", "))
            }
            set.insert(kind)
        }
        return set
    }
}
