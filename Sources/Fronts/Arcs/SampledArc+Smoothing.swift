internal import Geometry

extension SampledArc {
    /// Sets where each sample moves.
    mutating func smooth(_ smoothing: Smoothing) {
        let length = along.last!
        guard count > 2, length > 0 else { return }
        // Wider windows would fold a short arc into its ends, or a small loop into its middle.
        let widest = isClosed ? length / 8 : length / 2
        let window = spacing.map { min(smoothing.window * $0, widest) }
        new = averaged(old, window)
        giveAreaBack(window)
        for i in new.indices {
            let (dx, dy) = (new[i].x - old[i].x, new[i].y - old[i].y)
            let move = (dx * dx + dy * dy).squareRoot()
            let most = smoothing.greatestMove * spacing[i]
            if move > most {
                new[i] = PlanePoint(x: old[i].x + dx * most / move, y: old[i].y + dy * most / move)
            }
        }
        if isClosed {
            new[count - 1] = new[0]
        } else {
            new[0] = old[0]
            new[count - 1] = old[count - 1]
        }
    }

    /// The weighted mean of what lies within the window around each sample.
    private func averaged(_ points: [PlanePoint], _ window: [Double]) -> [PlanePoint] {
        let padded = Padded(self, points, width: window.max()!)
        return points.indices.map { i in
            let (s, r) = (along[i], window[i])
            var (sum, x, y) = (0.0, 0.0, 0.0)
            func add(_ k: Int) -> Bool {
                let u = (padded.along[k] - s) / r
                let v = 1 - u * u
                guard v > 0 else { return false }
                let weight = padded.weight[k] * v * v * v
                sum += weight
                x += weight * padded.points[k].x
                y += weight * padded.points[k].y
                return true
            }
            var k = i + padded.before
            while k < padded.points.count, add(k) { k += 1 }
            k = i + padded.before - 1
            while k >= 0, add(k) { k -= 1 }
            return sum > 0 ? PlanePoint(x: x / sum, y: y / sum) : points[i]
        }
    }

    /// Moves the new line sideways until as much land lies on either side of it as of the old one.
    private mutating func giveAreaBack(_ window: [Double]) {
        let last = count - 1
        var (area, length) = (0.0, 0.0)
        var part = [Double](repeating: 1, count: count)
        for i in 0...last where !isClosed {
            part[i] = min(1, along[i] / window[i], (along[last] - along[i]) / window[i])
        }
        let origin = old[0]
        func cross(_ a: PlanePoint, _ b: PlanePoint) -> Double {
            (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x)
        }
        for i in 0..<last {
            area += (cross(old[i], old[i + 1]) - cross(new[i], new[i + 1])) / 2
            length += (part[i] + part[i + 1]) / 2 * Self.length(new[i], new[i + 1])
        }
        guard length > 0 else { return }
        // Land lost on the left is won back by moving to the right.
        let shift = area / length
        let before = new
        for i in 0...last {
            let a = before[i == 0 ? (isClosed ? last - 1 : 0) : i - 1]
            let b = before[i == last ? (isClosed ? 1 : last) : i + 1]
            let d = Self.length(a, b)
            guard d > 0 else { continue }
            new[i].x += shift * part[i] * (b.y - a.y) / d
            new[i].y -= shift * part[i] * (b.x - a.x) / d
        }
    }

    /// The samples with what lies beyond the ends: of a loop the samples once more, else their mirror images in the end,
    /// so that a straight line stays straight and the end stays where it is.
    private struct Padded {
        var points: [PlanePoint] = []
        var along: [Double] = []
        /// Half the way from the sample before to the one after.
        var weight: [Double] = []
        /// How many stand before the first sample.
        var before = 0

        init(_ arc: SampledArc, _ samples: [PlanePoint], width: Double) {
            let last = samples.count - 1
            let length = arc.along[last]
            var (low, high) = (1, last - 1)
            if arc.isClosed {
                while low < last, length - arc.along[last - low] < width { low += 1 }
                while high > 0, arc.along[last - high] < width { high -= 1 }
                low = min(low, last)
                for k in (last - low)..<last { append(samples[k], arc.along[k] - length) }
                before = low
                for k in 0...last { append(samples[k], arc.along[k]) }
                for k in 1...(last - max(high, 0)) { append(samples[k], arc.along[k] + length) }
            } else {
                while low < last, arc.along[low] < width { low += 1 }
                while high > 0, length - arc.along[high] < width { high -= 1 }
                for k in (1...low).reversed() { append(Self.mirrored(samples[k], in: samples[0]), -arc.along[k]) }
                before = low
                for k in 0...last { append(samples[k], arc.along[k]) }
                for k in (high..<last).reversed() {
                    append(Self.mirrored(samples[k], in: samples[last]), 2 * length - arc.along[k])
                }
            }
            weight = along.indices.map { k in
                (along[min(k + 1, along.count - 1)] - along[max(k - 1, 0)]) / 2
            }
        }

        private mutating func append(_ p: PlanePoint, _ way: Double) {
            points.append(p)
            along.append(way)
        }

        private static func mirrored(_ p: PlanePoint, in end: PlanePoint) -> PlanePoint {
            PlanePoint(x: 2 * end.x - p.x, y: 2 * end.y - p.y)
        }
    }
}
