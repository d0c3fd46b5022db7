import Formats
import Geometry
import Places
import Rows

/// Which place a report is taken to speak of, and why.
struct UnderstoodPlace {
    let place: Place
    let reason: String
    /// Nil where an id was given.
    let probability: Double?

    /// Throws `Failure` where no place or several may be meant, with what to do about it.
    init(_ options: OneReportOptions, in gazetteer: Gazetteer, near: Coordinate?) throws {
        if let id = options.placeId {
            guard let index = gazetteer.index(id: id) else {
                throw Failure(.notFound, "--place-id \(printable(id)): no place of the gazetteer has this id")
            }
            self.init(place: gazetteer.place(at: index), reason: "the id is given", probability: nil)
            return
        }
        let name = options.place ?? ""
        let resolver = Resolver(gazetteer: gazetteer)
        if let phrase = try? RelativeExpression(parsing: name) {
            try self.init(phrase, in: gazetteer, resolver, near)
            return
        }
        var query = Resolver.Query(name)
        query.hint = options.placeHint
        query.near = near.map { [$0] } ?? []
        query.nearLabel = "the places of the other reports"
        let resolution = resolver.resolve(query)
        guard let best = resolution.best else {
            let way = "name one with --place-id, or say where it is with --place-hint"
            throw Failure(
                resolution.status == .notFound ? .notFound : .inputRejected,
                ResolutionText.failure(name, resolution, in: gazetteer) + Self.list(resolution, gazetteer) + "\n" + way)
        }
        self.init(
            place: gazetteer.place(at: best.placeIndex),
            reason: "\(resolution.reason); \(ResolutionText.spelling(best, of: name, by: resolver))",
            probability: best.probability)
    }

    private init(place: Place, reason: String, probability: Double?) {
        self.place = place
        self.reason = reason
        self.probability = probability
    }

    /// A place that the phrase names and that lies where it says. A region alone is no place to report of.
    private init(
        _ phrase: RelativeExpression, in gazetteer: Gazetteer, _ resolver: Resolver, _ near: Coordinate?
    ) throws {
        let locality = Locator(gazetteer, lookup: ResolverLookup(resolver)).locate(
            phrase, near: near.map { [$0] } ?? [])
        guard let reading = locality.readings.first else {
            throw Failure(
                locality.status == .notFound ? .notFound : .inputRejected, printable(locality.reason, limit: 400))
        }
        guard case .inside(let index)? = reading.named else {
            throw Failure(
                .inputRejected,
                "the phrase means a region and no place:\n" + LocalityText.text(locality, in: gazetteer)
                    + "name the place that is meant with --place-id")
        }
        self.init(
            place: gazetteer.place(at: index), reason: "of that name, and in the region of the phrase",
            probability: reading.probability)
    }

    private static func list(_ resolution: Resolution, _ gazetteer: Gazetteer) -> String {
        resolution.candidates.prefix(5).map { candidate in
            let place = gazetteer.place(at: candidate.placeIndex)
            return "\n  \(Decimals.fixed(candidate.probability, decimals: 2))  \(ResolutionText.title(place))  "
                + ResolutionText.position(place)
        }
        .joined()
    }

    var text: String {
        "place   \(ResolutionText.title(place))\n        \(ResolutionText.position(place))\n        \(reason)"
            + (probability.map { "; \(Decimals.fixed($0, decimals: 2)) sure" } ?? "") + "\n"
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            for (key, text) in [("id", place.id), ("name", place.name), ("kind", place.kind.rawValue)] {
                json.key(key)
                json.string(text)
            }
            for (key, number) in [("lon", place.coordinate.longitude), ("lat", place.coordinate.latitude)] {
                json.key(key)
                json.number(number, decimals: 7)
            }
            if let probability {
                json.key("probability")
                json.number(probability, decimals: 4)
            }
            json.key("reason")
            json.string(reason)
        }
    }
}
