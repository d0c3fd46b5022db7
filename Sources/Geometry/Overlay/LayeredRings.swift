/// Rings on the grid by layer: what an overlay is made of. A layer is the land of one holder on one map; what its number
/// means is the caller's.
package struct LayeredRings: Sendable {
    /// The vertices of all rings, one ring after the other, no vertex twice in a row and the first not repeated at the end.
    package private(set) var points: [GridPoint] = []
    /// Where each ring begins; one more than there are rings.
    package private(set) var starts: [Int] = [0]
    package private(set) var layers: [Int32] = []
    package private(set) var isHole: [Bool] = []

    package init() {}

    package var count: Int { layers.count }

    package func ring(_ i: Int) -> ArraySlice<GridPoint> { points[starts[i]..<starts[i + 1]] }

    /// - Precondition: at least three vertices, as in `points`.
    package mutating func append(_ ring: some Collection<GridPoint>, layer: Int32, isHole: Bool) {
        precondition(ring.count >= 3, "a ring has at least three vertices")
        points.append(contentsOf: ring)
        starts.append(points.count)
        layers.append(layer)
        self.isHole.append(isHole)
    }

    /// All rings of others, with `shift` added to the numbers of their layers.
    package mutating func append(_ others: LayeredRings, layerShift shift: Int32) {
        let base = points.count
        points.append(contentsOf: others.points)
        starts.append(contentsOf: others.starts.dropFirst().map { base + $0 })
        layers.append(contentsOf: others.layers.map { $0 + shift })
        isHole.append(contentsOf: others.isHole)
    }

    /// Gives each ring another layer.
    package mutating func relabel(_ layer: (Int32) -> Int32) {
        for i in layers.indices { layers[i] = layer(layers[i]) }
    }

    /// All rings but those of one layer.
    package func withoutLayer(_ layer: Int32) -> LayeredRings {
        var others = LayeredRings()
        for i in 0..<count where layers[i] != layer { others.append(ring(i), layer: layers[i], isHole: isHole[i]) }
        return others
    }

    /// The box of all vertices, as south-west and north-east corner; nil when there are none.
    package var box: (low: GridPoint, high: GridPoint)? {
        guard var low = points.first else { return nil }
        var high = low
        for p in points {
            low = GridPoint(x: min(low.x, p.x), y: min(low.y, p.y))
            high = GridPoint(x: max(high.x, p.x), y: max(high.y, p.y))
        }
        return (low, high)
    }
}
