/// A tessellation as bytes, to be kept and opened again.
///
/// Layout, all numbers as the machine has them: magic (8 bytes), version (4), the key of what it was made of (text of
/// `keyLength` bytes), four counts, whether there is a reach, and the reach (8 each), then vertices, edges, cells of sites and sites of cells, and a
/// checksum (8) over all before it.
extension Tessellation {
    /// "FRNLTESS"; the other way round on a big-endian machine, whose files are foreign.
    private static let magic: UInt64 = 0x5353_4554_4C4E_5246
    private static let version: UInt32 = 1
    private static let headLength = 8 + 4 + 4 + 6 * 8

    /// The file.
    ///
    /// - Parameter key: says what the tessellation was made of; no more than 1000 bytes.
    /// - Complexity: O(edges).
    package func fileBytes(key: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(
            Self.headLength + key.count + 8 * vertices.count + 16 * edges.count
                + 4 * (cellOfSite.count + siteOfCell.count) + 16)
        func append<Value>(_ value: Value) { withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) } }
        append(Self.magic)
        append(Self.version)
        append(UInt32(key.count))
        for count in [vertices.count, edges.count, cellOfSite.count, siteOfCell.count] { append(Int64(count)) }
        append(Int64(reachInMetres == nil ? 0 : 1))
        append(reachInMetres ?? 0)
        bytes += key
        vertices.withUnsafeBytes { bytes.append(contentsOf: $0) }
        edges.withUnsafeBytes { bytes.append(contentsOf: $0) }
        cellOfSite.withUnsafeBytes { bytes.append(contentsOf: $0) }
        siteOfCell.withUnsafeBytes { bytes.append(contentsOf: $0) }
        append(bytes.withUnsafeBytes { Self.checksum($0) })
        return bytes
    }

    /// The tessellation in a file; nil for a file that is damaged, foreign, of another version or made of something else.
    ///
    /// - Complexity: O(edges).
    package init?(fileBytes bytes: [UInt8], key: [UInt8]) {
        let read: Tessellation? = bytes.withUnsafeBytes { bytes in
            guard bytes.count >= Self.headLength + 8,
                bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self) == Self.magic,
                bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == Self.version,
                bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self) == UInt32(key.count)
            else { return nil }
            func number(_ i: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: 16 + 8 * i, as: Int64.self)) }
            let counts = (0..<4).map(number)
            guard counts.allSatisfy({ $0 >= 0 && $0 <= Int(Int32.max) }) else { return nil }
            let sizes = [8 * counts[0], 16 * counts[1], 4 * counts[2], 4 * counts[3]]
            let start = Self.headLength + key.count
            let end = start + sizes.reduce(0, +)
            guard bytes.count == end + 8, bytes[Self.headLength..<start].elementsEqual(key),
                bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)
                    == Self.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
            else { return nil }
            var offset = start
            func array<Element>(_ count: Int, _ size: Int) -> [Element] {
                defer { offset += size }
                return [Element](unsafeUninitializedCapacity: count) { buffer, written in
                    UnsafeMutableRawBufferPointer(buffer).copyMemory(
                        from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size]))
                    written = count
                }
            }
            let reach: Double? =
                number(4) == 0 ? nil : bytes.loadUnaligned(fromByteOffset: 16 + 40, as: Double.self)
            return Tessellation(
                vertices: array(counts[0], sizes[0]), edges: array(counts[1], sizes[1]),
                cellOfSite: array(counts[2], sizes[2]), siteOfCell: array(counts[3], sizes[3]), reachInMetres: reach)
        }
        guard let read, read.isInBounds else { return nil }
        self = read
    }

    private init(
        vertices: [GridPoint], edges: [Edge], cellOfSite: [Int32], siteOfCell: [Int32], reachInMetres: Double?
    ) {
        self.vertices = vertices
        self.edges = edges
        self.cellOfSite = cellOfSite
        self.siteOfCell = siteOfCell
        self.reachInMetres = reachInMetres
    }

    /// Whether all numbers point to something, so that a file that passes as ours can do no harm.
    private var isInBounds: Bool {
        let (cells, corners) = (Int32(siteOfCell.count), Int32(vertices.count))
        return edges.allSatisfy { edge in
            edge.from >= 0 && edge.from < corners && edge.to >= 0 && edge.to < corners
                && edge.left >= Self.beyondReach && edge.left < cells && edge.right >= Self.beyondReach
                && edge.right < cells
        } && cellOfSite.allSatisfy { $0 >= 0 && $0 < cells }
            && siteOfCell.allSatisfy { $0 >= 0 && Int($0) < cellOfSite.count }
    }

    /// FNV-1a by words of eight bytes, turned so that high bits come down: finds fallen bits, keeps out nobody.
    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0x0000_0100_0000_01b3
            hash = hash << 29 | hash >> 35
        }
        let words = bytes.count / 8
        for i in 0..<words { mix(bytes.loadUnaligned(fromByteOffset: 8 * i, as: UInt64.self)) }
        for byte in bytes[(8 * words)...] { mix(UInt64(byte)) }
        return hash
    }
}
