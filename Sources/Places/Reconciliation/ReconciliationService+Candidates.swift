import Geometry
import Glibc

extension ReconciliationService {
    struct Candidate {
        let place: Place
        /// 0...100.
        let score: Double
        let isMatch: Bool
        /// Sorted by id.
        let features: [(id: String, name: String, value: Double)]
    }

    /// A candidate counts as a match from this probability on, where the next is far behind.
    static let matchProbability = 0.8

    /// The candidates, best first. Hints and types move the probabilities of the names; none removes a candidate but
    /// `within`, which the lookup heeds.
    func candidates(_ query: ReconciliationQuery) -> [Candidate] {
        let near = query.hints.filter { $0.property == "near" }.flatMap(\.values).compactMap(point)
        let within = query.hints.first { $0.property == "within" }?.values.first
        let evidence = query.hints.filter { $0.property == "hint" }.flatMap(\.values).compactMap {
            RelativeEvidence(hint: $0, locator: locator, near: near)
        }
        let found: [AnchorAnswer.Candidate]
        if let name = query.name {
            if let index = gazetteer.index(id: name) {
                found = [.init(placeIndex: index, probability: 1)]
            } else {
                found = lookup.places(named: name, near: near, within: within).candidates
            }
        } else {
            found = nearest(to: near)
        }
        // The share that none of them is meant stays as it is.
        let total = found.reduce(0) { $0 + $1.probability }
        var weighed: [(Place, Double, [(id: String, name: String, value: Double)])] = []
        for one in found {
            let place = gazetteer.places[one.placeIndex]
            var odds = log(max(one.probability, 1e-6))
            var features = [(id: "name", name: "Probability by the name", value: one.probability)]
            if let distance = near.map({ Geodesic.distanceInMetres($0, place.coordinate) }).min() {
                features.append(("near_km", "Distance to the places near (km)", distance / 1000))
            }
            for (property, values) in query.hints.map({ ($0.property, $0.values) }) {
                guard let fits = fits(place, property, values) else { continue }
                features.append(("\(property)_fits", "Fits \(property)", fits ? 1 : 0))
                odds += fits ? 0 : -2
            }
            if !query.types.isEmpty {
                let fits = query.types.contains(Self.anyPlace.id) || query.types.contains(place.kind.rawValue)
                features.append(("type", "Is of the type asked for", fits ? 1 : 0))
                odds += fits ? 0 : -2
            }
            for one in evidence {
                let weight = one.weight(of: place.coordinate).logOdds
                features.append(("hint", "Log-odds by where the hint says it is", weight))
                odds += weight
            }
            weighed.append((place, exp(odds), features))
        }
        let sum = weighed.reduce(0) { $0 + $1.1 }
        let ranked = weighed.map { place, weight, features in
            (place: place, probability: sum > 0 ? weight / sum * min(total, 1) : 0, features: features)
        }
        .sorted { ($1.probability, $0.place.id) < ($0.probability, $1.place.id) }
        return ranked.prefix(query.limit).enumerated().map { rank, one in
            Candidate(
                place: one.place, score: one.probability * 100,
                isMatch: rank == 0 && one.probability >= Self.matchProbability,
                features: one.features.sorted { $0.id < $1.id })
        }
    }

    /// Whether a place is what a property says; nil for properties that say nothing of it.
    private func fits(_ place: Place, _ property: String, _ values: [String]) -> Bool? {
        switch ReconciliationProperty(rawValue: property) {
        case .kind: return values.contains(place.kind.rawValue)
        case .admin:
            guard let parent = place.parent else { return nil }
            let key = Folding(parent).keyWithoutArticle
            return values.contains { Folding($0).keyWithoutArticle == key }
        default: return nil
        }
    }

    /// Where no name is given: the nearest places, each half as likely as the one before at equal steps of distance.
    private func nearest(to points: [Coordinate]) -> [AnchorAnswer.Candidate] {
        guard let point = points.first else { return [] }
        let hits = locator.nearest(to: point, count: settings.candidateLimit)
        let weights = hits.map { exp(-$0.distanceInMetres / 2000) }
        let sum = weights.reduce(0, +)
        return zip(hits, weights).map { .init(placeIndex: $0.placeIndex, probability: sum > 0 ? $1 / sum : 0) }
    }

    /// A place's id, "lon,lat", or a name that one place has.
    private func point(_ text: String) -> Coordinate? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0.filter { $0 != " " })
        }
        if numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] {
            return abs(longitude) <= 180 && abs(latitude) <= 90
                ? Coordinate(longitude: longitude, latitude: latitude) : nil
        }
        if let place = gazetteer.place(id: text) { return place.coordinate }
        guard let best = lookup.places(named: text, near: [], within: nil).candidates.first, best.probability > 0.5
        else {
            return nil
        }
        return gazetteer.places[best.placeIndex].coordinate
    }
}
