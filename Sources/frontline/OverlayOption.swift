import ArgumentParser
import Reports
import Snapshots

/// A map of others to lay over ours.
struct OverlayOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A map of others (GeoJSON) to compare ours with: where both agree and where not.", valueName: "file"),
        completion: .file())
    var overlay: String?

    @OptionGroup var options: ForeignMapOptions

    /// Refuses a format that has no place for what both maps say.
    func check(format: String, tells: Bool) throws {
        guard overlay != nil, !tells else { return }
        throw ValidationError(
            "--overlay is told by --format text and --format geojson; --format \(format) has our own map alone")
    }

    /// Ours beside theirs; nil where no map was named.
    func agreement(with snapshot: Snapshot, _ theatre: Theatre) throws -> MapAgreement? {
        guard let overlay else { return nil }
        try options.checkSwaps([overlay])
        let ours = ForeignMap(snapshot, theatre)
        var theirs = try options.read(overlay)
        let actors = theatre.scenario.actors
        try options.match(
            &theirs, to: Set(ours.holders.compactMap(\.side) + actors.sides + actors.actors.map(\.id)), of: ours.file)
        theirs.rename(toSidesOf: theatre, at: snapshot)
        let comparison = try reportingFailures { try MapComparison(ours, theirs) }
        ForeignMapNotes.tell(comparison.second.map)
        return MapAgreement(comparison)
    }
}
