import Formats
import Glibc
import Rows

/// The open journal of a series, to which a line is added for each moment that is done.
struct SeriesJournal: Sendable {
    let path: String
    let descriptor: Int32

    func note(_ entry: SeriesEntry) throws(WriteError) {
        guard AtomicFile.writeAll(Self.line(entry), to: descriptor) else {
            throw WriteError(file: path, systemError: String(cString: strerror(errno)))
        }
    }

    static func line(_ entry: SeriesEntry) -> [UInt8] {
        var json = JSONWriter()
        entry.write(into: &json, withRows: true)
        return json.bytes + [0x0A]
    }
}
