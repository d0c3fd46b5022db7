import Glibc

/// A file of rows of any length, cut into its head and its records, some megabytes at a time: the pieces in their order
/// are the file again. It is cut where the readers of `.ndjson`, `.jsonl`, `.tsv` and CSV cut.
package struct RecordWindows: ~Copyable {
    package struct Record: Sendable {
        /// Where it starts.
        package let line: Int
        /// Its bytes in the window, the end of its line with them.
        package let range: Range<Int>
    }

    package struct Window: Sendable {
        package let bytes: [UInt8]
        package let records: [Record]
        /// The line on which its first record starts.
        package let line: Int
        /// How much of the file has been read with it, 0 to 1.
        package let share: Double
    }

    /// The byte order mark and, of a table, the line with the columns' names. Known after the first window.
    package private(set) var head: [UInt8] = []
    /// Lines in the head.
    package private(set) var headLines = 0
    private let file: String
    private let descriptor: Int32
    private let size: Int
    private let isTable: Bool
    private let isQuoted: Bool
    private var rest: [UInt8] = []
    private var line = 1
    private var taken = 0
    private var isAtEnd = false
    private static let size = 2 << 20

    /// Throws `InputError`: not found, a folder, not readable.
    ///
    /// - Parameter isQuoted: whether cells may stand in quotes; by the ending of the name where nothing is said.
    package init(_ path: String, isQuoted: Bool? = nil) throws(InputError) {
        self.isQuoted = isQuoted ?? !path.hasSuffix(".tsv")
        file = path
        isTable = !path.hasSuffix(".ndjson") && !path.hasSuffix(".jsonl")
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            let fact: RowFact =
                errno == ENOENT ? .notFound : .notReadable(systemError: String(cString: strerror(errno)))
            throw InputError(file: path, fact: fact)
        }
        size = max(1, Int(status.st_size))
    }

    deinit { close(descriptor) }

    /// The next records; nil after the last. The first window is given even where the file has no record but its head.
    ///
    /// Throws `InputError`: not readable, empty, binary.
    package mutating func next() throws(InputError) -> Window? {
        var wanted = Self.size
        while true {
            try fill(upTo: wanted)
            let isFirst = taken == 0
            if isFirst { _ = try Text.body(rest, file: file) }
            guard !rest.isEmpty else { return nil }
            // The bytes up to where a record that starts there can be told whole.
            let (records, end, lines) = cut(isFirst: isFirst)
            guard end > 0 else {
                wanted *= 2
                continue
            }
            let nul = rest.withUnsafeBytes { bytes in
                memchr(bytes.baseAddress!, 0, end).map { UnsafeRawPointer($0) - bytes.baseAddress! }
            }
            if let nul {
                throw InputError(
                    file: file, line: line + rest[..<nul].count { $0 == 0x0A },
                    fact: RowFact.binary(byte: taken + nul + 1))
            }
            defer {
                rest.removeFirst(end)
                line += lines
                taken += end
            }
            return Window(
                bytes: Array(rest[..<end]), records: records, line: records.first?.line ?? line,
                share: min(1, Double(taken + end) / Double(size)))
        }
    }

    private mutating func fill(upTo wanted: Int) throws(InputError) {
        while rest.count < wanted, !isAtEnd {
            var failure: Int32 = 0
            let buffer = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                let read = read(descriptor, buffer.baseAddress!, buffer.count)
                if read < 0 { failure = errno }
                count = max(0, read)
            }
            if failure == EINTR { continue }
            guard failure == 0 else {
                throw InputError(file: file, fact: RowFact.notReadable(systemError: String(cString: strerror(failure))))
            }
            isAtEnd = buffer.isEmpty
            rest += buffer
        }
    }

    /// The records at the start of `rest`, where they end, and how many lines they take. None where more must be read
    /// first.
    private mutating func cut(isFirst: Bool) -> (records: [Record], end: Int, lines: Int) {
        let start = isFirst && rest.starts(with: Text.byteOrderMark) ? 3 : 0
        guard isTable else {
            if isFirst { head = Array(rest[..<start]) }
            return cutLines(from: start)
        }
        // Whether a quote is ever closed shows within the length that a record may have.
        let sure = isAtEnd ? rest.count : rest.count - Text.recordLimit - 16
        var scanner = RecordScanner(bytes: rest[start...], quoted: isQuoted)
        var records: [Record] = []
        var (end, lines) = (0, 0)
        while scanner.position < sure || (isFirst && end == 0) {
            let from = scanner.position
            guard let record = scanner.next(withCells: false) else { break }
            // The line may go on beyond what was read.
            if scanner.position == rest.count, !isAtEnd { break }
            if isFirst, end == 0 {
                head = Array(rest[..<scanner.position])
                headLines = scanner.line - 1
            } else {
                records.append(Record(line: line + record.line - 1, range: from..<scanner.position))
            }
            (end, lines) = (scanner.position, scanner.line - 1)
        }
        return (records, end, lines)
    }

    private func cutLines(from start: Int) -> (records: [Record], end: Int, lines: Int) {
        var records: [Record] = []
        var end = start
        while end < rest.count {
            guard let next = rest[end...].firstIndex(of: 0x0A).map({ $0 + 1 }) ?? (isAtEnd ? rest.count : nil) else {
                break
            }
            records.append(Record(line: line + records.count, range: end..<next))
            end = next
        }
        return (records, records.isEmpty ? 0 : end, records.count)
    }
}
