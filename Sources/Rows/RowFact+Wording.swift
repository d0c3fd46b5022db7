extension RowFact {
    package var code: String {
        switch self {
        case .notFound: "not-found"
        case .notAFile: "not-a-file"
        case .notReadable: "not-readable"
        case .tooLarge: "too-large"
        case .empty: "empty"
        case .binary: "binary"
        case .notUTF8: "not-utf8"
        case .noHeader: "no-header"
        case .wrongSeparator: "wrong-separator"
        case .oneArray: "one-array"
        case .missingColumn: "missing-column"
        case .duplicateColumn: "duplicate-column"
        case .cellCount: "cell-count"
        case .recordTooLong: "record-too-long"
        case .unclosedQuote: "unclosed-quote"
        case .textAfterQuote: "text-after-quote"
        case .invalidJSON: "invalid-json"
        case .notAnObject: "not-an-object"
        case .unknownColumn: "unknown-column"
        }
    }

    package var sentence: String {
        switch self {
        case .notFound:
            "no such file"
        case .notAFile:
            "is a folder, not a file"
        case .notReadable(let systemError):
            "cannot be read: \(systemError)"
        case .tooLarge(let bytes, let limit):
            "has \(bytes) bytes, more than the \(limit) that are read; split it"
        case .empty:
            "is empty; expected a header line and rows"
        case .binary(let byte):
            "byte \(byte) is a NUL: this is no text file; save it as UTF-8 CSV or NDJSON"
        case .notUTF8(let byte):
            "byte \(byte) of the line is not UTF-8; save the file as UTF-8"
        case .noHeader(let expected):
            "the first line names none of the columns \(expected.joined(separator: ", ")); add a header line"
        case .wrongSeparator(let seen):
            "the columns are divided by \(seen); expected commas in .csv and tabs in .tsv: "
                + (seen == "semicolons"
                    ? "save it again with commas, and with points in its numbers" : "give the file the other ending")
        case .oneArray:
            "holds one JSON array; expected one object a line (jq -c '.[]' makes that of it)"
        case .missingColumn(let name, let seen):
            "no column \"\(name)\" among \(seen.map { "\"\(printable($0))\"" }.joined(separator: ", "))"
                + (EditDistance.nearest(to: name, among: seen).map { "; is \"\(printable($0))\" meant?" } ?? "; add it")
        case .duplicateColumn(let name):
            "two columns are named \"\(printable(name))\"; rename one"
        case .cellCount(let seen, let expected):
            "\(seen) cells where the header has \(expected); quote cells that hold the separator"
        case .recordTooLong(let bytes, let limit):
            "the record has \(bytes) bytes, more than the \(limit) that are read"
        case .unclosedQuote:
            "a quoted cell is never closed; double quotes inside a cell are written \"\""
        case .textAfterQuote:
            "text follows the closing quote of a cell; double quotes inside a cell are written \"\""
        case .invalidJSON(let reason, let column):
            "not JSON at column \(column): \(reason)"
        case .notAnObject:
            "a JSON value that is no object; expected {\"place\": …} on each line"
        case .unknownColumn(let name, let nearest):
            "column \"\(printable(name))\" is not known and kept as it is"
                + (nearest.map { " (did you mean \"\($0)\"?)" } ?? "")
        }
    }
}
