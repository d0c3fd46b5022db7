import ArgumentParser
import Snapshots

/// A map of others to lay over ours.
struct OverlayOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A map of others (GeoJSON) to compare ours with: where both agree and where not.", valueName: "file"))
    var overlay: String?

    @OptionGroup var options: ForeignMapOptions

    /// Ours beside theirs; nil where no map was named.
    func agreement(with snapshot: Snapshot, _ theatre: Theatre) throws -> MapAgreement? {
        guard let overlay else { return nil }
        try options.checkSwaps([overlay])
        var theirs = try options.read(overlay, isSecond: true)
        theirs.rename(toSidesOf: theatre, at: snapshot)
        let comparison = try reportingFailures { try MapComparison(ForeignMap(snapshot, theatre), theirs) }
        ForeignMapNotes.tell(comparison.second.map)
        return MapAgreement(comparison)
    }
}
