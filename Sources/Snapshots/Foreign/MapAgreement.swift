import Fronts
import Geometry

/// Our map beside one of others: where both say the same, and where not.
package struct MapAgreement: Sendable {
    /// Ours first.
    package let comparison: MapComparison
    /// Land by what the two say of it, largest first within each kind.
    package let rows: [Row]

    package enum Kind: String, CaseIterable, Sendable {
        /// Both name the same side.
        case agreed
        /// Both name a side, and not the same; or more than one.
        case disputed
        /// Only one of them names a side: the other is silent, or does not know.
        case oursOnly = "ours-only"
        case theirsOnly = "theirs-only"
        /// Neither names one.
        case neither
    }

    package struct Row: Sendable {
        package let kind: Kind
        package let ours: MapCover
        package let theirs: MapCover
        package let areaInSquareMetres: Double
        /// Ids and names of our places in that land, sorted by id; none for land that is agreed upon.
        package let places: [ForeignMap.Place]
    }

    package init(_ comparison: MapComparison) {
        self.comparison = comparison
        let places = comparison.first.map.places
        let disagreed = comparison.transfers.map { transfer in
            Row(
                kind: Self.kind(transfer.from, transfer.to), ours: transfer.from, theirs: transfer.to,
                areaInSquareMetres: transfer.areaInSquareMetres, places: Self.places(places, in: transfer))
        }
        let agreed = comparison.agreed.map {
            Row(
                kind: Self.kind($0.cover, $0.cover), ours: $0.cover, theirs: $0.cover,
                areaInSquareMetres: $0.areaInSquareMetres, places: [])
        }
        rows = (agreed + disagreed).sorted {
            let (a, b) = (Self.rank($0.kind), Self.rank($1.kind))
            if a != b { return a < b }
            if $0.areaInSquareMetres != $1.areaInSquareMetres { return $0.areaInSquareMetres > $1.areaInSquareMetres }
            return ($0.ours, $0.theirs) < ($1.ours, $1.theirs)
        }
    }

    /// The land of one kind in square metres.
    package func area(_ kind: Kind) -> Double {
        rows.filter { $0.kind == kind }.reduce(0) { $0 + $1.areaInSquareMetres }
    }

    private static func rank(_ kind: Kind) -> Int { Kind.allCases.firstIndex(of: kind)! }

    private static func kind(_ ours: MapCover, _ theirs: MapCover) -> Kind {
        switch (names(ours), names(theirs)) {
        case (false, false): .neither
        case (true, false): .oursOnly
        case (false, true): .theirsOnly
        case (true, true): ours == theirs ? .agreed : .disputed
        }
    }

    /// Whether a side is named at all.
    private static func names(_ cover: MapCover) -> Bool {
        switch cover {
        case .held(.held), .held(.contested), .overlap: true
        case .held(.unknown), .held(.beyondReach), .notMapped: false
        }
    }

    private static func places(
        _ places: [ForeignMap.Place], in transfer: MapComparison.Transfer
    ) -> [ForeignMap.Place] {
        var found: Set<ForeignMap.Place> = []
        for polygon in transfer.polygons {
            let shape = polygon.polygon
            guard let box = BoundingBox(shape.rings[0]) else { continue }
            for place in places {
                let spot = place.point.coordinate
                if box.contains(spot), PointInPolygon.contains(shape, spot) { found.insert(place) }
            }
        }
        return found.sorted { $0.id < $1.id }
    }
}
