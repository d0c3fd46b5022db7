package import Geometry

/// A map of control made by others, or read back from a file of ours: land by holder, repaired and on the grid.
package struct ForeignMap: Sendable {
    /// As it was named on the command line.
    package let file: String
    /// The land; layers are indices into `holders`.
    package internal(set) var land: LayeredRings
    /// Sorted.
    package internal(set) var holders: [Holder]
    /// Points with an id and a holder, sorted by id.
    package internal(set) var places: [Place]
    /// Where the holders' names come from.
    package let holderSource: HolderSource
    /// What is told of how it was made.
    package let origin: Origin
    package internal(set) var repairs: MapRepairs
    /// For each ring of `land` the number of its feature.
    let featureOfRing: [Int]
    /// By the number of the feature: its id, or `#12`.
    let labels: [String]

    package struct Place: Hashable, Sendable {
        package let id: String
        package let name: String
        package let point: GridPoint
        package internal(set) var holder: Holder
    }

    package enum HolderSource: Hashable, Sendable {
        /// A file of ours: `control_area` features.
        case ours
        /// A property, asked for or found.
        case property(String, isGuess: Bool)
        /// One name for all land: no property says who holds it.
        case one(String)

        /// Whether points can tell a holder too.
        var names: Bool {
            if case .one = self { false } else { true }
        }
    }

    /// The members at the top of files of ours; nil where a map does not tell.
    package struct Origin: Hashable, Sendable {
        package var asOf: String?
        package var digest: String?
        /// `name/version`.
        package var method: String?
        /// Sorted by name.
        package var parameters: [Parameter] = []

        package struct Parameter: Hashable, Sendable {
            package let name: String
            package let value: String
        }
    }

    /// What one-sided maps without properties call their holder.
    package static let unnamedHolder = "held"

    /// Gives holders other names: places where two maps spell one holder in two ways. Names that the map does not have
    /// are passed over.
    package mutating func rename(_ names: [String: String]) {
        func renamed(_ holder: Holder) -> Holder {
            guard case .held(let side) = holder, let name = names[side] else { return holder }
            return .held(side: name)
        }
        let old = holders
        holders = Set(old.map(renamed)).sorted()
        var number: [Holder: Int32] = [:]
        for (i, holder) in holders.enumerated() { number[holder] = Int32(i) }
        let layer = old.map { number[renamed($0)]! }
        land.relabel { layer[Int($0)] }
        for i in places.indices { places[i].holder = renamed(places[i].holder) }
    }
}
