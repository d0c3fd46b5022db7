internal import Geometry

/// The edges of a tessellation between different labels, with vertices numbered anew.
struct LabelledEdges {
    private(set) var points: [GridPoint] = []
    private(set) var from: [Int32] = []
    private(set) var to: [Int32] = []
    private(set) var left: [Int32] = []
    private(set) var right: [Int32] = []
    /// The edge of the tessellation that each one is.
    private(set) var source: [Int32] = []

    /// - Parameter label: of a cell; also asked for ``Tessellation/outside`` and ``Tessellation/beyondReach``.
    init(_ tessellation: Tessellation, label: (Int32) -> Int32) {
        self.init(tessellation, among: 0..<Int32(tessellation.edges.count), label: label)
    }

    /// The same where only the edges at `indices` can lie between different labels.
    init(_ tessellation: Tessellation, among indices: some Sequence<Int32>, label: (Int32) -> Int32) {
        var number = [Int32](repeating: -1, count: tessellation.vertices.count)
        func numbered(_ v: Int32) -> Int32 {
            if number[Int(v)] < 0 {
                number[Int(v)] = Int32(points.count)
                points.append(tessellation.vertices[Int(v)])
            }
            return number[Int(v)]
        }
        for i in indices {
            let edge = tessellation.edges[Int(i)]
            let (a, b) = (label(edge.left), label(edge.right))
            guard a != b else { continue }
            from.append(numbered(edge.from))
            to.append(numbered(edge.to))
            left.append(a)
            right.append(b)
            source.append(i)
        }
    }

    /// The edges of a graph between different labels.
    init(points all: [GridPoint], from: [Int32], to: [Int32], left: [Int32], right: [Int32]) {
        var number = [Int32](repeating: -1, count: all.count)
        func numbered(_ v: Int32) -> Int32 {
            if number[Int(v)] < 0 {
                number[Int(v)] = Int32(points.count)
                points.append(all[Int(v)])
            }
            return number[Int(v)]
        }
        for i in from.indices where left[i] != right[i] {
            self.from.append(numbered(from[i]))
            self.to.append(numbered(to[i]))
            self.left.append(left[i])
            self.right.append(right[i])
            source.append(Int32(truncatingIfNeeded: i))
        }
    }

    /// Without any, to append to.
    init() {}

    /// Appends a line with a label on either side. Its edges come from none of a tessellation.
    ///
    /// - Parameter number: of the points so far.
    mutating func append(
        _ line: [GridPoint], left leftLabel: Int32, right rightLabel: Int32, _ number: inout [GridPoint: Int32]
    ) {
        func numbered(_ p: GridPoint) -> Int32 {
            if let known = number[p] { return known }
            number[p] = Int32(points.count)
            points.append(p)
            return Int32(points.count - 1)
        }
        var last = numbered(line[0])
        for p in line.dropFirst() {
            let v = numbered(p)
            from.append(last)
            to.append(v)
            left.append(leftLabel)
            right.append(rightLabel)
            last = v
        }
    }

    /// The area of each label in square metres, from the shares of the tessellation's edges.
    func areas(shares: [Double]) -> LabelSums {
        var sums = LabelSums(highest: max(left.max() ?? 0, right.max() ?? 0))
        for (i, edge) in source.enumerated() {
            sums[left[i]] += shares[Int(edge)]
            sums[right[i]] -= shares[Int(edge)]
        }
        return sums
    }
}

/// A number for each label, ``Geometry/Tessellation/outside`` and ``Geometry/Tessellation/beyondReach`` among them.
struct LabelSums {
    private var sums: [Double]

    init(highest label: Int32) {
        sums = [Double](repeating: 0, count: Int(label) + 3)
    }

    subscript(label: Int32) -> Double {
        get { sums[Int(label) + 2] }
        set { sums[Int(label) + 2] = newValue }
    }
}
