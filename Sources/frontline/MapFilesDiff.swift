import Rows
import Snapshots

/// `frontline diff a.geojson b.geojson`: two map files instead of two moments of a scenario.
struct MapFilesDiff {
    let first: String
    let second: String
    let options: ForeignMapOptions

    /// Refuses to write over what was read.
    func protect(_ output: String?) throws {
        guard let output, let target = AtomicFile.resolved(output) else { return }
        for file in [first, second] where AtomicFile.resolved(file) == target {
            throw Failure(.inputRejected, "\(output): is one of the maps that are compared; choose another name for -o")
        }
    }

    /// Reads both maps and tells what was repaired.
    func compare() throws -> MapComparison {
        try options.checkSwaps([first, second])
        let before = try options.read(first)
        var after = try options.read(second)
        try options.match(&after, to: Set(before.holders.compactMap(\.side)), of: first)
        let comparison = try reportingFailures { try MapComparison(before, after) }
        ForeignMapNotes.tell(comparison.first.map)
        ForeignMapNotes.tell(comparison.second.map)
        return comparison
    }
}
