import Geometry

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What it says of a place that it lies so far from places known to be near.
struct Nearness: Sendable {
    private let points: [(latitude: Double, longitude: Double)]
    private let index: NameIndex

    init(_ near: [Coordinate], index: NameIndex) {
        points = near.map { ($0.latitude, $0.longitude) }
        self.index = index
    }

    /// To the nearest of them, good to one per cent.
    func kilometres(to number: Int) -> Double {
        let place = index.places[number]
        var least = Double.infinity
        for point in points {
            least = min(
                least,
                RoughDistance.kilometres(
                    point.latitude, point.longitude, Double(place.latitude) / 1e7, Double(place.longitude) / 1e7))
        }
        return least
    }

    /// Fades slowly from 12 km on, and fast beyond 42 km: places that a text names together lie that near.
    /// The figures come out of `benchmarks names near`.
    func logOdds(of number: Int) -> Double {
        let kilometres = kilometres(to: number)
        let slow = kilometres / 12
        var fast = kilometres / 42
        fast *= fast
        fast *= fast
        let twentieth = fast * fast * fast * fast * fast
        return 1 - 1.25 * log(1 + slow * slow) - log(1 + twentieth)
    }
}
