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
        var number = [Int32](repeating: -1, count: tessellation.vertices.count)
        func numbered(_ v: Int32) -> Int32 {
            if number[Int(v)] < 0 {
                number[Int(v)] = Int32(points.count)
                points.append(tessellation.vertices[Int(v)])
            }
            return number[Int(v)]
        }
        for (i, edge) in tessellation.edges.enumerated() {
            let (a, b) = (label(edge.left), label(edge.right))
            guard a != b else { continue }
            from.append(numbered(edge.from))
            to.append(numbered(edge.to))
            left.append(a)
            right.append(b)
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
}
