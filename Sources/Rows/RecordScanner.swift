/// Cuts bytes into records and cells, remembering on which line each record starts.
struct RecordScanner {
    struct Record {
        let line: Int
        var cells: [[UInt8]] = []
        var fact: RowFact?

        /// Position in the record, from 1, of the first byte that is not UTF-8.
        var firstInvalidByte: Int {
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
    private(set) var line = 1

    init(bytes: ArraySlice<UInt8>, quoted: Bool) {
        self.bytes = bytes
        self.quoted = quoted
        position = bytes.startIndex
    }

    mutating func next() -> Record? {
        guard position < bytes.endIndex else { return nil }
        let start = position
        let startLine = line
        var record = Record(line: startLine)
        let separator: UInt8 = quoted ? 0x2C : 0x09
        var cell: [UInt8] = []
        while true {
            if quoted, cell.isEmpty, position < bytes.endIndex, bytes[position] == 0x22 {
                switch takeQuoted(into: &cell, limit: start + Text.recordLimit) {
                case .closed: break
                case .open:
                    // Only this line is given up: a lone quote must not swallow the rest of the file.
                    record.fact = .unclosedQuote
                    position = start
                    line = startLine
                    skipLine()
                    return record
                }
                if position < bytes.endIndex, ![separator, 0x0A, 0x0D].contains(bytes[position]) {
                    record.fact = .textAfterQuote
                    skipLine()
                    return record
                }
            }
            guard position < bytes.endIndex else { break }
            let byte = bytes[position]
            position += 1
            if byte == separator {
                record.cells.append(cell)
                cell = []
            } else if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
                line += 1
                break
            } else {
                cell.append(byte)
                if position - start > Text.recordLimit {
                    skipLine()
                    record.fact = .recordTooLong(bytes: position - start, limit: Text.recordLimit)
                    return record
                }
            }
        }
        record.cells.append(cell)
        return record
    }

    private enum QuoteEnd { case closed, open }

    private mutating func takeQuoted(into cell: inout [UInt8], limit: Int) -> QuoteEnd {
        position += 1
        while position < bytes.endIndex, position < limit {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 {
                guard position < bytes.endIndex, bytes[position] == 0x22 else { return .closed }
                position += 1
            } else if byte == 0x0A {
                line += 1
            }
            cell.append(byte)
        }
        return .open
    }

    private mutating func skipLine() {
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == 0x0A { break }
            if byte == 0x0D {
                if position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
                break
            }
        }
        line += 1
    }
}
