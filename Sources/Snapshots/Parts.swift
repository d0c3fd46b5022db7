import Control
import Fronts
package import Geometry
import Places
import Reports

/// The parts of a snapshot's land, and who of them is cut off.
///
/// A side may walk over what it holds. It may be able to walk over land that nobody is known to hold, and over contested
/// land that it is a party to. Land of every other side is closed to it, and so are corners.
package struct Parts: Sendable {
    /// In the order of the snapshot's areas, then of their polygons.
    package private(set) var all: [Snapshot.Part] = []

    private let graph: PartGraph
    private let holders: [Holder]
    private let ways: [String: Enclosures]
    private var mainOfSide: [String: Int] = [:]

    /// - Complexity: O(sides · parts), O(n log n) in the vertices, and O(log n) for each place beside it.
    package init(_ snapshot: Snapshot, _ theatre: Theatre) {
        var inside = PlacesInside(theatre)
        self.init(snapshot, theatre, &inside)
    }

    /// The same for one snapshot after another.
    init(_ snapshot: Snapshot, _ theatre: Theatre, _ inside: inout PlacesInside) {
        let graph = PartGraph(snapshot.areas.enumerated().map { (Int32($0), $1.polygons) })
        self.graph = graph
        let holders = graph.parts.map { snapshot.areas[Int($0.label)].holder }
        self.holders = holders
        let sides = Set(holders.flatMap(\.sides)).sorted()
        ways = Dictionary(
            uniqueKeysWithValues: sides.map { side in
                (side, Enclosures(graph) { Self.mayPass(side, holders[$0]) })
            })
        for part in graph.parts.indices {
            guard let side = holders[part].side, !isClosed(part, to: side) else { continue }
            if let other = mainOfSide[side], !isLarger(part, than: other) { continue }
            mainOfSide[side] = part
        }
        let places = PartPlaces(snapshot, graph, &inside)
        let enclosures = graph.parts.indices.map { part in holders[part].side.map { enclosure(of: $0, at: part) } }
        let kinds = graph.parts.indices.map { part -> Snapshot.Part.Kind? in
            guard let side = holders[part].side, let enclosure = enclosures[part] else { return nil }
            if mainOfSide[side] == part { return .main }
            return enclosure.status == .encircled && enclosure.by.count == 1 ? .pocket : .exclave
        }
        let depths = depths(kinds)
        let numbers = numbers(kinds)
        all = graph.parts.indices.map { part in
            var metres: [Holder: Double] = [:]
            for (other, length) in graph.parts[part].around { metres[holders[other], default: 0] += length }
            return Snapshot.Part(
                holder: holders[part], polygon: graph.parts[part].polygon,
                areaInSquareMetres: graph.parts[part].areaInSquareMetres, kind: kinds[part],
                enclosure: enclosures[part], around: metres.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
                borderInMetres: graph.parts[part].borderInMetres, inside: graph.parts[part].inside,
                depth: depths[part], places: places.ofPart[part], number: numbers[part])
        }
    }

    /// The parts that have a feature of their own, sorted by side, pockets last, the largest first.
    package var cutOff: [Snapshot.Part] {
        all.filter { $0.id != nil }.sorted {
            ($0.holder, $0.kind!.rawValue, $0.number) < ($1.holder, $1.kind!.rawValue, $1.number)
        }
    }

    /// Whether the way of a side out of a part is closed: of the part's holder, or of one of those who contest it.
    ///
    /// Out of contested land the way of a side is as open as that of its own land beside it.
    package func enclosure(of side: String, at part: Int) -> Snapshot.Enclosure {
        if isClosed(part, to: side) {
            let ring = ways[side]!.around[ways[side]!.ofPart[part]!]
            return Snapshot.Enclosure(status: .encircled, by: others(than: side, ring))
        }
        let by = others(than: side, graph.parts[part].around.map(\.part))
        func status(_ status: Snapshot.Enclosure.Status) -> Snapshot.Enclosure {
            Snapshot.Enclosure(status: status, by: by)
        }
        if mainOfSide[side] == part { return status(graph.parts[part].borderInMetres > 0 ? .open : .perhaps) }
        if holders[part].side == nil {
            let beside = graph.neighbours[part].filter { holders[$0].side == side }
            let own = beside.map { enclosure(of: side, at: $0).status }
            if own.contains(.open) { return status(.open) }
            if own.contains(.edge) { return status(.edge) }
        }
        return status(graph.parts[part].borderInMetres > 0 ? .edge : .perhaps)
    }

    /// The part that a point lies in; on a border the first. Nil outside of all land.
    package func part(at coordinate: Coordinate) -> Int? {
        graph.parts.indices.first { part in
            let polygon = graph.parts[part].polygon.polygon
            return BoundingBox(polygon.rings[0])!.contains(coordinate)
                && PointInPolygon.contains(polygon, coordinate)
        }
    }

    private static func mayPass(_ side: String, _ holder: Holder) -> Bool {
        switch holder {
        case .held(let other): other == side
        case .contested(let sides): sides.contains(side)
        case .unknown, .beyondReach: true
        }
    }

    private func isClosed(_ part: Int, to side: String) -> Bool {
        guard let ways = ways[side], let enclosure = ways.ofPart[part] else { return false }
        return ways.isClosed[enclosure]
    }

    private func others(than side: String, _ parts: [Int]) -> [String] {
        Set(parts.flatMap { holders[$0].sides }).subtracting([side]).sorted()
    }

    private func isLarger(_ a: Int, than b: Int) -> Bool {
        (graph.parts[a].areaInSquareMetres, b) > (graph.parts[b].areaInSquareMetres, a)
    }

    /// Goes out of each pocket by the holes that they lie in, which has an end.
    private func depths(_ kinds: [Snapshot.Part.Kind?]) -> [Int] {
        var depths = [Int?](repeating: nil, count: kinds.count)
        for start in kinds.indices {
            var chain: [Int] = []
            var part = start
            while depths[part] == nil {
                guard kinds[part] == .pocket else {
                    depths[part] = 0
                    break
                }
                chain.append(part)
                guard let next = graph.parts[part].inside else { break }
                part = next
            }
            var depth = depths[part] ?? 0
            for part in chain.reversed() {
                depth += 1
                depths[part] = depth
            }
        }
        return depths.map { $0! }
    }

    private func numbers(_ kinds: [Snapshot.Part.Kind?]) -> [Int] {
        struct Group: Hashable {
            let holder: Holder
            let kind: Snapshot.Part.Kind?
        }
        var counts: [Group: Int] = [:]
        var numbers = [Int](repeating: 0, count: kinds.count)
        for part in kinds.indices.sorted(by: { isLarger($0, than: $1) }) {
            let group = Group(holder: holders[part], kind: kinds[part])
            counts[group, default: 0] += 1
            numbers[part] = counts[group]!
        }
        return numbers
    }
}

/// The places in each part.
private struct PartPlaces {
    /// Indices into the snapshot's places, ascending.
    private(set) var ofPart: [[Int]]

    /// The largest part of an area gets what no other one has, so that a point is tested against small parts only.
    init(_ snapshot: Snapshot, _ graph: PartGraph, _ inside: inout PlacesInside) {
        inside.beginSnapshot()
        ofPart = graph.parts.map { _ in [] }
        let parts = Dictionary(grouping: graph.parts.indices) { graph.parts[$0].label }
        // By place: the area that it is in and no part got it yet, or -1.
        var areaOfPlace = [Int](repeating: -1, count: snapshot.places.count)
        for (number, area) in snapshot.areas.enumerated() {
            for place in area.places { areaOfPlace[place] = number }
            let members = parts[Int32(number)] ?? []
            guard
                let largest = members.max(by: {
                    graph.parts[$0].polygon.rings[0].count < graph.parts[$1].polygon.rings[0].count
                })
            else { continue }
            for part in members where part != largest {
                ofPart[part] = inside.places(in: graph.parts[part].polygon).filter { areaOfPlace[$0] == number }
                for place in ofPart[part] { areaOfPlace[place] = -1 }
            }
            ofPart[largest] = area.places.filter { areaOfPlace[$0] == number }
        }
    }
}
