import ArgumentParser
import Geometry
import Places
import Rows
import Store

/// `--gazetteer`, for every command that looks places up.
struct GazetteerOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("Gazetteer file or folder to use instead of the usual one.", valueName: "path"),
        completion: .file())
    var gazetteer: String?

    /// The gazetteer; rows that were skipped are told on standard error.
    func load() throws -> Gazetteer {
        let result = try reportingFailures {
            guard let gazetteer, Project.isMeant(by: gazetteer) else {
                return try GazetteerReader.read(files: try GazetteerFinder.files(named: gazetteer))
            }
            let held = try ProjectFiles(gazetteer)
            return try GazetteerReader.read(files: held.places, from: held)
        }
        Notes.tell(result.problems)
        return result.gazetteer
    }
}

/// A place as the user names it: `37.16,36.57` (longitude, latitude), an id, or a name that one place has.
enum NamedPoint {
    /// The point, with the label to show for it. Throws `Failure` where the name fits no place or several.
    static func find(_ text: String, in gazetteer: Gazetteer, near: [Coordinate] = []) throws -> (
        coordinate: Coordinate, place: Place?, label: String
    ) {
        try find(text, by: Resolver(gazetteer: gazetteer), near: near)
    }

    static func find(_ written: String, by resolver: Resolver, near: [Coordinate] = []) throws -> (
        coordinate: Coordinate, place: Place?, label: String
    ) {
        // `PointArguments` puts a space before a point west of Greenwich.
        let text = String(written.drop { $0 == " " })
        if let coordinate = try coordinate(text) { return (coordinate, nil, text) }
        let gazetteer = resolver.gazetteer
        var query = Resolver.Query(text)
        query.near = near
        let resolution = resolver.resolve(query)
        if let best = resolution.best {
            let place = gazetteer.place(at: best.placeIndex)
            return (place.coordinate, place, place.name)
        }
        throw Failure(.notFound, ResolutionText.failure(text, resolution, in: gazetteer))
    }

    /// Nil where the text is no pair of numbers at all; throws where it is one that names no point.
    static func coordinate(_ text: String) throws -> Coordinate? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            Double(part.filter { $0 != " " })
        }
        guard parts.count == 2, let longitude = parts[0], let latitude = parts[1] else { return nil }
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            throw ValidationError("'\(text)' is no point: expected LON,LAT such as 37.16,36.57 (longitude first)")
        }
        return Coordinate(longitude: longitude, latitude: latitude)
    }
}
