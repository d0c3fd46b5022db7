import Fronts
import Geometry
import Rows

extension MapComparison {
    /// The same by GEOS, holder by holder, for maps that the grid's integers cannot carry. Without lines.
    init(_ a: ForeignMap, _ b: ForeignMap, byGEOS reason: String) throws(InputError) {
        var (a, b) = (a, b)
        a.noteSelfCrossingRings()
        b.noteSelfCrossingRings()
        do throws(GEOSError) {
            let before = try a.shapes()
            let after = try b.shapes()
            var transfers: [Transfer] = []
            var agreed: [Agreement] = []
            func add(_ from: MapCover, _ to: MapCover, _ shape: MultiPolygon) {
                let area = AuthalicArea.area(of: shape)
                guard area > 0 else { return }
                if from == to {
                    agreed.append(Agreement(cover: from, areaInSquareMetres: area))
                } else {
                    transfers.append(
                        Transfer(
                            from: from, to: to, polygons: shape.polygons.compactMap(GridPolygon.init),
                            areaInSquareMetres: area))
                }
            }
            for (x, shape) in before {
                var rest = shape
                for (y, other) in after {
                    add(.held(x), .held(y), try PairwiseOverlay.intersection(shape, other))
                    rest = try PairwiseOverlay.difference(rest, other)
                }
                add(.held(x), .notMapped, rest)
            }
            for (y, shape) in after {
                var rest = shape
                for (_, other) in before { rest = try PairwiseOverlay.difference(rest, other) }
                add(.notMapped, .held(y), rest)
            }
            func areas(_ shapes: [(Holder, MultiPolygon)]) -> [(cover: MapCover, inSquareMetres: Double)] {
                shapes.map { (.held($0.0), AuthalicArea.area(of: $0.1)) }
            }
            first = Side(map: a, areas: areas(before), drawnTwiceInSquareMetres: 0)
            second = Side(map: b, areas: areas(after), drawnTwiceInSquareMetres: 0)
            self.transfers = transfers.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
            self.agreed = agreed.sorted { $0.cover < $1.cover }
        } catch {
            throw InputError(file: b.file, fact: ForeignFact.tangled(reason: "\(error)", other: a.file))
        }
        lines = []
        (places, commonPlaces) = Self.places(a, b)
        slivers = Slivers()
        engine = .geos(reason: reason)
    }
}

extension ForeignMap {
    /// As the overlay notes them, for maps that it cannot carry.
    fileprivate mutating func noteSelfCrossingRings() {
        for i in 0..<land.count {
            let ring = land.ring(i).map(\.coordinate)
            if Validity.reason(of: Polygon(rings: [ring + [ring[0]]])) != nil { noteSelfCrossing(i) }
        }
    }

    /// The land of each holder as valid shapes, in the order of `holders`.
    fileprivate func shapes() throws(GEOSError) -> [(Holder, MultiPolygon)] {
        var shapes = [MultiPolygon](repeating: MultiPolygon(polygons: []), count: holders.count)
        for i in 0..<land.count {
            let ring = land.ring(i).map(\.coordinate)
            let layer = Int(land.layers[i])
            // A hole follows its outline.
            if land.isHole[i], let last = shapes[layer].polygons.indices.last {
                shapes[layer].polygons[last].rings.append(ring + [ring[0]])
            } else {
                shapes[layer].polygons.append(Polygon(rings: [ring + [ring[0]]]))
            }
        }
        var valid: [(Holder, MultiPolygon)] = []
        for (holder, shape) in zip(holders, shapes) { valid.append((holder, try Repair.makeValid(shape))) }
        return valid
    }
}

extension GridPolygon {
    /// Nil where nothing is left on the grid.
    fileprivate init?(_ polygon: Polygon) {
        var rings: [[GridPoint]] = []
        for (i, ring) in polygon.rings.enumerated() {
            var points: [GridPoint] = []
            for c in ring where points.last != GridPoint(c) { points.append(GridPoint(c)) }
            let doubled = GridPoint.doubledArea(of: points)
            if doubled == 0 {
                if i == 0 { return nil }
                continue
            }
            rings.append((doubled > 0) == (i == 0) ? points : points.reversed())
        }
        self.init(rings: rings)
    }
}
