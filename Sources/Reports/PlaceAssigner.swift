import Geometry
package import Places

/// Finds the place of each report: by id, by name, by the report's hint, and where that leaves several, by the other
/// places that the same source named on the same day.
package struct PlaceAssigner {
    private let gazetteer: Gazetteer
    private let resolver: Resolver
    private var resolutionOfName: [String: Resolution] = [:]
    private var hints: HintAnchors

    package init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        resolver = Resolver(gazetteer: gazetteer)
        hints = HintAnchors(resolver)
    }

    /// One placement per report, in their order. The result does not hang on that order.
    package mutating func assign(_ reports: [Report]) -> [Placement] {
        var placements: [Placement?] = []
        placements.reserveCapacity(reports.count)
        for report in reports { placements.append(alone(report)) }
        // Only places that are sure by themselves serve as context, so that one guess does not carry the next.
        var mentioned: [String: Set<Int>] = [:]
        var everywhere: Set<Int> = []
        for (report, placement) in zip(reports, placements) {
            guard let index = placement?.placeIndex else { continue }
            mentioned[Self.group(report), default: []].insert(index)
            everywhere.insert(index)
        }
        for (index, report) in reports.enumerated() where placements[index] == nil {
            let sameText = mentioned[Self.group(report)] ?? []
            placements[index] = together(report, sameText: sameText, everywhere: everywhere)
        }
        return placements.map { $0! }
    }

    private static func group(_ report: Report) -> String {
        "\(report.via ?? report.source)\u{1F}\(report.publishedAt.start.date)"
    }

    /// The placement that needs no other report, or nil where several places stay.
    private mutating func alone(_ report: Report) -> Placement? {
        if let id = report.placeID {
            if let index = gazetteer.index(id: id) {
                return Placement(status: .given, placeIndex: index, reason: "the report names the id", alternatives: [])
            }
            return Placement(status: .notFound, placeIndex: nil, reason: "no place has the id \(id)", alternatives: [])
        }
        let resolution = resolved(report.place)
        switch resolution.status {
        case .resolved:
            return Placement(
                status: .byName, placeIndex: resolution.candidates[0].placeIndex, reason: resolution.reason,
                alternatives: [])
        case .notFound:
            return Placement(status: .notFound, placeIndex: nil, reason: resolution.reason, alternatives: [])
        case .ambiguous:
            let anchors = report.placeHint.map { hints.indices(in: $0) } ?? []
            guard !anchors.isEmpty else { return nil }
            return nearest(report, to: anchors, label: "the places of its hint", status: .byHint)
        }
    }

    private func together(_ report: Report, sameText: Set<Int>, everywhere: Set<Int>) -> Placement {
        for (context, label) in [
            (sameText, "what the same source named that day"), (everywhere, "the places of the other reports"),
        ] where !context.isEmpty {
            if let found = nearest(report, to: context.sorted(), label: label, status: .byContext) { return found }
        }
        let names = (resolutionOfName[report.place]?.candidates ?? []).map { candidate in
            let place = gazetteer.places[candidate.placeIndex]
            return "\(place.name) (\(place.id))"
        }
        return Placement(
            status: .ambiguous, placeIndex: nil, reason: "nothing tells the places of that name apart",
            alternatives: names)
    }

    private func nearest(_ report: Report, to anchors: [Int], label: String, status: Placement.Status) -> Placement? {
        var query = Resolver.Query(report.place)
        query.near = anchors.map { gazetteer.places[$0].coordinate }
        query.nearLabel = label
        let resolution = resolver.resolve(query)
        guard let best = resolution.best else { return nil }
        return Placement(status: status, placeIndex: best.placeIndex, reason: resolution.reason, alternatives: [])
    }

    private mutating func resolved(_ name: String) -> Resolution {
        if let known = resolutionOfName[name] { return known }
        let resolution = resolver.resolve(Resolver.Query(name), suggesting: false)
        resolutionOfName[name] = resolution
        return resolution
    }
}
