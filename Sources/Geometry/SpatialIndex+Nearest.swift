internal import Glibc

extension SpatialIndex {
    /// The nearest points, nearest first, at most `count` and none farther than `limitInMetres`. Of equally far points
    /// the one with the lower index comes first.
    ///
    /// - Complexity: O(log n + count) nodes, and a few geodesics more than points returned.
    package func nearest(
        to point: Coordinate, count: Int, limitInMetres: Double = .infinity
    ) -> [Hit] {
        guard count > 0, let top = levels.indices.last else { return [] }
        let bound = LowerBound(from: point)
        var queue = CandidateQueue()
        queue.push(.init(metres: 0, kind: .node(level: top, node: 0)))
        var hits: [Hit] = []
        while let next = queue.pop(), next.metres <= limitInMetres {
            switch next.kind {
            case .exact(let index):
                hits.append(Hit(index: index, distanceInMetres: next.metres))
                if hits.count == count { return hits }
            case .point(let index):
                // Its turn by the bound; its real place in the queue may be later.
                let metres = Geodesic.distanceInMetres(point, points[index])
                queue.push(.init(metres: metres, kind: .exact(index)))
            case .node(let level, let node):
                if level == 0 {
                    for k in (node * Self.nodeSize)..<min(points.count, (node + 1) * Self.nodeSize) {
                        let index = Int(order[k])
                        queue.push(.init(metres: bound.metres(to: points[index]), kind: .point(index)))
                    }
                } else {
                    let below = levels[level - 1]
                    let childCount = levels[level] - below
                    for k in (node * Self.nodeSize)..<min(childCount, (node + 1) * Self.nodeSize) {
                        let b = 4 * (below + k)
                        let metres = bound.metres(
                            toBox: boxes[b], boxes[b + 1], boxes[b + 2], boxes[b + 3])
                        queue.push(.init(metres: metres, kind: .node(level: level - 1, node: k)))
                    }
                }
            }
        }
        return hits
    }

    /// All points no farther than `radiusInMetres`, nearest first.
    ///
    /// - Complexity: O(log n + hits) nodes for queries as they occur, and a geodesic for each hit.
    package func within(radiusInMetres: Double, of point: Coordinate) -> [Hit] {
        let bound = LowerBound(from: point)
        var hits: [Hit] = []
        visit { b in
            bound.metres(toBox: boxes[b], boxes[b + 1], boxes[b + 2], boxes[b + 3]) <= radiusInMetres
        } leaf: { index in
            guard bound.metres(to: points[index]) <= radiusInMetres else { return }
            let metres = Geodesic.distanceInMetres(point, points[index])
            if metres <= radiusInMetres { hits.append(Hit(index: index, distanceInMetres: metres)) }
        }
        return hits.sorted { ($0.distanceInMetres, $0.index) < ($1.distanceInMetres, $1.index) }
    }
}

/// A distance that the geodesic is never shorter than: the great circle between the same latitudes and longitudes, on a
/// sphere of the smallest radius of curvature, that of the meridian at the equator.
struct LowerBound {
    private let latitude: Double
    private let longitude: Double
    private let cosLatitude: Double

    /// a (1 - e²), less a hair for rounding.
    private static let radius =
        Geodesic.semiMajorAxisInMetres * (1 - Authalic.eccentricitySquared) * (1 - 1e-12)

    init(from c: Coordinate) {
        latitude = c.latitude * (.pi / 180)
        longitude = c.longitude * (.pi / 180)
        cosLatitude = cos(latitude)
    }

    func metres(to c: Coordinate) -> Double {
        let phi = c.latitude * (.pi / 180)
        return Self.metres(haversine(phi, cos(phi), c.longitude * (.pi / 180) - longitude))
    }

    /// The bound to the nearest point of a box in longitude and latitude.
    func metres(toBox west: Double, _ south: Double, _ east: Double, _ north: Double) -> Double {
        let (s, n) = (south * (.pi / 180), north * (.pi / 180))
        let (w, e) = (west * (.pi / 180), east * (.pi / 180))
        if longitude >= w && longitude <= e {
            // Straight north or south.
            let gap = max(s - latitude, latitude - n, 0)
            return max(0, gap - 1e-14) * Self.radius
        }
        // The nearest meridian of the box, also the other way around the Earth.
        func around(_ a: Double) -> Double {
            let turn = abs(a).truncatingRemainder(dividingBy: 2 * .pi)
            return min(turn, 2 * .pi - turn)
        }
        let gap = min(around(w - longitude), around(e - longitude))
        var best = min(haversine(s, cos(s), gap), haversine(n, cos(n), gap))
        // On a meridian at this angle the nearest latitude is where the great circle meets it squarely.
        let foot = atan2(tan(latitude), cos(gap))
        if cos(gap) > 0 && foot > s && foot < n { best = min(best, haversine(foot, cos(foot), gap)) }
        return max(0, Self.metres(best) - 1e-6)
    }

    private func haversine(_ phi: Double, _ cosPhi: Double, _ gap: Double) -> Double {
        let (a, b) = (sin((phi - latitude) / 2), sin(gap / 2))
        return a * a + cosLatitude * cosPhi * b * b
    }

    private static func metres(_ haversine: Double) -> Double {
        2 * radius * asin(min(1, haversine.squareRoot()))
    }
}

/// A binary heap of what remains to be looked at, nearest first.
struct CandidateQueue {
    enum Kind {
        case node(level: Int, node: Int)
        case point(Int)
        case exact(Int)
    }

    struct Candidate {
        var metres: Double
        var kind: Kind

        /// At equal distance, what may still hide a lower index comes before what is certain.
        static func < (a: Candidate, b: Candidate) -> Bool {
            a.metres != b.metres ? a.metres < b.metres : a.rank < b.rank
        }

        private var rank: Int {
            switch kind {
            case .node: -2
            case .point: -1
            case .exact(let index): index
            }
        }
    }

    private var heap: [Candidate] = []

    mutating func push(_ c: Candidate) {
        heap.append(c)
        var i = heap.count - 1
        while i > 0, heap[i] < heap[(i - 1) / 2] {
            heap.swapAt(i, (i - 1) / 2)
            i = (i - 1) / 2
        }
    }

    mutating func pop() -> Candidate? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var i = 0
        while true {
            var least = i
            for child in [2 * i + 1, 2 * i + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            if least == i { return first }
            heap.swapAt(i, least)
            i = least
        }
    }
}
