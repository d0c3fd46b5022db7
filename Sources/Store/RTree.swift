import Geometry

/// Fills the R-tree of a layer at once, by writing its nodes: many times as fast as a row at a time, and packed full
/// (`sqlite.org/rtree.html`, section 5, has the layout of a node).
struct RTree {
    struct Box {
        var minX = Double.infinity
        var minY = Double.infinity
        var maxX = -Double.infinity
        var maxY = -Double.infinity

        init(points: some Sequence<Coordinate>) {
            for point in points {
                minX = min(minX, point.longitude)
                minY = min(minY, point.latitude)
                maxX = max(maxX, point.longitude)
                maxY = max(maxY, point.latitude)
            }
        }

        mutating func join(_ other: Box) {
            minX = min(minX, other.minX)
            minY = min(minY, other.minY)
            maxX = max(maxX, other.maxX)
            maxY = max(maxY, other.maxY)
        }
    }

    private struct Cell {
        /// A row of the layer in a leaf, a node elsewhere.
        let id: Int
        let box: Box
    }

    private let connection: Connection
    private let name: String
    private let nodeSize: Int
    private var nextNode = 2

    /// The boxes of the rows, whose `fid` are 1, 2, 3 … The tree is emptied first.
    ///
    /// The connection must not be defensive: these tables are shut to SQL otherwise.
    static func fill(_ name: String, with boxes: [Box], in connection: Connection) throws {
        try connection.execute("DELETE FROM \(name)_rowid; DELETE FROM \(name)_parent; DELETE FROM \(name)_node")
        var tree = try RTree(name, connection)
        try tree.build(boxes)
    }

    private init(_ name: String, _ connection: Connection) throws {
        self.connection = connection
        self.name = name
        // SQLite makes a node as large as a page allows, 51 cells at the most: 64 bytes are left for the page's own.
        let page = try connection.firstRow("PRAGMA page_size") { $0.integer(0) } ?? 4096
        nodeSize = min(page - 64, 4 + 51 * 24)
    }

    private mutating func build(_ boxes: [Box]) throws {
        let order = RadixSort.order(of: boxes.map(Self.key))
        let cells = order.map { Cell(id: Int($0) + 1, box: boxes[Int($0)]) }
        let perNode = (nodeSize - 4) / 24
        let rowid = try connection.statement("INSERT INTO \(name)_rowid (rowid, nodeno) VALUES (?, ?)")
        let parent = try connection.statement("INSERT INTO \(name)_parent (nodeno, parentnode) VALUES (?, ?)")
        var level = cells
        var depth = 0
        while level.count > perNode {
            var above: [Cell] = []
            for start in stride(from: 0, to: level.count, by: perNode) {
                let part = level[start..<min(start + perNode, level.count)]
                let node = nextNode
                nextNode += 1
                try write(part, node: node, depth: 0)
                for cell in part { try (depth == 0 ? rowid : parent).run(.integer(cell.id), .integer(node)) }
                var box = part.first!.box
                for cell in part.dropFirst() { box.join(cell.box) }
                above.append(Cell(id: node, box: box))
            }
            level = above
            depth += 1
        }
        // The root is node 1, and tells how many levels lie below it.
        try write(level[...], node: 1, depth: depth)
        for cell in level { try (depth == 0 ? rowid : parent).run(.integer(cell.id), .integer(1)) }
    }

    private func write(_ cells: ArraySlice<Cell>, node: Int, depth: Int) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(nodeSize)
        func put<Number: FixedWidthInteger>(_ number: Number) {
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
        put(UInt16(depth))
        put(UInt16(cells.count))
        for cell in cells {
            put(Int64(cell.id))
            put(Self.below(cell.box.minX).bitPattern)
            put(Self.above(cell.box.maxX).bitPattern)
            put(Self.below(cell.box.minY).bitPattern)
            put(Self.above(cell.box.maxY).bitPattern)
        }
        bytes += [UInt8](repeating: 0, count: nodeSize - bytes.count)
        try connection.statement("INSERT INTO \(name)_node (nodeno, data) VALUES (?, ?)").run(
            .integer(node), .blob(bytes))
    }

    /// Along a Hilbert curve, by the box's middle.
    private static func key(_ box: Box) -> UInt64 {
        func scaled(_ value: Double, _ span: Double) -> UInt32 {
            UInt32(max(0, min(65_535, (value + span / 2) / span * 65_536)))
        }
        return Hilbert.index(
            x: scaled((box.minX + box.maxX) / 2, 360), y: scaled((box.minY + box.maxY) / 2, 180))
    }

    /// Single precision, never larger: a box must hold what it stands for.
    private static func below(_ value: Double) -> Float {
        let near = Float(value)
        return Double(near) > value ? near.nextDown : near
    }

    private static func above(_ value: Double) -> Float {
        let near = Float(value)
        return Double(near) < value ? near.nextUp : near
    }
}
