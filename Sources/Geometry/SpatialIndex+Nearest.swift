internal import Glibc

extension SpatialIndex {
    /// The nearest points, nearest first, at most `count` and none farther than `limitInMetres`. Of equally far points
    /// the one with the lower number comes first. Distances are good to a micrometre.
    ///
    /// - Complexity: O(log n + count) nodes, and few distances more than points returned.
    package func nearest(
        to point: Coordinate, count: Int, limitInMetres: Double = .infinity
    ) -> [Hit] {
        guard count > 0, self.count > 0, limitInMetres >= 0 else { return [] }
        if let metric = LocalMetric(at: point),
            let hits = nearest(metric, count: count, limitInMetres: limitInMetres)
        {
            return hits
        }
        return nearestAnywhere(to: point, count: count, limitInMetres: limitInMetres)
    }

    /// All points no farther than `radiusInMetres`, nearest first.
    ///
    /// - Complexity: O(log n + hits) nodes for queries as they occur, and a distance for each hit.
    package func within(radiusInMetres: Double, of point: Coordinate) -> [Hit] {
        if let metric = LocalMetric(at: point), radiusInMetres <= LocalMetric.reachInMetres {
            return within(metric, radiusInMetres: radiusInMetres)
        }
        return withinAnywhere(radiusInMetres: radiusInMetres, of: point)
    }

    /// The numbers of the points no farther than `radiusInMetres`, in no order that means anything: several times as fast
    /// as ``within(radiusInMetres:of:)``, as hardly a distance is worked out.
    package func numbers(withinMetres radiusInMetres: Double, of point: Coordinate) -> [Int] {
        if let metric = LocalMetric(at: point), radiusInMetres <= LocalMetric.reachInMetres {
            return numbers(metric, radiusInMetres: radiusInMetres)
        }
        return withinAnywhere(radiusInMetres: radiusInMetres, of: point).map(\.index)
    }

    /// For points near the poles and distances beyond ``LocalMetric/reachInMetres``: by the sphere that the ellipsoid
    /// encloses, and a geodesic for each point that this leaves.
    private func nearestAnywhere(to point: Coordinate, count: Int, limitInMetres: Double) -> [Hit] {
        guard let top = levels.indices.last else { return [] }
        let bound = LowerBound(from: point)
        var queue = CandidateQueue()
        queue.push(.init(metres: 0, kind: .node(level: top, node: 0)))
        var hits: [Hit] = []
        while let next = queue.pop(), next.metres <= limitInMetres {
            switch next.kind {
            case .exact(let index):
                hits.append(Hit(index: index, distanceInMetres: next.metres))
                if hits.count == count { return hits }
            case .point(let k):
                // Its turn by the bound; its real place in the queue may be later.
                guard let number = number(k) else { continue }
                let metres = Geodesic.distanceInMetres(point, coordinate(k))
                queue.push(.init(metres: metres, kind: .exact(number)))
            case .node(let level, let node):
                let first = node * Self.nodeSize
                if level == 0 {
                    for k in first..<min(self.count, first + Self.nodeSize) {
                        queue.push(.init(metres: bound.metres(to: coordinate(k)), kind: .point(k)))
                    }
                } else {
                    for k in first..<min(nodeCount(level: level - 1), first + Self.nodeSize) {
                        let metres = bound.metres(toBox: boxes + 4 * (levels[level - 1] + k))
                        queue.push(.init(metres: metres, kind: .node(level: level - 1, node: k)))
                    }
                }
            }
        }
        return hits
    }

    private func withinAnywhere(radiusInMetres: Double, of point: Coordinate) -> [Hit] {
        let bound = LowerBound(from: point)
        var hits: [Hit] = []
        visit { b in
            bound.metres(toBox: boxes + b) <= radiusInMetres
        } leaf: { k in
            let coordinate = coordinate(k)
            guard bound.metres(to: coordinate) <= radiusInMetres, let number = number(k) else { return }
            let metres = Geodesic.distanceInMetres(point, coordinate)
            if metres <= radiusInMetres { hits.append(Hit(index: number, distanceInMetres: metres)) }
        }
        return hits.sorted { ($0.distanceInMetres, $0.index) < ($1.distanceInMetres, $1.index) }
    }
}
