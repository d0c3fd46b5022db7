/// What was changed, left out or doubted while a foreign map was read, counted by kind and by feature.
package struct MapRepairs: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case unclosedRing = "unclosed-ring"
        case nearlyClosed = "nearly-closed-ring"
        case spike
        case selfCrossing = "self-crossing"
        case noLandLeft = "no-land-left"
        case holeOutside = "hole-outside"
        case holesOverlap = "holes-overlap"
        case holeOnOutline = "hole-on-outline"
        case splitByHole = "split-by-hole"
        case degenerateRing = "degenerate-ring"
        case emptyMember = "empty-member"
        case extraOrdinate = "extra-ordinate"
        case nullGeometry = "null-geometry"
        case pointIgnored = "point-ignored"
        case lineIgnored = "line-ignored"
        case featureIgnored = "feature-ignored"
        case noProperties = "no-properties"
        case noHolder = "no-holder"
        case reservedName = "reserved-name"
        case longEdge = "long-edge"
    }

    /// How often something happened to one feature.
    package struct Entry: Hashable, Sendable {
        /// The feature's id, or `#12` for the twelfth of the file.
        package let feature: String
        package let number: Int
        package internal(set) var count: Int
    }

    /// By kind, in the order of the features.
    package private(set) var entries: [Kind: [Entry]] = [:]

    package var isEmpty: Bool { entries.isEmpty }

    /// The kinds that occurred, in the order of their declaration.
    package var kinds: [Kind] { Kind.allCases.filter { entries[$0] != nil } }

    package func count(_ kind: Kind) -> Int { (entries[kind] ?? []).reduce(0) { $0 + $1.count } }

    mutating func note(_ kind: Kind, number: Int, feature: String, count: Int = 1) {
        if let last = entries[kind]?.indices.last, entries[kind]![last].number == number {
            entries[kind]![last].count += count
        } else {
            entries[kind, default: []].append(Entry(feature: feature, number: number, count: count))
        }
    }
}

extension MapRepairs.Kind {
    /// What happened, to follow a count.
    package var sentence: String {
        switch self {
        case .unclosedRing: "rings closed that did not end where they begin"
        case .nearlyClosed: "rings closed that ended less than a step of the grid of 1e-7 degrees from where they begin"
        case .spike: "spikes without width taken off"
        case .selfCrossing: "rings crossing or touching themselves, taken as the land that they wind around"
        case .noLandLeft: "polygons whose holes leave no land, which vanish"
        case .holeOutside: "polygons with holes that reach outside; those parts are not taken from it"
        case .holesOverlap: "polygons with holes over or in each other, taken as one hole"
        case .holeOnOutline: "polygons with holes along their outlines, taken as bays"
        case .splitByHole: "polygons that touching holes cut into pieces, taken as those pieces"
        case .degenerateRing: "rings without an inside, or none on the grid of 1e-7 degrees, left out"
        case .emptyMember: "members without rings left out"
        case .extraOrdinate: "heights and other further numbers of positions dropped"
        case .nullGeometry: "features without geometry passed over"
        case .pointIgnored: "points passed over"
        case .lineIgnored: "lines passed over"
        case .featureIgnored: "features that are no control areas passed over"
        case .noProperties: "features without the member \"properties\""
        case .noHolder: "areas without a holder's name, taken as unknown"
        case .reservedName:
            "areas whose holder's name means something else here, called name:… (--match NAME=name:… gives another)"
        case .longEdge:
            "edges over more than 180 degrees of longitude, read as drawn and not across the meridian of 180°"
        }
    }
}
