import Rows
import Snapshots
import Synchronization

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
        let maps = try readBoth()
        let before = maps[0]
        var after = maps[1]
        try options.match(&after, to: Set(before.holders.compactMap(\.side)), of: first)
        let comparison = try reportingFailures { try MapComparison(before, after) }
        ForeignMapNotes.tell(comparison.first.map)
        ForeignMapNotes.tell(comparison.second.map)
        return comparison
    }

    /// The two maps, read side by side. Of two that cannot be read the first is told.
    private func readBoth() throws -> [ForeignMap] {
        let files = [first, second]
        // Standard input cannot be read twice: the second reading finds it empty, and says so.
        guard !files.contains("-") else { return try files.map { try options.read($0) } }
        let read = Mutex<[Result<ForeignMap, any Error>?]>([nil, nil])
        Threads.run(files.count) { number in
            let result = Result { try options.read(files[number]) }
            read.withLock { $0[number] = result }
        }
        return try read.withLock { $0.compactMap { $0 } }.map { try $0.get() }
    }
}
