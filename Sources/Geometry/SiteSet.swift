/// The sites of a tessellation: on the grid, in an order of their own, each place once.
///
/// All work is done in ascending order of the grid points, so that the geometry does not depend on the order in which
/// sites come in.
struct SiteSet {
    /// Distinct, ascending.
    var points: [GridPoint]
    /// For each input site its place in `points`.
    var indexOfInput: [Int32]

    init(_ sites: [Coordinate]) throws(TessellationError) {
        guard !sites.isEmpty else { throw .noSites }
        var keys = [UInt64]()
        keys.reserveCapacity(sites.count)
        for (i, c) in sites.enumerated() {
            guard abs(c.longitude) <= 180, abs(c.latitude) <= 90 else { throw .badSite(index: i, c) }
            let p = GridPoint(c)
            // Offsets make the order of the keys the order of the points.
            keys.append(UInt64(UInt32(bitPattern: p.x ^ .min)) << 32 | UInt64(UInt32(bitPattern: p.y ^ .min)))
        }
        points = []
        points.reserveCapacity(sites.count)
        indexOfInput = [Int32](repeating: 0, count: sites.count)
        var last: UInt64?
        for i in RadixSort.order(of: keys) {
            let key = keys[Int(i)]
            if key != last {
                points.append(
                    GridPoint(
                        x: Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32)) ^ .min,
                        y: Int32(bitPattern: UInt32(truncatingIfNeeded: key)) ^ .min))
                last = key
            }
            indexOfInput[Int(i)] = Int32(points.count - 1)
        }
    }
}
