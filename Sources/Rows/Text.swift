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
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        var (start, end) = (0, bytes.count)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
        var all: UInt8 = 0
        for byte in text { all |= byte }
        // Plain letters need no look at how they are put together.
        return all < 0x80 ? String(decoding: text, as: UTF8.self) : String(validating: text, as: UTF8.self)
    }
}
