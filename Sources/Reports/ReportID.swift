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
    static func hash(of row: Row) -> UInt64 { ColumnOrder(row.names).hash(of: row) }

    /// How the cells of rows with certain columns come in ``content(of:)``, to be worked out once for all rows of a table.
    struct ColumnOrder {
        let names: [String]
        /// Each column's name with `=`, in the order of the content, and the place of its cell.
        private let columns: [(start: [UInt8], cell: Int)]

        init(_ names: [String]) {
            self.names = names
            columns = names.indices.map { (names[$0] + "=", $0) }.sorted { $0.0 < $1.0 }
                .map { (Array($0.0.utf8), $0.1) }
        }

        /// Tells rows of different content apart as the hash does, and faster, eight bytes at a time. It is kept nowhere.
        func mark(of row: Row) -> UInt64 {
            var mark: UInt64 = 0xCBF2_9CE4_8422_2325
            for (number, column) in columns.enumerated() where !row.cells[column.cell].isEmpty {
                var text = row.cells[column.cell]
                text.withUTF8 { Self.mix(UnsafeRawBufferPointer($0), number, into: &mark) }
            }
            return mark
        }

        @inline(__always)
        private static func mix(_ bytes: UnsafeRawBufferPointer, _ number: Int, into mark: inout UInt64) {
            func take(_ word: UInt64) {
                mark = (mark ^ word) &* 0x9E37_79B9_7F4A_7C15
                mark ^= mark >> 29
            }
            guard let start = bytes.baseAddress else { return }
            take(UInt64(truncatingIfNeeded: number &<< 32 | bytes.count))
            var at = 0
            while at &+ 8 <= bytes.count {
                take((start + at).loadUnaligned(as: UInt64.self))
                at &+= 8
            }
            var rest: UInt64 = 0
            while at < bytes.count {
                rest = rest &<< 8 | UInt64((start + at).load(as: UInt8.self))
                at &+= 1
            }
            take(rest)
        }

        /// The hash of the row's content, without making that.
        func hash(of row: Row) -> UInt64 {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            @inline(__always)
            func take(_ byte: UInt8) {
                hash ^= UInt64(byte)
                hash &*= 0x100_0000_01B3
            }
            var isFirst = true
            for (start, cell) in columns where !row.cells[cell].isEmpty {
                if !isFirst { take(0x1F) }
                isFirst = false
                for byte in start { take(byte) }
                var text = row.cells[cell]
                text.withUTF8 { for byte in $0 { take(byte) } }
            }
            return hash
        }
    }

    /// All cells that say something, in the order of their columns' names.
    package static func content(of row: Row) -> String {
        zip(row.names, row.cells).filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.sorted().joined(
            separator: "\u{1F}")
    }
}
