internal import Glibc

/// Points on the ellipsoid, ready to be asked which are nearest, within a distance or within a box. Cannot be changed.
///
/// A packed R-tree in Hilbert order (I. Kamel, C. Faloutsos, "On packing R-trees", CIKM 1993) as flat arrays: 16
/// entries a node, no objects, so that it can lie in a mapped file. Points stand on the grid of 10⁻⁷ degrees (one
/// centimetre). Distances are geodesic; planes and spheres serve as bounds only.
package struct SpatialIndex: @unchecked Sendable {
    static let nodeSize = 16

    package let count: Int
    /// The points in the order of the tree: their numbers; longitude and latitude × 10⁷ in turn.
    let order: UnsafePointer<Int32>
    let points: UnsafePointer<Int32>
    /// Boxes of the nodes, level by level from the leaves up: west, south, east, north.
    let boxes: UnsafePointer<Int32>
    /// Where each level begins in `boxes`, in nodes; the last level is the root.
    let levels: [Int]
    /// Whatever the pointers point into.
    private let owner: AnyObject

    /// The points, each moved to the grid.
    ///
    /// - Precondition: all coordinates are finite, longitudes within ±180, latitudes within ±90.
    /// - Complexity: O(n).
    package init(_ points: [Coordinate]) {
        self.init(
            gridLongitudes: points.map { Int32(($0.longitude * 1e7).rounded()) },
            gridLatitudes: points.map { Int32(($0.latitude * 1e7).rounded()) })
    }

    package init(gridLongitudes: [Int32], gridLatitudes: [Int32]) {
        let built = SpatialIndexBuilder(gridLongitudes, gridLatitudes)
        count = gridLongitudes.count
        order = built.order
        points = built.points
        boxes = built.boxes
        levels = Self.levels(count)
        owner = built
    }

    /// An index that lies in memory kept alive by `owner`, as ``withSections(_:)`` gave it; nil where the sizes of the
    /// parts do not fit together. What the bytes say is not trusted: no answer names a point that is not there.
    package init?(
        order: UnsafeRawBufferPointer, points: UnsafeRawBufferPointer, boxes: UnsafeRawBufferPointer, owner: AnyObject
    ) {
        count = order.count / 4
        levels = Self.levels(count)
        let nodes = Self.nodeCount(count)
        guard points.count == 2 * order.count, boxes.count == nodes * 16, let o = order.baseAddress,
            let p = points.baseAddress, let b = boxes.baseAddress
        else { return nil }
        self.order = o.assumingMemoryBound(to: Int32.self)
        self.points = p.assumingMemoryBound(to: Int32.self)
        self.boxes = b.assumingMemoryBound(to: Int32.self)
        self.owner = owner
    }

    /// The parts to write into a file: order, points, boxes.
    package func withSections(
        _ body: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>) -> Void
    ) {
        withExtendedLifetime(owner) {
            body(
                UnsafeBufferPointer(start: order, count: count),
                UnsafeBufferPointer(start: points, count: 2 * count),
                UnsafeBufferPointer(start: boxes, count: 4 * Self.nodeCount(count)))
        }
    }

    /// Where each level begins, for so many points.
    static func levels(_ count: Int) -> [Int] {
        var levels: [Int] = []
        var start = 0
        var nodes = (count + nodeSize - 1) / nodeSize
        while nodes > 0 {
            levels.append(start)
            start += nodes
            nodes = nodes == 1 ? 0 : (nodes + nodeSize - 1) / nodeSize
        }
        return levels
    }

    static func nodeCount(_ count: Int) -> Int { levels(count).last.map { $0 + 1 } ?? 0 }

    /// A point found, by its number, with its geodesic distance.
    package struct Hit: Hashable, Sendable {
        package let index: Int
        package let distanceInMetres: Double
    }

    /// A point by its place in the tree.
    func coordinate(_ k: Int) -> Coordinate {
        Coordinate(longitude: Double(points[2 * k]) / 1e7, latitude: Double(points[2 * k + 1]) / 1e7)
    }

    /// The number of a point by its place in the tree; nil in a damaged file.
    @inline(__always)
    func number(_ k: Int) -> Int? {
        let number = Int(order[k])
        return number >= 0 && number < count ? number : nil
    }

    /// How many nodes a level has.
    func nodeCount(level: Int) -> Int {
        (level + 1 < levels.count ? levels[level + 1] : levels[level] + 1) - levels[level]
    }

    /// The points in a box, edges included, by ascending number. A box whose west is greater than its east spans the
    /// meridian of 180°.
    ///
    /// - Complexity: O(log n + hits) for boxes as they occur.
    package func within(_ box: BoundingBox) -> [Int] {
        var found: [Int] = []
        if box.west > box.east {
            collect(BoundingBox(west: box.west, south: box.south, east: 180, north: box.north), into: &found)
            collect(BoundingBox(west: -180, south: box.south, east: box.east, north: box.north), into: &found)
        } else {
            collect(box, into: &found)
        }
        return found.sorted()
    }

    private func collect(_ box: BoundingBox, into found: inout [Int]) {
        func grid(_ degrees: Double, _ rounding: FloatingPointRoundingRule) -> Int32 {
            Int32(min(max(degrees * 1e7, -2e9), 2e9).rounded(rounding))
        }
        let (w, s) = (grid(box.west, .up), grid(box.south, .up))
        let (e, n) = (grid(box.east, .down), grid(box.north, .down))
        visit { b in
            boxes[b] <= e && w <= boxes[b + 2] && boxes[b + 1] <= n && s <= boxes[b + 3]
        } leaf: { k in
            let (x, y) = (points[2 * k], points[2 * k + 1])
            if x >= w, x <= e, y >= s, y <= n, let number = number(k) { found.append(number) }
        }
    }

    /// Descends into every node whose box, given by its place in `boxes`, is wanted.
    func visit(_ wanted: (Int) -> Bool, leaf: (Int) -> Void) {
        guard let top = levels.indices.last else { return }
        var stack = [(level: top, node: 0)]
        withExtendedLifetime(owner) {
            while let (level, node) = stack.popLast() {
                guard wanted(4 * (levels[level] + node)) else { continue }
                let first = node * Self.nodeSize
                if level == 0 {
                    for k in first..<min(count, first + Self.nodeSize) { leaf(k) }
                } else {
                    for k in first..<min(nodeCount(level: level - 1), first + Self.nodeSize) {
                        stack.append((level - 1, k))
                    }
                }
            }
        }
    }
}
