/// Cuts bytes into records and cells, remembering on which line each record starts.
struct RecordScanner {
    struct Record {
        let line: Int
        /// The cells one after the other, without their quotes.
        fileprivate(set) var content: [UInt8] = []
        /// Where each cell ends in `content`.
        fileprivate(set) var ends: [Int] = []
        var fact: RowFact?

        var cellCount: Int { ends.count }

        /// Where a cell lies in `content`.
        func range(_ cell: Int) -> Range<Int> { (cell == 0 ? 0 : ends[cell - 1])..<ends[cell] }

        var cells: [[UInt8]] { ends.indices.map { Array(content[range($0)]) } }

        /// Position in the record, from 1, of the first byte that is not UTF-8.
        var firstInvalidByte: Int { Self.firstInvalidByte(of: cells) }

        static func firstInvalidByte(of cells: [[UInt8]]) -> Int {
            var offset = 1
            for cell in cells {
                if String(validating: cell, as: UTF8.self) == nil {
                    var valid = 0
                    var decoder = UTF8()
                    var bytes = cell.makeIterator()
                    decoding: while true {
                        switch decoder.decode(&bytes) {
                        case .scalarValue(let scalar): valid += UTF8.width(scalar)
                        case .emptyInput, .error: break decoding
                        }
                    }
                    return offset + valid
                }
                offset += cell.count + 1
            }
            return offset
        }
    }

    private let bytes: ArraySlice<UInt8>
    private let quoted: Bool
    /// Where the next record starts.
    private(set) var position: Int
    /// The line of the next record, from 1.
    private(set) var line: Int

    init(bytes: ArraySlice<UInt8>, quoted: Bool, line: Int = 1) {
        self.bytes = bytes
        self.line = line
        self.quoted = quoted
        position = bytes.startIndex
    }

    /// The next record; nil at the end. Without its cells, where only its place is asked for.
    ///
    /// - Complexity: O(n) in its bytes.
    mutating func next(withCells: Bool = true) -> Record? {
        guard position < bytes.endIndex else { return nil }
        var record = Record(line: line)
        if withCells {
            // As much as most have.
            record.content.reserveCapacity(224)
            record.ends.reserveCapacity(20)
        }
        let offset = bytes.startIndex
        bytes.withUnsafeBufferPointer { bytes in
            var cut = Cut(
                bytes: bytes, separator: quoted ? 0x2C : 0x09, isQuoted: quoted, start: position - offset,
                position: position - offset, line: line)
            cut.take(&record, withCells: withCells)
            position = cut.position + offset
            line = cut.line
        }
        return record
    }
}

/// The cutting of one record.
private struct Cut {
    let bytes: UnsafeBufferPointer<UInt8>
    let separator: UInt8
    let isQuoted: Bool
    let start: Int
    var position: Int
    var line: Int

    private static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    mutating func take(_ record: inout RecordScanner.Record, withCells: Bool) {
        while true {
            if isQuoted, position < bytes.count, bytes[position] == Self.quote {
                guard takeQuoted(into: &record.content, keeps: withCells) else {
                    // Only this line is given up: a lone quote must not swallow the rest of the file.
                    record.fact = .unclosedQuote
                    position = start
                    line = record.line
                    return skipLine()
                }
                if position < bytes.count, !isEnd(bytes[position]) {
                    record.fact = .textAfterQuote
                    return skipLine()
                }
            } else {
                let first = position
                while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
                if position > first, position - start > Text.recordLimit {
                    position = max(first, start + Text.recordLimit) + 1
                    record.fact = .recordTooLong(bytes: position - start, limit: Text.recordLimit)
                    return skipLine()
                }
                if withCells {
                    record.content.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[first..<position]))
                }
            }
            if withCells { record.ends.append(record.content.count) }
            guard position < bytes.count else { return }
            guard bytes[position] == separator else { return passLineEnd() }
            position += 1
        }
    }

    /// A separator or the end of a line.
    @inline(__always)
    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// Takes a cell in quotes; false where they are not closed within the length that a record may have.
    private mutating func takeQuoted(into content: inout [UInt8], keeps: Bool) -> Bool {
        position += 1
        let end = min(bytes.count, start + Text.recordLimit)
        var first = position
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == Self.lineFeed { line += 1 }
            guard byte == Self.quote else { continue }
            if keeps { content.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[first..<position - 1])) }
            guard position < bytes.count, bytes[position] == Self.quote else { return true }
            // Two quotes stand for one, which is the first of what follows.
            first = position
            position += 1
        }
        return false
    }

    private mutating func passLineEnd() {
        let byte = bytes[position]
        position += 1
        if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
        line += 1
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != Self.lineFeed, bytes[position] != Self.carriageReturn {
            position += 1
        }
        if position < bytes.count { passLineEnd() } else { line += 1 }
    }
}
