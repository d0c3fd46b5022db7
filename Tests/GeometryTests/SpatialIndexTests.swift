import TestSupport
import Testing

@testable import Geometry

/// Every answer against a look at all points.
struct SpatialIndexTests {
    enum Layout: CaseIterable {
        case country, world, dateline, poles, duplicates, tiny
    }

    /// On the grid of the index, so that both measure from the same points.
    static func points(_ layout: Layout, _ count: Int, _ random: inout SeededGenerator) -> [Coordinate] {
        func r(_ a: Double, _ b: Double) -> Double { Double.random(in: a...b, using: &random) }
        return (0..<count).map { _ in
            let point =
                switch layout {
                case .country: Coordinate(longitude: r(35, 42), latitude: r(32, 37))
                case .world: Coordinate(longitude: r(-180, 180), latitude: r(-90, 90))
                case .dateline:
                    Coordinate(longitude: r(0, 1) < 0.5 ? r(178, 180) : r(-180, -178), latitude: r(-20, -15))
                case .poles: Coordinate(longitude: r(-180, 180), latitude: r(0, 1) < 0.5 ? r(85, 90) : r(-90, -85))
                case .duplicates: Coordinate(longitude: r(0, 3).rounded(), latitude: r(40, 43).rounded())
                case .tiny: Coordinate(longitude: 37 + r(0, 1e-5), latitude: 36 + r(0, 1e-5))
                }
            return Coordinate(
                longitude: (point.longitude * 1e7).rounded() / 1e7, latitude: (point.latitude * 1e7).rounded() / 1e7)
        }
    }

    @Test(arguments: Layout.allCases, [0, 1, 16, 17, 300, 1500])
    func agreesWithALookAtAll(layout: Layout, count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let points = Self.points(layout, count, &random)
        let index = SpatialIndex(points)
        for q in Self.points(layout, 8, &random) + Self.points(.world, 4, &random) {
            let all = points.indices.map { ($0, Geodesic.distanceInMetres(q, points[$0])) }
                .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            let nearest = index.nearest(to: q, count: 10)
            #expect(nearest.map(\.index) == all.prefix(10).map(\.0), "\(layout) \(count) \(q)")
            for (hit, truth) in zip(nearest, all) { #expect(abs(hit.distanceInMetres - truth.1) < 1e-5) }
            let radius = all.isEmpty ? 1000 : all[min(all.count - 1, 40)].1
            let within = index.within(radiusInMetres: radius, of: q)
            #expect(within.map(\.index) == all.filter { $0.1 <= radius }.map(\.0), "\(layout) \(count) \(q)")
            #expect(index.numbers(withinMetres: radius, of: q).sorted() == within.map(\.index).sorted())
            let limited = index.nearest(to: q, count: 25, limitInMetres: radius / 2)
            #expect(limited.map(\.index) == all.filter { $0.1 <= radius / 2 }.prefix(25).map(\.0))
            let box = BoundingBox(
                west: q.longitude - 1, south: q.latitude - 0.7, east: q.longitude + 0.5, north: q.latitude + 0.7)
            #expect(index.within(box) == points.indices.filter { box.contains(points[$0]) })
        }
    }

    @Test func aBoxAcrossTheMeridianOf180HoldsBothSides() {
        let index = SpatialIndex(
            [(179.5, 0), (-179.5, 0), (178, 0), (-178, 0)].map {
                Coordinate(longitude: $0.0, latitude: $0.1)
            })
        #expect(index.within(BoundingBox(west: 179, south: -1, east: -179, north: 1)) == [0, 1])
    }

    @Test func theLocalFormulaKeepsItsPromise() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let a = Coordinate(
                longitude: .random(in: -174...174, using: &random), latitude: .random(in: -80...80, using: &random))
            let metric = try #require(LocalMetric(at: a))
            let far = Geodesic.destination(
                from: a, azimuthInDegrees: .random(in: 0...360, using: &random),
                distanceInMetres: .random(in: 0...1, using: &random) < 0.5
                    ? .random(in: 0...9800, using: &random) : .random(in: 0...100_000, using: &random))
            let (x, y) = (Int32((far.longitude * 1e7).rounded()), Int32((far.latitude * 1e7).rounded()))
            let there = Coordinate(longitude: Double(x) / 1e7, latitude: Double(y) / 1e7)
            let truth = Geodesic.distanceInMetres(a, there)
            let square = metric.squareMetres(x, y)
            let error = abs(square.squareRoot() - truth)
            #expect(error <= truth * metric.relativeError(squareMetres: truth * truth) + 1e-6, "\(a) \(there)")
            if square < LocalMetric.chordLimitInMetres * LocalMetric.chordLimitInMetres {
                #expect(abs(metric.metres(x, y) - truth) < 2e-6, "\(a) \(there)")
            }
        }
    }

    @Test func noBoxIsFartherThanItsBound() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<20_000 {
            let a = Coordinate(
                longitude: .random(in: -174...174, using: &random), latitude: .random(in: -80...80, using: &random))
            let metric = try #require(LocalMetric(at: a))
            let size = pow10(.random(in: 3...7.3, using: &random))
            func around(_ degrees: Double, _ limit: Double) -> Int32 {
                Int32(min(max(degrees * 1e7 + .random(in: -size...size, using: &random), -limit), limit))
            }
            let xs = [around(a.longitude, 1.8e9), around(a.longitude, 1.8e9)].sorted()
            let ys = [around(a.latitude, 9e8), around(a.latitude, 9e8)].sorted()
            let box = [xs[0], ys[0], xs[1], ys[1]]
            let inside = Coordinate(
                longitude: Double(Int32.random(in: xs[0]...xs[1], using: &random)) / 1e7,
                latitude: Double(Int32.random(in: ys[0]...ys[1], using: &random)) / 1e7)
            let truth = Geodesic.distanceInMetres(a, inside)
            let bound = box.withUnsafeBufferPointer { metric.lowestSquareMetres(toBox: $0.baseAddress!) }
            if truth > LocalMetric.reachInMetres { continue }
            #expect(bound <= truth * truth * (1 + 1e-9) + 1e-6, "\(a) \(inside) \(box)")
        }
    }

    private func pow10(_ exponent: Double) -> Double {
        var value = 1.0
        for _ in 0..<Int(exponent) { value *= 10 }
        return value * (1 + (exponent - exponent.rounded(.down)) * 9)
    }
}
