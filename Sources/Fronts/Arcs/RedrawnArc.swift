internal import Geometry

/// An arc with the points that it is drawn with.
struct RedrawnArc {
    /// Nil where the arc stays as it is: on the border of the area or of what is within reach.
    let samples: SampledArc?
    /// How much of its way each sample goes, 0...1.
    private(set) var strength: [Double]
    /// The samples that are left after simplification; of an arc that stays as it is, its vertices.
    private(set) var kept: [Int]
    private(set) var points: [GridPoint]
    /// True where something moved or was left out.
    private(set) var isChanged = false

    /// One that stays as it is.
    init(asIs points: [GridPoint]) {
        samples = nil
        strength = []
        kept = Array(points.indices)
        self.points = points
    }

    init(_ samples: SampledArc, plane: EqualAreaPlane, tolerance: Double) {
        self.samples = samples
        strength = [Double](repeating: 1, count: samples.count)
        kept = []
        points = []
        draw(plane: plane, tolerance: tolerance)
    }

    /// Whether the stretch between two of the samples is as it was.
    func isAsItWas(_ range: ClosedRange<Int>) -> Bool { strength[range].allSatisfy { $0 == 0 } }

    /// Halves the way of the samples in a range, and in the end lets them stay; to either side it rises again.
    mutating func weaken(_ range: ClosedRange<Int>) {
        guard let samples else { return }
        for k in range { strength[k] = strength[k] > 0.3 ? strength[k] / 2 : 0 }
        let slope = 1 / max(samples.medianSpacing, 1)
        for k in (range.upperBound + 1)..<max(samples.count, range.upperBound + 1) {
            let most = strength[k - 1] + slope * (samples.along[k] - samples.along[k - 1])
            if most >= strength[k] { break }
            strength[k] = most
        }
        for k in (0..<range.lowerBound).reversed() {
            let most = strength[k + 1] + slope * (samples.along[k + 1] - samples.along[k])
            if most >= strength[k] { break }
            strength[k] = most
        }
        if samples.isClosed {
            let ends = min(strength[0], strength[samples.count - 1])
            strength[0] = ends
            strength[samples.count - 1] = ends
        }
    }

    mutating func weakenAll() {
        if !strength.isEmpty { weaken(0...(strength.count - 1)) }
    }

    mutating func stay() {
        strength = strength.map { _ in 0 }
    }

    // MARK: Drawing

    /// Works out the points from the strength: samples moved, then simplified (Douglas & Peucker 1973, Cartographica 10:
    /// 112) by the distance in parts of the spacing. Where nothing moves the vertices stay, all of them.
    mutating func draw(plane: EqualAreaPlane, tolerance: Double) {
        guard let samples else { return }
        let target = samples.old.indices.map { k -> PlanePoint in
            let (a, b) = (samples.old[k], samples.new[k])
            return PlanePoint(x: a.x + strength[k] * (b.x - a.x), y: a.y + strength[k] * (b.y - a.y))
        }
        let last = samples.count - 1
        var isKept = [Bool](repeating: false, count: samples.count)
        for k in strength.indices where strength[k] == 0 && samples.isVertex[k] { isKept[k] = true }
        (isKept[0], isKept[last]) = (true, true)
        if samples.isClosed {
            // A loop is cut in three, or it could be simplified to nothing.
            isKept[last / 3] = true
            isKept[2 * last / 3] = true
        }
        var fixed = (0...last).filter { isKept[$0] }
        var stack = zip(fixed, fixed.dropFirst()).map { ($0, $1) }
        while let (a, b) = stack.popLast() {
            var (worst, at) = (tolerance, -1)
            for k in (a + 1)..<max(b, a + 1) where strength[k] > 0 {
                let off = Self.distance(target[k], target[a], target[b]) / samples.spacing[k]
                if off > worst { (worst, at) = (off, k) }
            }
            guard at >= 0 else { continue }
            isKept[at] = true
            stack.append((a, at))
            stack.append((at, b))
        }
        fixed = (0...last).filter { isKept[$0] }
        kept = []
        points = []
        for k in fixed {
            let point =
                strength[k] == 0 || (!samples.isClosed && (k == 0 || k == last))
                ? samples.grid[k] : GridPoint(plane.inverse(target[k])!)
            if points.last == point && k != last { continue }
            if points.last == point {
                kept.removeLast()
                points.removeLast()
            }
            kept.append(k)
            points.append(point)
        }
        isChanged = strength.contains { $0 > 0 }
    }

    /// From a point to a line between two others.
    private static func distance(_ p: PlanePoint, _ a: PlanePoint, _ b: PlanePoint) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        let t = square > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square)) : 0
        let (ex, ey) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
        return (ex * ex + ey * ey).squareRoot()
    }
}
