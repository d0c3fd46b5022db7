import Formats
import Glibc
import Reports
import Rows
import Snapshots

/// The folder of a series: takes up what is complete and valid in it, notes each moment as it is made, and ends with the
/// tables and the index.
///
/// While a series is made, `.series.ndjson` has a line for each moment that is done. It is gone when the index stands.
final class SeriesFolder {
    static let journalName = ".series.ndjson"
    private static let journalFormat = "frontline-series-journal"

    let path: String
    private let inputs: String
    /// By moment, of what was there; checked against the files as it is asked for.
    private var known: [String: SeriesEntry] = [:]
    private var olderFiles: Set<String> = []
    private(set) var journal = SeriesJournal(path: "", descriptor: -1)
    /// True where the folder holds a series of other inputs or options.
    private(set) var isOfOtherInputs = false

    /// Opens the folder, or makes it. Throws `Failure` where it holds anything but a series of this format, or another
    /// run is writing there.
    init(_ path: String, inputs: String) throws {
        self.path = path
        self.inputs = inputs
        try reportingFailures { try Folder.make(path) }
        guard let names = Folder.names(in: path) else {
            throw Failure(.inputOutput, "\(printable(path)): cannot be read: \(String(cString: strerror(errno)))")
        }
        if !names.isEmpty { try takeUp(names) }
        try openJournal()
        if isOfOtherInputs { for file in olderFiles { Folder.remove(path + "/" + file) } }
        // Drafts of a run that was killed.
        for name in names where Self.isDraft(name) { Folder.remove(path + "/" + name) }
    }

    private func takeUp(_ names: [String]) throws {
        func foreign() -> Failure {
            let other = names.first { $0 != SeriesIndex.fileName } ?? names[0]
            return Failure(
                .inputRejected,
                "\(printable(path)): holds other things than a series (\(printable(other))); name a new or an empty folder"
            )
        }
        var isSeries = false
        if names.contains(SeriesIndex.fileName) {
            guard let value = try? JSONFile.read(path + "/" + SeriesIndex.fileName) else { throw foreign() }
            do throws(SeriesIndex.Refusal) {
                let kept = try SeriesIndex.read(
                    value, areas: try? FileBytes.read(path + "/" + SeriesIndex.areasFile),
                    changes: try? FileBytes.read(path + "/" + SeriesIndex.changesFile))
                take(kept.inputs, kept.entries)
                olderFiles = kept.files
            } catch {
                guard case .isNewer = error else { throw foreign() }
                throw Failure(
                    .inputRejected, "\(printable(path)): is a series of a newer version; name another folder")
            }
            isSeries = true
        }
        if names.contains(Self.journalName) {
            // Empty where a run was killed before its first line.
            let lines = try reportingFailures { try FileBytes.read(path + "/" + Self.journalName) }
                .split(separator: 0x0A).map { try? JSONParser.parse($0) }
            if let head = lines.first {
                guard head?["format"]?.string == Self.journalFormat else { throw foreign() }
                // A last line that was cut short is no JSON, and its moment is made again.
                take(head?["inputs"]?.string ?? "", lines.dropFirst().compactMap { $0.flatMap { SeriesEntry($0) } })
            }
            isSeries = true
        }
        // Killed before its first note: all that can stand there is a draft.
        if !isSeries, !names.allSatisfy(Self.isDraft) { throw foreign() }
    }

    private func take(_ inputs: String, _ entries: [SeriesEntry]) {
        olderFiles.formUnion(entries.compactMap(\.file))
        guard inputs == self.inputs else {
            isOfOtherInputs = true
            return
        }
        for entry in entries { known[entry.at] = entry }
    }

    private func openJournal() throws {
        let file = path + "/" + Self.journalName
        let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failed(file) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw Failure(.inputOutput, "\(printable(path)): another run is writing there; wait until it is done")
        }
        var json = JSONWriter()
        json.object { json in
            json.key("format")
            json.string(Self.journalFormat)
            json.key("version")
            json.integer(1)
            json.key("inputs")
            json.string(inputs)
        }
        // From here on the folder is unfinished. What is known goes to the new journal before the index goes.
        var bytes = json.bytes + [0x0A]
        for entry in known.values.sorted(by: { $0.at < $1.at }) { bytes += SeriesJournal.line(entry) }
        guard ftruncate(descriptor, 0) == 0, AtomicFile.writeAll(bytes, to: descriptor) else { throw failed(file) }
        journal = SeriesJournal(path: file, descriptor: descriptor)
        Folder.remove(path + "/" + SeriesIndex.fileName)
    }

    /// What was made before for the moment, if it is still as it was noted.
    func kept(_ at: Moment, since: Moment?, knownAt: Moment?, file: String?) -> SeriesEntry? {
        guard let entry = known[at.text], entry.since == since?.text, entry.knownAt == knownAt?.text,
            entry.file == file
        else { return nil }
        guard let file else { return entry }
        guard let bytes = try? FileBytes.read(path + "/" + file), SeriesEntry.checksum(of: bytes) == entry.checksum
        else {
            return nil
        }
        return entry
    }

    /// The tables, then the index; then what belongs to an older series goes, and the journal.
    func finish(_ index: SeriesIndex) throws {
        try reportingFailures {
            let tables = [
                (file: SeriesIndex.areasFile, bytes: index.areas),
                (file: SeriesIndex.changesFile, bytes: index.changes),
            ]
            for (file, bytes) in tables { try AtomicFile.write(bytes, to: path + "/" + file) }
            // The files of the moments were not synced as they were written.
            for file in index.entries.compactMap(\.file) { AtomicFile.sync(path + "/" + file) }
            try AtomicFile.write(index.bytes(tables: tables), to: path + "/" + SeriesIndex.fileName)
        }
        for file in olderFiles.subtracting(index.entries.compactMap(\.file)) { Folder.remove(path + "/" + file) }
        Folder.remove(path + "/" + Self.journalName)
        close(journal.descriptor)
    }

    private func failed(_ file: String) -> Failure {
        Failure(WriteError(file: file, systemError: String(cString: strerror(errno))))
    }

    /// `2015-12-02.geojson.part-4711`: of `AtomicFile`.
    private static func isDraft(_ name: String) -> Bool {
        guard let range = name.firstRange(of: ".part-"), let dot = name.lastIndex(of: "-") else { return false }
        let stem = name[..<range.lowerBound]
        return !name[name.index(after: dot)...].isEmpty && name[name.index(after: dot)...].allSatisfy(\.isNumber)
            && (stem.hasSuffix(".geojson")
                || [SeriesIndex.areasFile, SeriesIndex.changesFile, SeriesIndex.fileName]
                    .contains(String(stem)))
    }
}
