import Geometry

/// What to look at in a gazetteer before trusting it.
package struct GazetteerCheck: Sendable {
    package struct Finding: Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            /// Two rows near each other share a name: most likely one place twice.
            case duplicate
            /// Two rows stand on the same spot under different names.
            case sameSpot = "same-spot"
            /// A name is unlike its place's main name and like a neighbour's: it may be the neighbour's.
            case doubtfulName = "doubtful-name"
            /// One spelling means several places: resolving it needs context.
            case sharedName = "shared-name"
            case noSource = "no-source"
        }

        package let kind: Kind
        package let placeIDs: [String]
        package let sentence: String
        /// The line of the first place.
        package let line: Int
    }

    package private(set) var findings: [Finding] = []

    /// Places nearer than this cannot both be settlements.
    static let sameSpotDistanceInMetres = 50.0

    /// Checks all places. O(n log n), but for places within 2 km that share a name, which are compared pair by pair.
    package init(_ gazetteer: Gazetteer) {
        let places = gazetteer.places
        let index = gazetteer.names
        addSharedNames(places, index)
        // The guards of merging, over the places as they are now.
        let builder = IndexBuilder()
        for place in places { builder.add(place) }
        addDuplicates(places, builder)
        addDoubtfulNames(places, builder)
        addSameSpots(places, index)
        for place in places where place.sources.isEmpty {
            add(.noSource, [place], "\(place.name) (\(place.id)) names no source; say who gives its coordinate")
        }
        findings.sort {
            ($0.kind.rawValue, $0.placeIDs.joined(separator: " "), $0.sentence)
                < ($1.kind.rawValue, $1.placeIDs.joined(separator: " "), $1.sentence)
        }
    }

    private mutating func add(_ kind: Finding.Kind, _ places: [Place], _ sentence: String) {
        findings.append(
            Finding(kind: kind, placeIDs: places.map(\.id), sentence: sentence, line: places[0].line))
    }

    private func label(_ place: Place) -> String { "\(place.name) (\(place.id))" }

    /// Names that mean several places.
    private mutating func addSharedNames(_ places: [Place], _ index: NameIndex) {
        var reported: Set<[Int]> = []
        for group in SharedNames(index).groups where reported.insert(group.places).inserted {
            let spelling = index.name(group.name).text
            let known = group.places.map { places[$0] }
            let listed = known.prefix(12).map(label).joined(separator: ", ")
            let more = known.count > 12 ? " and \(known.count - 12) more" : ""
            add(.sharedName, known, "\"\(spelling)\" means \(listed)\(more)")
        }
    }

    /// Pairs within 2 km that share a name, or whose main names have the same consonants, with nothing to tell them apart.
    private mutating func addDuplicates(_ places: [Place], _ builder: IndexBuilder) {
        for pair in PlaceMerger(builder).pairsToLookAt()
        where places[pair.first].kind.isPointLike && places[pair.second].kind.isPointLike {
            let (first, second) = (places[pair.first], places[pair.second])
            let keys = Set(first.names.map { Folding($0.text).key })
            let shared = second.names.first { keys.contains(Folding($0.text).key) }
            add(
                .duplicate, [first, second],
                "\(label(first)) and \(label(second)) "
                    + (shared.map { "share \"\($0.text)\"" } ?? "have main names of the same consonants") + " and lie "
                    + "\(Distance.text(inMetres: pair.metres)) apart: one place twice?")
        }
    }

    private mutating func addSameSpots(_ places: [Place], _ index: NameIndex) {
        let spots = index.spots
        for number in places.indices where places[number].kind.isPointLike {
            let near = spots.within(
                radiusInMetres: Self.sameSpotDistanceInMetres, of: places[number].coordinate)
            for hit in near where hit.index > number && places[hit.index].kind.isPointLike {
                let pair = [places[number], places[hit.index]].sorted { $0.id < $1.id }
                add(
                    .sameSpot, pair,
                    "\(label(pair[0])) and \(label(pair[1])) stand \(Int(hit.distanceInMetres)) m apart")
            }
        }
    }

    private mutating func addDoubtfulNames(_ places: [Place], _ builder: IndexBuilder) {
        for (number, owner) in builder.doubtfulNameOwners().enumerated() where owner >= 0 {
            let place = places[Int(builder.names[number].place)]
            let neighbour = places[Int(owner)]
            let start = Int(builder.names[number].text)
            let name = String(
                decoding: builder.text[start..<(start + Int(builder.names[number].textLength))], as: UTF8.self)
            add(
                .doubtfulName, [place, neighbour],
                "\"\(name)\" among the names of \(label(place)) may mean its neighbour \(label(neighbour))")
        }
    }
}
