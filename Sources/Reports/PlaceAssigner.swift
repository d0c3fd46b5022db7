package import Places

/// Finds the place of each report: by id; by name; and where a name alone leaves doubt, together with the other names and
/// the hints of what the same source said on the same day.
package struct PlaceAssigner {
    private let gazetteer: Gazetteer
    private let resolver: Resolver
    private var resolutionAlone: [Mention: Resolution] = [:]

    /// A name as a source used it, with what its hint says.
    private struct Mention: Hashable {
        let name: String
        let hint: String?
        let kind: String?
    }

    /// A place that is at least this likely by its name alone needs no company.
    private static let certain = 0.97

    package init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        resolver = Resolver(gazetteer: gazetteer)
    }

    /// One placement per report, in their order. The result does not hang on that order.
    package mutating func assign(_ reports: [Report]) -> [Placement] {
        var placements = reports.map { given($0) }
        var groups: [String: [Int]] = [:]
        for (index, report) in reports.enumerated() where placements[index] == nil {
            groups[Self.group(report), default: []].append(index)
        }
        for key in groups.keys.sorted() { assign(groups[key]!, reports, &placements) }
        // What is still open lies, if anywhere, among the places of all other reports.
        let everywhere = Set(placements.compactMap { $0?.placeIndex }).sorted()
        for index in reports.indices where placements[index]?.status == .ambiguous && !everywhere.isEmpty {
            if let placement = among(everywhere, reports[index]) { placements[index] = placement }
        }
        return placements.map { $0! }
    }

    private static func group(_ report: Report) -> String {
        "\(report.via ?? report.source)\u{1F}\(report.publishedAt.start.date)"
    }

    private func given(_ report: Report) -> Placement? {
        guard let id = report.placeID else { return nil }
        if let index = gazetteer.index(id: id) {
            return Placement(status: .given, placeIndex: index, reason: "the report names the id", alternatives: [])
        }
        return Placement(status: .notFound, placeIndex: nil, reason: "no place has the id \(id)", alternatives: [])
    }

    /// The reports of one source and day.
    private mutating func assign(_ members: [Int], _ reports: [Report], _ placements: inout [Placement?]) {
        func mention(_ index: Int) -> Mention {
            Mention(name: reports[index].place, hint: reports[index].placeHint, kind: nil)
        }
        // Sorted, so that the order of the rows does not count.
        let mentions = Set(members.map(mention)).sorted { ($0.name, $0.hint ?? "") < ($1.name, $1.hint ?? "") }
        var answers = mentions.map { alone($0) }
        let doubtful = answers.map { ($0.best?.probability ?? 0) < Self.certain }
        if mentions.count > 1, doubtful.contains(true) {
            let joint = resolver.resolve(together: mentions.map { Self.query($0, withHint: true) })
            for index in mentions.indices where doubtful[index] { answers[index] = joint[index] }
        }
        let answerOf = Dictionary(uniqueKeysWithValues: zip(mentions, answers))
        for index in members { placements[index] = placement(mention(index), answerOf[mention(index)]!) }
    }

    private static func query(_ mention: Mention, withHint: Bool) -> Resolver.Query {
        var query = Resolver.Query(mention.name)
        if withHint { query.hint = mention.hint }
        return query
    }

    private mutating func alone(_ mention: Mention) -> Resolution {
        if let known = resolutionAlone[mention] { return known }
        let resolution = resolver.resolve(Self.query(mention, withHint: true))
        resolutionAlone[mention] = resolution
        return resolution
    }

    private mutating func placement(_ mention: Mention, _ resolution: Resolution) -> Placement {
        guard let best = resolution.best else {
            return Placement(
                status: resolution.status == .ambiguous ? .ambiguous : .notFound, placeIndex: nil,
                reason: resolution.reason, alternatives: resolution.candidates.prefix(3).map(label))
        }
        let status: Placement.Status
        if best.rule == .spelling {
            status = .bySpelling
        } else {
            let bare = alone(Mention(name: mention.name, hint: nil, kind: nil))
            let isSame = bare.best?.placeIndex == best.placeIndex
            status = isSame ? .byName : alone(mention).best?.placeIndex == best.placeIndex ? .byHint : .byContext
        }
        return Placement(status: status, placeIndex: best.placeIndex, reason: resolution.reason, alternatives: [])
    }

    private func label(_ candidate: Resolution.Candidate) -> String {
        let place = gazetteer.place(at: candidate.placeIndex)
        let label = "\(place.name) (\(place.id))"
        return candidate.rule == .spelling ? "\(candidate.spelling.text) = \(label)" : label
    }

    private func among(_ places: [Int], _ report: Report) -> Placement? {
        var query = Resolver.Query(report.place)
        query.near = places.map { gazetteer.place(at: $0).coordinate }
        query.nearLabel = "the places of the other reports"
        let resolution = resolver.resolve(query)
        // Company tells places of one name apart; it does not turn one name into another.
        guard let best = resolution.best, best.rule < .spelling else { return nil }
        return Placement(
            status: .byContext, placeIndex: best.placeIndex, reason: resolution.reason, alternatives: [])
    }
}
