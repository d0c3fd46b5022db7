import Fronts
import Geometry
package import Rows
import Synchronization

extension MapComparison {
    /// Lays the second map over the first.
    ///
    /// Areas are sums over edges on the ellipsoid, an edge being straight in longitude and latitude.
    ///
    /// Throws `InputError` where the maps lie apart, or cannot be laid over each other.
    /// O(n log n) in the vertices of both, and in their crossings.
    package init(_ a: ForeignMap, _ b: ForeignMap) throws(InputError) {
        try Overlap.check(a, b)
        var (a, b) = (a, b)
        var rings = a.land
        rings.append(b.land, layerShift: Int32(a.holders.count))
        do throws(OverlayError) {
            let overlay = try Overlay(rings)
            for ring in overlay.selfCrossingRings {
                if ring < a.land.count { a.noteSelfCrossing(ring) } else { b.noteSelfCrossing(ring - a.land.count) }
            }
            self.init(a, b, overlay)
        } catch {
            switch error {
            case .tooWide, .notNoded: try self.init(a, b, byGEOS: error.description)
            case .tooTangled, .tooManyLayers:
                throw Self.tangled(a, b, error)
            }
        }
    }

    /// Names the map that cannot be laid over anything by itself, else both.
    private static func tangled(_ a: ForeignMap, _ b: ForeignMap, _ error: OverlayError) -> InputError {
        for map in [a, b] {
            do throws(OverlayError) {
                _ = try Overlay(map.land)
            } catch {
                return InputError(
                    file: map.file, fact: ForeignFact.tangled(reason: error.description, other: nil))
            }
        }
        return InputError(
            file: b.file, fact: ForeignFact.tangled(reason: error.description, other: a.file))
    }

    private init(_ a: ForeignMap, _ b: ForeignMap, _ overlay: Overlay) {
        let faces = ComparedFaces(overlay, a, b)
        let (traced, areas, compared) = Self.drawn(overlay, faces)
        var byPair = [Double](repeating: 0, count: faces.pairs.count)
        var twice = (a: 0.0, b: 0.0)
        for (cover, pair) in faces.pairOfCover.enumerated() where pair >= 0 {
            byPair[Int(pair)] += areas[cover]
            let repeated = overlay.covers[cover].repeated
            if repeated.contains(where: { $0 < a.holders.count }) { twice.a += areas[cover] }
            if repeated.contains(where: { $0 >= a.holders.count }) { twice.b += areas[cover] }
        }
        func sums(_ cover: (ComparedFaces.Pair) -> MapCover) -> [(cover: MapCover, inSquareMetres: Double)] {
            var sums: [MapCover: Double] = [:]
            for (i, pair) in faces.pairs.enumerated() where cover(pair) != .notMapped {
                sums[cover(pair), default: 0] += byPair[i]
            }
            return sums.map { ($0.key, $0.value) }.sorted { $0.cover < $1.cover }
        }
        first = Side(map: a, areas: sums(\.from), drawnTwiceInSquareMetres: twice.a)
        second = Side(map: b, areas: sums(\.to), drawnTwiceInSquareMetres: twice.b)
        lines = compared.changes(overlay)
        var slivers = Slivers()
        transfers = traced.map { label, polygons in
            for polygon in polygons { slivers.note(polygon) }
            let pair = faces.pairs[Int(label)]
            return Transfer(from: pair.from, to: pair.to, polygons: polygons, areaInSquareMetres: byPair[Int(label)])
        }
        .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        agreed = faces.pairs.indices.filter { faces.pairs[$0].from == faces.pairs[$0].to }
            .filter { faces.pairs[$0].from != .notMapped }
            .map { Agreement(cover: faces.pairs[$0].from, areaInSquareMetres: byPair[$0]) }
            .sorted { $0.cover < $1.cover }
        (places, commonPlaces) = Self.places(a, b)
        self.slivers = slivers
        engine = .grid
    }

    /// The changed land as polygons and the area of each cover, and beside it the lines.
    private static func drawn(
        _ overlay: Overlay, _ faces: ComparedFaces
    ) -> (land: [(label: Int32, polygons: [GridPolygon])], areas: [Double], lines: ComparedLines) {
        let land = Mutex<([(label: Int32, polygons: [GridPolygon])], [Double])>(([], []))
        let lines = Mutex<ComparedLines?>(nil)
        Threads.run(2) { part in
            if part == 0 {
                let compared = ComparedLines(overlay, faces)
                lines.withLock { $0 = compared }
            } else {
                let polygons = LabelledFaces.polygons(
                    points: overlay.points, from: overlay.from, to: overlay.to,
                    left: overlay.left.map { faces.changedPair(of: $0) },
                    right: overlay.right.map { faces.changedPair(of: $0) })
                let areas = overlay.areasInSquareMetres
                land.withLock { $0 = (polygons, areas) }
            }
        }
        let (polygons, areas) = land.withLock { $0 }
        return (polygons, areas, lines.withLock { $0 }!)
    }

    /// Places that both maps name and call differently; and how many both name.
    static func places(_ a: ForeignMap, _ b: ForeignMap) -> ([PlaceChange], common: Int) {
        var holder: [String: Holder] = [:]
        for place in a.places { holder[place.id] = place.holder }
        let common = b.places.filter { holder[$0.id] != nil }
        let changes = common.filter { holder[$0.id] != $0.holder }.map {
            PlaceChange(id: $0.id, name: $0.name, point: $0.point, from: holder[$0.id]!, to: $0.holder)
        }
        return (changes, common.count)
    }
}

extension MapComparison.Slivers {
    /// Counts a polygon of less than a metre's mean width.
    fileprivate mutating func note(_ polygon: GridPolygon) {
        var area = 0.0
        var perimeter = 0.0
        for ring in polygon.rings {
            for i in 1..<ring.count {
                let (a, b) = (ring[i - 1].coordinate, ring[i].coordinate)
                area += AuthalicArea.contribution(from: a, to: b)
                perimeter += Geodesic.edgeLengthInMetres(from: a, to: b)
            }
        }
        guard 2 * area < perimeter else { return }
        count += 1
        areaInSquareMetres += area
    }
}

extension ForeignMap {
    mutating func noteSelfCrossing(_ ring: Int) {
        // A snapshot has none.
        guard ring < featureOfRing.count else { return }
        let feature = featureOfRing[ring]
        repairs.note(.selfCrossing, number: feature, feature: labels[feature])
    }
}
