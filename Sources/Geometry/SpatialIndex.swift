internal import Glibc

/// Points on the ellipsoid, ready to be asked which are nearest, within a distance or within a box. Cannot be changed.
///
/// A packed R-tree in Hilbert order (I. Kamel, C. Faloutsos, "On packing R-trees", CIKM 1993) as flat arrays: 16
/// entries a node, no objects. Distances are geodesic; the sphere serves only as a lower bound that is never too large.
package struct SpatialIndex: Sendable {
    static let nodeSize = 16

    package let points: [Coordinate]
    /// The points in the order of the tree, as indices into `points`.
    let order: [Int32]
    /// Boxes of the nodes, level by level from the leaves up: west, south, east, north.
    let boxes: [Double]
    /// Where each level begins in `boxes`, in nodes; the last level is the root.
    let levels: [Int]

    /// - Precondition: all coordinates are finite, longitudes within ±180, latitudes within ±90.
    /// - Complexity: O(n).
    package init(_ points: [Coordinate]) {
        self.points = points
        let keys = points.map { c in
            Hilbert.index(
                x: UInt32((c.longitude + 180) / 360 * 65535), y: UInt32((c.latitude + 90) / 180 * 65535))
        }
        order = RadixSort.order(of: keys)
        var boxes: [Double] = []
        var levels: [Int] = []
        var count = (points.count + Self.nodeSize - 1) / Self.nodeSize
        if count > 0 { levels.append(0) }
        for node in 0..<count {
            var (w, s, e, n) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
            for k in (node * Self.nodeSize)..<min(points.count, (node + 1) * Self.nodeSize) {
                let c = points[Int(order[k])]
                (w, s) = (min(w, c.longitude), min(s, c.latitude))
                (e, n) = (max(e, c.longitude), max(n, c.latitude))
            }
            boxes += [w, s, e, n]
        }
        while count > 1 {
            let below = levels[levels.count - 1]
            levels.append(below + count)
            let above = (count + Self.nodeSize - 1) / Self.nodeSize
            for node in 0..<above {
                var (w, s, e, n) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
                for k in (node * Self.nodeSize)..<min(count, (node + 1) * Self.nodeSize) {
                    let b = 4 * (below + k)
                    (w, s) = (min(w, boxes[b]), min(s, boxes[b + 1]))
                    (e, n) = (max(e, boxes[b + 2]), max(n, boxes[b + 3]))
                }
                boxes += [w, s, e, n]
            }
            count = above
        }
        self.boxes = boxes
        self.levels = levels
    }

    /// A point found, by its index, with its geodesic distance.
    package struct Hit: Hashable, Sendable {
        package let index: Int
        package let distanceInMetres: Double
    }

    /// The points in a box, edges included, by ascending index.
    ///
    /// - Complexity: O(log n + hits) for boxes as they occur.
    package func within(_ box: BoundingBox) -> [Int] {
        var found: [Int] = []
        visit { b in
            boxes[b] <= box.east && box.west <= boxes[b + 2] && boxes[b + 1] <= box.north && box.south <= boxes[b + 3]
        } leaf: { index in
            if box.contains(points[index]) { found.append(index) }
        }
        return found.sorted()
    }

    /// Descends into every node whose box, given by its place in `boxes`, is wanted.
    func visit(_ wanted: (Int) -> Bool, leaf: (Int) -> Void) {
        guard let top = levels.indices.last else { return }
        var stack = [(level: top, node: 0)]
        while let (level, node) = stack.popLast() {
            guard wanted(4 * (levels[level] + node)) else { continue }
            if level == 0 {
                for k in (node * Self.nodeSize)..<min(points.count, (node + 1) * Self.nodeSize) {
                    leaf(Int(order[k]))
                }
            } else {
                let count = levels[level] - levels[level - 1]
                for k in (node * Self.nodeSize)..<min(count, (node + 1) * Self.nodeSize) {
                    stack.append((level - 1, k))
                }
            }
        }
    }
}
