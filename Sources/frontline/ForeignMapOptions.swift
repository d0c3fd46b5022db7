import ArgumentParser
import Rows
import Snapshots

/// How the maps of others are to be read.
struct ForeignMapOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The property of a map's areas that names the holder; guessed where it is left out.", valueName: "name"))
    var holderProperty: String?

    @Option(
        help: ArgumentHelp(
            "The holder of all land of maps that name none, such as those of one side.", valueName: "name"))
    var holder: String?

    @Option(
        help: ArgumentHelp(
            "Two names of one holder: ours=theirs, or first=second of two maps. May be repeated.",
            valueName: "name=name"))
    var match: [String] = []

    @Option(
        help: ArgumentHelp("Read the positions of this map as [lat, lon]. May be repeated.", valueName: "file"),
        completion: .file())
    var swapAxes: [String] = []

    @Option(help: ArgumentHelp("The largest map that is read, in MB.", valueName: "mb"))
    var maxMb = ForeignLimits.bytes >> 20

    func validate() throws {
        guard (1...ForeignLimits.mostMegabytes).contains(maxMb) else {
            throw ValidationError("--max-mb \(maxMb): expected 1 to \(ForeignLimits.mostMegabytes)")
        }
        for pair in match where Self.split(pair) == nil {
            throw ValidationError("--match \(printable(pair)): expected two names, such as --match isis=ISIL")
        }
        if holder != nil, holderProperty != nil {
            throw ValidationError("--holder and --holder-property exclude each other")
        }
    }

    func read(_ path: String) throws -> ForeignMap {
        let options = ForeignOptions(
            holderProperty: holderProperty, holder: holder, swapsAxes: swapAxes.contains(path),
            maximumBytes: maxMb << 20)
        return try reportingFailures { try ForeignReader.read(path, options) }
    }

    /// Gives the holders of the second map the names that `--match` says. Both names of a pair must be known.
    ///
    /// - Parameter ours: what may stand on the left: holders of the first map, or sides and actors of a scenario.
    func match(_ theirs: inout ForeignMap, to ours: Set<String>, of first: String) throws {
        let pairs = match.compactMap(Self.split)
        let names = Set(theirs.holders.compactMap(\.side))
        for pair in pairs {
            guard names.contains(pair.theirs) else { throw Self.unknown(pair.theirs, names, theirs.file) }
            guard ours.contains(pair.ours) || names.contains(pair.ours) else {
                throw Self.unknown(pair.ours, ours, first)
            }
        }
        theirs.rename(Dictionary(pairs.map { ($0.theirs, $0.ours) }) { first, _ in first })
    }

    private static func unknown(_ name: String, _ known: Set<String>, _ file: String) -> Failure {
        let sorted = known.sorted()
        let shown = sorted.prefix(12).map { printable($0, limit: 40) }.joined(separator: ", ")
        return Failure(
            .inputRejected,
            "\(printable(file)): has no holder \"\(printable(name, limit: 40))\" for --match"
                + (EditDistance.nearest(to: name, among: sorted).map { " (did you mean \(printable($0, limit: 40))?)" }
                    ?? "") + "; it has " + (sorted.isEmpty ? "none" : shown)
                + (sorted.count > 12 ? " and \(sorted.count - 12) more" : ""))
    }

    /// Refuses a name of a file that is not read.
    func checkSwaps(_ files: [String]) throws {
        for file in swapAxes where !files.contains(file) {
            throw ValidationError(
                "--swap-axes \(printable(file)): is none of the maps that are read (\(files.joined(separator: ", ")))")
        }
    }

    private static func split(_ pair: String) -> (ours: String, theirs: String)? {
        guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else { return nil }
        let theirs = pair[pair.index(after: equals)...]
        return theirs.isEmpty ? nil : (String(pair[..<equals]), String(theirs))
    }
}
