import Geometry

/// What to look at in a gazetteer before trusting it.
package struct GazetteerCheck: Sendable {
    package struct Finding: Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            /// Two rows near each other share a name: most likely one place twice.
            case duplicate
            /// Two rows stand on the same spot under different names.
            case sameSpot = "same-spot"
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

    package let findings: [Finding]

    /// Places nearer than this that share a name are taken for one: 2 km, as sources differ by up to 1.3 km.
    static let duplicateDistanceInMetres = 2000.0
    /// Places nearer than this cannot both be settlements.
    static let sameSpotDistanceInMetres = 50.0

    /// Checks all rows. O(n log n) but for the places that share a name, which are compared pair by pair.
    package init(_ gazetteer: Gazetteer) {
        var findings: [Finding] = []
        let places = gazetteer.places
        var reported: Set<[Int]> = []
        for (_, references) in gazetteer.spellings.shared {
            let indices = Set(references.map(\.place)).sorted()
            let spelling = places[references[0].place].names[references[0].name].text
            for (position, first) in indices.enumerated() {
                for second in indices[(position + 1)...] {
                    let distance = Geodesic.distanceInMetres(places[first].coordinate, places[second].coordinate)
                    let bothSpots = places[first].kind.isPointLike && places[second].kind.isPointLike
                    guard distance < Self.duplicateDistanceInMetres, bothSpots,
                        places[first].kind == places[second].kind,
                        reported.insert([first, second]).inserted
                    else { continue }
                    findings.append(
                        Finding(
                            kind: .duplicate, placeIDs: [places[first].id, places[second].id],
                            sentence:
                                "\(label(places[first])) and \(label(places[second])) share \"\(spelling)\" and lie "
                                + "\(Distance.text(inMetres: distance)) apart: one place twice?",
                            line: places[first].line))
                }
            }
            if indices.count > 1, reported.insert([-1] + indices).inserted {
                findings.append(
                    Finding(
                        kind: .sharedName, placeIDs: indices.map { places[$0].id },
                        sentence: "\"\(spelling)\" means \(indices.map { label(places[$0]) }.joined(separator: ", "))",
                        line: places[indices[0]].line))
            }
        }
        findings += Self.sameSpots(places)
        for place in places where place.sources.isEmpty {
            findings.append(
                Finding(
                    kind: .noSource, placeIDs: [place.id],
                    sentence: "\(place.name) (\(place.id)) names no source; say who gives its coordinate",
                    line: place.line))
        }
        self.findings = findings.sorted {
            ($0.kind.rawValue, $0.placeIDs.joined(separator: " "), $0.sentence)
                < ($1.kind.rawValue, $1.placeIDs.joined(separator: " "), $1.sentence)
        }

        func label(_ place: Place) -> String { "\(place.name) (\(place.id))" }
    }

    /// Sweeps the places by latitude: only neighbours in the sweep can be on one spot.
    private static func sameSpots(_ places: [Place]) -> [Finding] {
        let order = places.indices.filter { places[$0].kind.isPointLike }
            .sorted {
                (places[$0].coordinate.latitude, places[$0].id) < (places[$1].coordinate.latitude, places[$1].id)
            }
        let window = sameSpotDistanceInMetres / 110_000
        var findings: [Finding] = []
        for (position, first) in order.enumerated() {
            for second in order[(position + 1)...] {
                guard places[second].coordinate.latitude - places[first].coordinate.latitude <= window else { break }
                let distance = Geodesic.distanceInMetres(places[first].coordinate, places[second].coordinate)
                guard distance < sameSpotDistanceInMetres else { continue }
                let pair = [first, second].sorted { places[$0].id < places[$1].id }.map { places[$0] }
                findings.append(
                    Finding(
                        kind: .sameSpot, placeIDs: pair.map(\.id),
                        sentence: "\(pair[0].name) (\(pair[0].id)) and \(pair[1].name) (\(pair[1].id)) stand "
                            + "\(Int(distance)) m apart",
                        line: pair[0].line))
            }
        }
        return findings
    }
}
