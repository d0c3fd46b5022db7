package import Geometry
import Glibc

/// Turns relative expressions into regions, and finds the places in them.
package struct Locator {
    package let gazetteer: Gazetteer
    private let lookup: any AnchorLookup
    private let builder: RegionBuilder
    private let index: SpatialIndex
    /// Places that are one spot, in the order of the index.
    private let spots: [Int]

    /// More pairs of anchors are not drawn.
    static let readingLimit = 5
    /// A reading that is at least this likely stands alone.
    static let sureEnough = 0.8

    package init(_ gazetteer: Gazetteer, lookup: any AnchorLookup) {
        self.gazetteer = gazetteer
        self.lookup = lookup
        builder = RegionBuilder(gazetteer)
        spots = gazetteer.places.indices.filter { gazetteer.places[$0].kind.isPointLike }
        index = SpatialIndex(spots.map { gazetteer.places[$0].coordinate })
    }

    /// Where the expression says that its thing is. `near` and `within` help to tell anchors of one name apart.
    /// The places inside are left out where `listing` is false: whoever wants the region alone need not wait for them.
    package func locate(
        _ expression: RelativeExpression, near: [Coordinate] = [], within: String? = nil, listing: Bool = true
    ) -> Locality {
        func answer(_ status: Locality.Status, _ readings: [Locality.Reading], _ reason: String) -> Locality {
            Locality(expression: expression, status: status, readings: readings, reason: reason)
        }
        var choices: [[AnchorAnswer.Candidate]] = []
        var reasons: [String] = []
        for anchor in expression.anchors {
            let found = lookup.places(named: anchor.text, near: near, within: within ?? expression.qualifier)
            guard !found.candidates.isEmpty else {
                return answer(.notFound, [], "no place named \"\(anchor.text)\": \(found.reason)")
            }
            choices.append(spotsFirst(Array(found.candidates.prefix(8))))
            reasons.append("\(anchor.text): \(found.reason)")
        }
        let reason = reasons.joined(separator: "; ")
        let named = expression.named?.name.map { name in
            lookup.places(named: name, near: near, within: within ?? expression.qualifier)
        }
        var readings: [Locality.Reading] = []
        var failure: RegionFact?
        for (anchors, prior) in pairs(choices) {
            do throws(RegionFact) {
                let region = try builder.region(expression, anchors: anchors.map { gazetteer.places[$0] })
                let thing = named.map { outcome($0, region) }
                readings.append(
                    Locality.Reading(
                        region: region, anchors: anchors, probability: prior * weight(thing), named: thing,
                        inside: listing ? inside(region, kind: expression.named?.kind, leavingOut: anchors) : []))
            } catch {
                failure = failure ?? error
            }
        }
        guard !readings.isEmpty else { return answer(.impossible, [], failure?.sentence ?? reason) }
        let sum = readings.reduce(0) { $0 + $1.probability }
        readings = readings.map { one in
            Locality.Reading(
                region: one.region, anchors: one.anchors, probability: one.probability / max(sum, 1e-12),
                named: one.named,
                inside: one.inside)
        }
        readings.sort { ($1.probability, key($0)) < ($0.probability, key($1)) }
        return answer(readings[0].probability >= Self.sureEnough ? .located : .ambiguous, readings, reason)
    }

    /// "Near Afrin" is told from the town, not from the canton of its name: areas and roads count a tenth beside a spot.
    private func spotsFirst(_ candidates: [AnchorAnswer.Candidate]) -> [AnchorAnswer.Candidate] {
        func isSpot(_ one: AnchorAnswer.Candidate) -> Bool { gazetteer.places[one.placeIndex].kind.isPointLike }
        guard candidates.contains(where: isSpot) else { return candidates }
        return candidates.map { one in
            AnchorAnswer.Candidate(
                placeIndex: one.placeIndex, probability: one.probability * (isSpot(one) ? 1 : 0.1))
        }
    }

    /// The places nearest to a point, nearest first.
    package func nearest(to point: Coordinate, count: Int) -> [(placeIndex: Int, distanceInMetres: Double)] {
        index.nearest(to: point, count: count).map { (spots[$0.index], $0.distanceInMetres) }
    }

    private func key(_ reading: Locality.Reading) -> String {
        reading.anchors.map { gazetteer.places[$0].id }.joined(separator: " ")
    }

    /// The likeliest combinations of anchors; two anchors of one expression lie near each other.
    private func pairs(_ choices: [[AnchorAnswer.Candidate]]) -> [(anchors: [Int], weight: Double)] {
        var all: [(anchors: [Int], weight: Double)] = choices[0].map { ([$0.placeIndex], $0.probability) }
        for choice in choices.dropFirst() {
            all = all.flatMap { start in
                choice.map { candidate in
                    let gap = Geodesic.distanceInMetres(
                        gazetteer.places[start.anchors[0]].coordinate, gazetteer.places[candidate.placeIndex].coordinate
                    )
                    return (
                        start.anchors + [candidate.placeIndex],
                        start.weight * candidate.probability * exp(-gap / 50_000)
                    )
                }
            }
        }
        return Array(
            all.filter { $0.weight > 0 }.sorted { ($1.weight, $0.anchors[0]) < ($0.weight, $1.anchors[0]) }
                .prefix(Self.readingLimit))
    }

    /// Which place of the name is meant: of those inside the likeliest, by name and by distance from the centre.
    private func outcome(_ found: AnchorAnswer, _ region: UncertaintyRegion) -> Locality.Named {
        guard !found.candidates.isEmpty else { return .unknown(reason: found.reason) }
        let scale = max(2000, region.enclosingRadiusInMetres / 2)
        var best: (weight: Double, index: Int)?
        var nearest: (outside: Double, index: Int)?
        for candidate in found.candidates {
            let place = gazetteer.places[candidate.placeIndex]
            let outside = region.distanceOutsideInMetres(place.coordinate)
            // On the border within the accuracy of its own coordinate is no contradiction.
            if outside <= place.uncertaintyInMetres {
                let distance = Geodesic.distanceInMetres(region.centre, place.coordinate) / scale
                let weight = candidate.probability * exp(-distance * distance / 2)
                if best.map({ weight > $0.weight }) ?? true { best = (weight, candidate.placeIndex) }
            }
            if nearest.map({ outside < $0.outside }) ?? true { nearest = (outside, candidate.placeIndex) }
        }
        if let best { return .inside(placeIndex: best.index) }
        return .contradiction(placeIndex: nearest!.index, outsideInMetres: nearest!.outside)
    }

    /// A named place inside speaks for the reading of the anchors that put it there.
    private func weight(_ outcome: Locality.Named?) -> Double {
        switch outcome {
        case .inside?, .unknown?, nil: 1
        case .contradiction?: 0.1
        }
    }

    /// The places in a region, likeliest first: by a normal distribution of the distance from the centre with half the
    /// enclosing radius, at least 2 km, as its deviation; a place of another kind than the one named counts a third.
    private func inside(
        _ region: UncertaintyRegion, kind: PlaceKind?, leavingOut anchors: [Int]
    ) -> [Locality.Inside] {
        guard let box = BoundingBox(MultiPolygon(polygons: [region.polygon])) else { return [] }
        let scale = max(2000, region.enclosingRadiusInMetres / 2)
        let found: [(index: Int, id: String, distance: Double, weight: Double)] = index.within(box).compactMap { spot in
            let index = spots[spot]
            let place = gazetteer.places[index]
            guard !anchors.contains(index), region.contains(place.coordinate) else { return nil }
            let distance = Geodesic.distanceInMetres(region.centre, place.coordinate)
            let fit = kind.map { $0 == place.kind || Self.alike($0, place.kind) ? 1 : 1.0 / 3 } ?? 1
            return (index, place.id, distance, fit * exp(-(distance / scale) * (distance / scale) / 2))
        }
        let sum = found.reduce(0) { $0 + $1.weight }
        return found.sorted { ($1.weight, $0.distance, $0.id) < ($0.weight, $1.distance, $1.id) }.map {
            Locality.Inside(
                placeIndex: $0.index, distanceToCentreInMetres: $0.distance, probability: $0.weight / max(sum, 1e-300))
        }
    }

    /// Texts and gazetteers draw the line between these differently.
    private static func alike(_ a: PlaceKind, _ b: PlaceKind) -> Bool {
        let settlements: [PlaceKind] = [.hamlet, .village, .town]
        guard let x = settlements.firstIndex(of: a), let y = settlements.firstIndex(of: b) else { return false }
        return abs(x - y) <= 1
    }
}
