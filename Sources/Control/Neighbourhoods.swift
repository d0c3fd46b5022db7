/// For every place the reporting places around it, nearest first.
struct Neighbourhoods {
    let map: PlaceMap
    /// Gazetteer indices of the places that any statement speaks of, ascending.
    let reporting: [Int]
    /// For place i the entries `i * depth ..< (i + 1) * depth`: reporting places, nearest first, itself left out; -1
    /// fills the end.
    let nearest: [Int32]
    let distances: [Double]
    let depth: Int

    /// Enough for the wide view, with room for places that do not vote at a moment.
    private static let wantedDepth = 64

    init(_ map: PlaceMap, reporting: [Int]) {
        self.map = map
        self.reporting = reporting
        let count = map.x.count
        let grid = PointGrid(x: reporting.map { map.x[$0] }, y: reporting.map { map.y[$0] })
        depth = min(Self.wantedDepth, max(reporting.count - 1, 0))
        var position = [Int32](repeating: -1, count: count)
        for (index, place) in reporting.enumerated() { position[place] = Int32(index) }
        var nearest = [Int32](repeating: -1, count: count * depth)
        var distances = [Double](repeating: .infinity, count: count * depth)
        var hits: [PointGrid.Hit] = []
        for index in 0..<count where depth > 0 && map.x[index].isFinite {
            grid.nearest(map.x[index], map.y[index], count: depth, except: position[index], into: &hits)
            for (rank, hit) in hits.enumerated() {
                nearest[index * depth + rank] = Int32(reporting[Int(hit.index)])
                distances[index * depth + rank] = hit.distance
            }
        }
        self.nearest = nearest
        self.distances = distances
    }
}
