import Geometry
import Glibc
import Places
import Reports

/// Places of which nothing was reported get a call from those around them: a vote weighted by a Gaussian of distance,
/// 0.8 × the spacing of the reported places wide.
struct NeighbourVote {
    static let sigmaInSpacings = 0.8
    /// A side with less than this share of the vote does not carry it: between two sides the place stays unknown.
    static let leastShare = 0.75
    /// Voters further than so many sigmas are not asked.
    static let reachInSigmas = 3.0

    private let places: [Place]

    init(_ scenario: Scenario) {
        places = scenario.gazetteer.places
    }

    func fill(_ calls: inout [Call]) {
        let voters = calls.filter { call in
            if case .held = call.status { return places[call.placeIndex].kind.isPointLike }
            return false
        }
        guard voters.count >= 3 else { return }
        let index = SpatialIndex(voters.map { places[$0.placeIndex].coordinate })
        let spacing = Self.spacing(of: voters.map { places[$0.placeIndex].coordinate }, index: index)
        guard spacing > 0 else { return }
        let sigma = Self.sigmaInSpacings * spacing
        for position in calls.indices {
            let place = places[calls[position].placeIndex]
            guard calls[position].status == .unknown, place.kind.isPointLike, calls[position].lastReportAt == nil else {
                continue
            }
            let near = index.within(radiusInMetres: Self.reachInSigmas * sigma, of: place.coordinate)
            var weightOfSide: [String: Double] = [:]
            var nearest: [String: (Double, String)] = [:]
            for neighbour in near.sorted(by: { ($0.distanceInMetres, $0.index) < ($1.distanceInMetres, $1.index) }) {
                let voter = voters[neighbour.index]
                guard case .held(let side, let actor) = voter.status else { continue }
                let ratio = neighbour.distanceInMetres / sigma
                weightOfSide[side, default: 0] += voter.probability * exp(-ratio * ratio / 2)
                if nearest[side] == nil { nearest[side] = (neighbour.distanceInMetres, actor) }
            }
            let total = weightOfSide.values.reduce(0, +)
            guard let winner = weightOfSide.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), total > 0,
                winner.value / total >= Self.leastShare
            else { continue }
            // A vote from afar is less sure than one from next door.
            let closeness = min(total, 1)
            calls[position] = Call(
                placeIndex: calls[position].placeIndex,
                status: .held(side: winner.key, actor: winner.key),
                probability: max(0.5, winner.value / total * (0.5 + 0.35 * closeness)), since: nil, lastReportAt: nil,
                isInferred: true, basis: calls[position].basis)
        }
    }

    /// The median distance of a place to its nearest neighbour, in metres.
    private static func spacing(of coordinates: [Coordinate], index: SpatialIndex) -> Double {
        let distances = coordinates.indices.compactMap { position in
            index.nearest(to: coordinates[position], count: 2).first { $0.index != position }?.distanceInMetres
        }.sorted()
        return distances.isEmpty ? 0 : distances[distances.count / 2]
    }
}
