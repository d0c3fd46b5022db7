package import Fronts
package import Geometry

/// Two maps of control laid over each other: what changed from the first to the second, or where they disagree.
package struct MapComparison: Sendable {
    package let first: Side
    package let second: Side
    /// Land of which the maps say different things, by what they say.
    package let transfers: [Transfer]
    /// Land of which both say the same, by holder.
    package let agreed: [Agreement]
    /// One for each pair of sides with a border in either map, sorted.
    package let lines: [LineChange]
    /// Places that both maps name and call differently, sorted by id.
    package let places: [PlaceChange]
    /// Places that both maps name.
    package let commonPlaces: Int
    /// Pieces of `transfers` less than a metre wide on average: borders drawn twice a little differently.
    package let slivers: Slivers
    package let engine: Engine

    package var isEmpty: Bool { transfers.isEmpty && places.isEmpty }

    /// One of the maps by itself.
    package struct Side: Sendable {
        package let map: ForeignMap
        /// The land of each cover but ``MapCover/notMapped``, sorted.
        package let areas: [(cover: MapCover, inSquareMetres: Double)]
        /// Land that one holder drew more than once, counted once.
        package let drawnTwiceInSquareMetres: Double
    }

    package struct Transfer: Sendable {
        package let from: MapCover
        package let to: MapCover
        package let polygons: [GridPolygon]
        package let areaInSquareMetres: Double
    }

    package struct Agreement: Sendable {
        package let cover: MapCover
        package let areaInSquareMetres: Double
    }

    package struct LineChange: Sendable {
        package let left: MapCover
        package let right: MapCover
        package let lengthBeforeInMetres: Double
        package let lengthAfterInMetres: Double
        /// The furthest that a vertex of one line lies from the other; nil where there was no line before or is none now.
        package let greatestMoveInMetres: Double?
    }

    package struct PlaceChange: Sendable {
        package let id: String
        package let name: String
        package let point: GridPoint
        package let from: Holder
        package let to: Holder
    }

    package struct Slivers: Sendable {
        package var count = 0
        package var areaInSquareMetres = 0.0
    }

    package enum Engine: Hashable, Sendable {
        /// Edges split on the grid of 1e-7 degrees; exact where the maps share edges.
        case grid
        /// Pair by pair by GEOS, for the reason given.
        case geos(reason: String)
    }

    /// Gains and losses between sides that both maps name, and land that only one of the maps has, by side, sorted.
    package var balance: [Balance] {
        var sides: [String: Balance] = [:]
        func add(_ side: String?, _ body: (inout Balance) -> Void) {
            if let side { body(&sides[side, default: Balance(side: side)]) }
        }
        for transfer in transfers {
            let area = transfer.areaInSquareMetres
            add(transfer.to.side) { $0.add(area, to: transfer.from == .notMapped ? \.onlyAfter : \.gained) }
            add(transfer.from.side) { $0.add(area, to: transfer.to == .notMapped ? \.onlyBefore : \.lost) }
        }
        for area in first.areas { add(area.cover.side) { $0.before = area.inSquareMetres } }
        for area in second.areas { add(area.cover.side) { $0.after = area.inSquareMetres } }
        return sides.values.sorted { $0.side < $1.side }
    }

    /// In square metres.
    package struct Balance: Sendable {
        package let side: String
        package var before = 0.0
        package var after = 0.0
        /// From and to land that the other map has under another name.
        package var gained = 0.0
        package var lost = 0.0
        /// Where the other map has nothing.
        package var onlyBefore = 0.0
        package var onlyAfter = 0.0

        init(side: String) {
            self.side = side
        }

        mutating func add(_ area: Double, to path: WritableKeyPath<Balance, Double>) { self[keyPath: path] += area }
    }

    /// Whether both maps say how they were made and say the same; nil where neither does.
    package var sameMethod: Bool? {
        let (a, b) = (first.map.origin, second.map.origin)
        if a.method == nil, b.method == nil { return nil }
        return a.method == b.method && a.parameters == b.parameters
    }
}
