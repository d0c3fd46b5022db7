/// Distances good to one per cent at the size of a country: for ranking, not for publishing.
enum RoughDistance {
    static func kilometres(_ latitude1: Double, _ longitude1: Double, _ latitude2: Double, _ longitude2: Double)
        -> Double
    {
        var across = abs(longitude1 - longitude2)
        if across > 180 { across = 360 - across }
        let middle = (latitude1 + latitude2) / 2 * .pi / 180
        // cos by its series to the sixth power: better than 0.1 % up to 60 degrees, and no library.
        let square = middle * middle
        let cosine = 1 - square / 2 + square * square / 24 - square * square * square / 720
        let x = across * cosine
        let y = latitude1 - latitude2
        return (x * x + y * y).squareRoot() * 111.2
    }
}
