package import Rows

/// Ids for reports that come without one.
package enum ReportID {
    /// An id out of the row's own content, so that it does not hang on the row's position in the file.
    /// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923): no secret hangs on it, only the order of a few thousand rows.
    package static func make(_ row: Row) -> String {
        let text = String(hash(of: row), radix: 16)
        return "r-" + String(repeating: "0", count: 16 - text.count) + text
    }

    /// The hash behind it.
    static func hash(of row: Row) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in content(of: row).utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x100_0000_01B3
        }
        return hash
    }

    /// All cells that say something, in the order of their columns' names.
    package static func content(of row: Row) -> String {
        zip(row.names, row.cells).filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.sorted().joined(
            separator: "\u{1F}")
    }
}
