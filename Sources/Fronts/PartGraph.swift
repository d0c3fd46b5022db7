internal import Geometry

/// The separate parts of labelled land, and what lies around each.
///
/// A part is one polygon: land of one label that hangs together by edges. Two that touch in a vertex only are two, and
/// nothing passes between them there. Neighbours are found by the edges that rings share, so it works for areas whose
/// borders were moved together just as well.
package struct PartGraph: Sendable {
    package struct Part: Sendable {
        package let label: Int32
        package let polygon: GridPolygon
        package let areaInSquareMetres: Double
        /// The parts across the outline, ascending, with the metres of outline shared with each; not those in holes.
        package fileprivate(set) var around: [(part: Int, metres: Double)] = []
        /// The metres of outline with nothing beyond: the border of all land.
        package fileprivate(set) var borderInMetres = 0.0
        /// The part in whose hole this one lies with nobody else beside it; nil where it has other neighbours.
        package fileprivate(set) var inside: Int?
    }

    /// In the order of the areas given, then of their polygons.
    package private(set) var parts: [Part] = []
    /// The parts across any edge, holes too, ascending.
    package private(set) var neighbours: [[Int]] = []

    /// Takes areas that share their borders vertex by vertex, as ``ControlRegions/areas`` do.
    ///
    /// - Complexity: O(n) in the vertices.
    package init(_ areas: [(label: Int32, polygons: [GridPolygon])]) {
        var rings: [DirectedEdge: RingPlace] = [:]
        rings.reserveCapacity(areas.reduce(0) { $1.polygons.reduce($0) { $1.rings.reduce($0) { $0 + $1.count } } })
        for area in areas {
            for polygon in area.polygons {
                for (number, ring) in polygon.rings.enumerated() {
                    for i in ring.indices.dropFirst() {
                        rings[DirectedEdge(from: ring[i - 1], to: ring[i])] = RingPlace(
                            part: parts.count, isHole: number > 0)
                    }
                }
                parts.append(
                    Part(label: area.label, polygon: polygon, areaInSquareMetres: Self.area(of: polygon)))
            }
        }
        var beside = [Set<Int>](repeating: [], count: parts.count)
        for part in parts.indices {
            var metres: [Int: Double] = [:]
            var isInHoles = true
            let outline = parts[part].polygon.rings[0]
            for i in outline.indices.dropFirst() {
                let (a, b) = (outline[i - 1], outline[i])
                let length = Geodesic.lengthInMetres(of: [a.coordinate, b.coordinate])
                guard let other = rings[DirectedEdge(from: b, to: a)] else {
                    parts[part].borderInMetres += length
                    continue
                }
                metres[other.part, default: 0] += length
                isInHoles = isInHoles && other.isHole
            }
            parts[part].around = metres.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            if isInHoles, metres.count == 1, parts[part].borderInMetres == 0 { parts[part].inside = metres.keys.first }
            for other in metres.keys {
                beside[part].insert(other)
                beside[other].insert(part)
            }
        }
        neighbours = beside.map { $0.sorted() }
        edges = rings
    }

    /// Which part has a directed edge on its left.
    private let edges: [DirectedEdge: RingPlace]

    private struct DirectedEdge: Hashable {
        let from: GridPoint
        let to: GridPoint

        /// Both ends in one word, which is quicker than four: a map has many edges.
        func hash(into hasher: inout Hasher) {
            func word(_ p: GridPoint) -> UInt64 {
                UInt64(UInt32(bitPattern: p.x)) << 32 | UInt64(UInt32(bitPattern: p.y))
            }
            hasher.combine(word(from) &* 0x9E37_79B9_7F4A_7C15 ^ word(to))
        }
    }

    private struct RingPlace {
        let part: Int
        let isHole: Bool
    }

    /// The part across the edge of another part that runs from `a` to `b`; nil on the border of all land.
    func part(across a: GridPoint, _ b: GridPoint) -> Int? { edges[DirectedEdge(from: b, to: a)]?.part }

    private static func area(of polygon: GridPolygon) -> Double {
        polygon.rings.reduce(0) { $0 + AuthalicArea.signedArea(of: $1.map(\.coordinate)) }
    }
}
