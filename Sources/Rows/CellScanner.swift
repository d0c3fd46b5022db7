/// Walks over the records of a table without making texts of them: where each cell lies in the bytes.
///
/// For tables of a million rows of which few cells matter. Reads the same records as ``DelimitedReader``: one that has a
/// quote in it is cut by ``RecordScanner``, which is slower.
package struct CellScanner {
    private let bytes: [UInt8]
    private let isQuoted: Bool
    private let separator: UInt8
    private var position: Int
    private var nextLine = 1

    /// The line on which the record starts, from 1.
    package private(set) var line = 0
    /// What is wrong with the record; its cells are not to be used then.
    package private(set) var fact: RowFact?
    /// A record with a quote, its cells one after the other; `cells` lie in it then.
    private var unquoted: [UInt8] = []
    private var isUnquoted = false
    private var cells: [Range<Int>] = []

    /// Throws `InputError` where the file is empty or binary.
    package init(_ bytes: [UInt8], file: String, dialect: DelimitedReader.Dialect) throws(InputError) {
        position = try Text.body(bytes, file: file).startIndex
        self.bytes = bytes
        isQuoted = dialect == .csv
        separator = isQuoted ? 0x2C : 0x09
    }

    package var cellCount: Int { cells.count }

    /// True for a line without anything in it.
    package var isBlank: Bool { cells.count == 1 && cells[0].isEmpty }

    /// Goes to the next record; false at the end.
    package mutating func advance() -> Bool {
        guard position < bytes.count else { return false }
        line = nextLine
        fact = nil
        isUnquoted = false
        let start = position
        let end = min(bytes.count, start + Text.recordLimit)
        let (bytes, quoted, separator) = (bytes, isQuoted, separator)
        var all: UInt8 = 0
        cells.removeAll(keepingCapacity: true)
        let stop: Int? = bytes.withUnsafeBufferPointer { bytes in
            var cellStart = start
            var place = start
            while place < end {
                let byte = bytes[place]
                if byte == separator {
                    cells.append(Self.trimmed(bytes, cellStart, place))
                    cellStart = place + 1
                } else if byte == 0x0A || byte == 0x0D {
                    break
                } else if quoted && byte == 0x22 && place == cellStart {
                    return nil
                }
                all |= byte
                place += 1
            }
            if place == end && end < bytes.count { return nil }
            cells.append(Self.trimmed(bytes, cellStart, place))
            return place
        }
        guard let stop else {
            cutSlowly()
            return true
        }
        position = stop + 1
        if stop + 1 < bytes.count, bytes[stop] == 0x0D, bytes[stop + 1] == 0x0A { position += 1 }
        nextLine += 1
        if all >= 0x80 { fact = Self.notUTF8(bytes[start..<stop]) }
        return true
    }

    /// The bytes of a cell, without white space around.
    @inline(__always)
    package func withCell<Value>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        (isUnquoted ? unquoted : bytes).withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[cells[index]]))
        }
    }

    package func text(_ index: Int) -> String { withCell(index) { String(decoding: $0, as: UTF8.self) } }

    private mutating func cutSlowly() {
        var scanner = RecordScanner(bytes: bytes[position...], quoted: isQuoted)
        let record = scanner.next()!
        position = scanner.position
        nextLine += scanner.line - 1
        isUnquoted = true
        unquoted.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        for cell in record.cells {
            let start = unquoted.count
            unquoted += cell
            cells.append(unquoted.withUnsafeBufferPointer { Self.trimmed($0, start, $0.count) })
        }
        fact = record.fact ?? Self.notUTF8(unquoted[...])
    }

    private static func notUTF8(_ bytes: ArraySlice<UInt8>) -> RowFact? {
        String(validating: bytes, as: UTF8.self) == nil ? RowFact(firstInvalidByteOf: bytes) : nil
    }

    @inline(__always)
    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        var (start, end) = (start, end)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}
