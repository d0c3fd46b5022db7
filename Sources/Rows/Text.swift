import Glibc

/// Checks and cuts on the bytes of a text file.
enum Text {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// A longer record is skipped and counted: 1 MiB. No report of a field reporter comes near it.
    static let recordLimit = DelimitedReader.recordLimit

    /// The bytes without a byte order mark. Throws where the file is empty or holds a NUL, which no text file does.
    static func body(_ bytes: [UInt8], file: String) throws(InputError) -> ArraySlice<UInt8> {
        let body = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
        guard body.contains(where: { $0 > 0x20 }) else { throw InputError(file: file, fact: RowFact.empty) }
        let nul = body.withUnsafeBytes { buffer in
            memchr(buffer.baseAddress!, 0, buffer.count).map {
                body.startIndex + (UnsafeRawPointer($0) - buffer.baseAddress!)
            }
        }
        if let nul {
            let line = 1 + body[..<nul].count { $0 == 0x0A }
            throw InputError(file: file, line: line, fact: RowFact.binary(byte: nul + 1))
        }
        return body
    }

    /// The text of the bytes without white space around it, or nil where they are not UTF-8.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> String? {
        var slice = bytes
        while let first = slice.first, first == 0x20 || (first >= 0x09 && first <= 0x0D) { slice.removeFirst() }
        while let last = slice.last, last == 0x20 || (last >= 0x09 && last <= 0x0D) { slice.removeLast() }
        return String(validating: slice, as: UTF8.self)
    }
}
