internal import Geometry

/// An arc as points in the plane, close enough for an average along it, with where each should move.
struct SampledArc {
    /// The place of each sample as drawn, on the grid.
    var grid: [GridPoint] = []
    /// The same in the plane, in metres.
    var old: [PlanePoint] = []
    /// Where it moves to at full strength.
    var new: [PlanePoint] = []
    /// The way along the arc to each sample, in metres.
    private(set) var along: [Double] = []
    /// The distance between the places that face each other, in metres.
    private(set) var spacing: [Double] = []
    /// Which edge of the arc each sample stands on; a vertex of the arc begins its edge.
    private(set) var edge: [Int32] = []
    private(set) var isVertex: [Bool] = []
    let isClosed: Bool
    /// A typical spacing.
    private(set) var medianSpacing = 0.0

    /// Samples to the half of a window.
    private static let samplesPerWindow = 6.0

    /// - Parameters:
    ///   - points: along the arc; those of a closed one end with the first.
    ///   - spacings: one for each edge, in metres.
    init(_ points: [GridPoint], plane: EqualAreaPlane, spacings: [Double], isLoop: Bool, _ smoothing: Smoothing) {
        isClosed = isLoop
        let images = points.map { plane.forward($0.coordinate)! }
        var way = 0.0
        for i in spacings.indices {
            let (a, b) = (images[i], images[i + 1])
            let length = Self.length(a, b)
            let step = max(spacings[i] * smoothing.window / Self.samplesPerWindow, 1)
            let parts = max(1, Int((length / step).rounded(.up)))
            for k in 0..<parts {
                let t = Double(k) / Double(parts)
                append(
                    PlanePoint(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)),
                    k == 0 ? points[i] : Self.between(points[i], points[i + 1], t), along: way + t * length,
                    spacings[i], edge: i, isVertex: k == 0)
            }
            way += length
        }
        append(images.last!, points.last!, along: way, spacings.last!, edge: spacings.count - 1, isVertex: true)
        medianSpacing = spacings.sorted()[spacings.count / 2]
        // Where it jumps the smaller one reaches out: near close places the line is known better.
        for i in 1..<spacing.count { spacing[i] = min(spacing[i], spacing[i - 1] + (along[i] - along[i - 1]) / 2) }
        for i in stride(from: spacing.count - 2, through: 0, by: -1) {
            spacing[i] = min(spacing[i], spacing[i + 1] + (along[i + 1] - along[i]) / 2)
        }
        new = old
        smooth(smoothing)
    }

    var count: Int { grid.count }

    /// The sample at the beginning of an edge of the arc.
    func firstSample(ofEdge e: Int) -> Int {
        var (low, high) = (0, count - 1)
        while low < high {
            let middle = (low + high) / 2
            if edge[middle] < e { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func append(
        _ p: PlanePoint, _ g: GridPoint, along way: Double, _ distance: Double, edge e: Int, isVertex vertex: Bool
    ) {
        old.append(p)
        grid.append(g)
        along.append(way)
        spacing.append(distance)
        edge.append(Int32(e))
        isVertex.append(vertex)
    }

    static func between(_ a: GridPoint, _ b: GridPoint, _ t: Double) -> GridPoint {
        func mix(_ p: Int32, _ q: Int32) -> Int32 { Int32((Double(p) + t * (Double(q) - Double(p))).rounded()) }
        return GridPoint(x: mix(a.x, b.x), y: mix(a.y, b.y))
    }

    static func length(_ a: PlanePoint, _ b: PlanePoint) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
}
