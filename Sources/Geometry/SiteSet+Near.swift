extension SiteSet {
    /// The points that may have another closer than `metres` in the plane, ascending; nil where telling would take long,
    /// as with a great many points on one meridian.
    ///
    /// Points are sorted by longitude: a look at the few that follow within a narrow strip tells.
    ///
    /// - Complexity: O(n).
    func nearCandidates(x: [Double], y: [Double], metres: Double) -> [Int32]? {
        var latitude = 0.0
        for p in points { latitude = max(latitude, Double(p.y.magnitude)) }
        // Half as wide again, since the plane shows distances up to 1.42 times too short within half the Earth. A degree
        // of longitude is (90 - latitude) · 1.2 km long at the least.
        let width = 1.5 * metres / max(1e-4, (90 - latitude / 1e7) * 1.2e-4)
        guard width < 1e9 else { return nil }
        let strip = Int64(width) + 1
        var isNear = [Bool](repeating: false, count: points.count)
        var looks = 0
        for i in points.indices {
            let last = Int64(points[i].x) + strip
            var k = i + 1
            while k < points.count, Int64(points[k].x) <= last {
                let (dx, dy) = (x[k] - x[i], y[k] - y[i])
                if dx * dx + dy * dy < metres * metres {
                    isNear[i] = true
                    isNear[k] = true
                }
                k += 1
            }
            looks += k - i
            if looks > 16 * points.count + 1000 { return nil }
        }
        return points.indices.lazy.filter { isNear[$0] }.map { Int32($0) }
    }

    /// Joins points closer than `metres` in the plane: each joins the first kept point of the order that is so close.
    ///
    /// Returns the places of the kept points in the old order.
    ///
    /// - Parameter candidates: all that can be so close to another, ascending.
    mutating func mergeNear(x: [Double], y: [Double], metres: Double, candidates: [Int32]) -> [Int] {
        struct Square: Hashable {
            var x: Int
            var y: Int
        }
        // For each point that joins another, that one.
        var joined: [Int32: Int32] = [:]
        var squares: [Square: [Int32]] = [:]
        for i in candidates {
            let (px, py) = (x[Int(i)], y[Int(i)])
            let home = Square(x: Int((px / metres).rounded(.down)), y: Int((py / metres).rounded(.down)))
            var found: Int32 = -1
            for dx in -1...1 {
                for dy in -1...1 {
                    for k in squares[Square(x: home.x + dx, y: home.y + dy)] ?? [] {
                        let (ex, ey) = (x[Int(k)] - px, y[Int(k)] - py)
                        if ex * ex + ey * ey < metres * metres && (found < 0 || k < found) { found = k }
                    }
                }
            }
            if found < 0 { squares[home, default: []].append(i) } else { joined[i] = found }
        }
        var kept: [Int] = []
        var newIndex = [Int32](repeating: 0, count: points.count)
        var joiners = candidates.lazy.filter { joined[$0] != nil }.makeIterator()
        var joiner = joiners.next()
        for i in points.indices {
            if joiner == Int32(i) {
                newIndex[i] = newIndex[Int(joined[Int32(i)]!)]
                joiner = joiners.next()
            } else {
                newIndex[i] = Int32(kept.count)
                kept.append(i)
            }
        }
        points = kept.map { points[$0] }
        for i in indexOfInput.indices { indexOfInput[i] = newIndex[Int(indexOfInput[i])] }
        return kept
    }
}
