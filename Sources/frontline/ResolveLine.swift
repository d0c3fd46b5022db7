import Geometry
import Places
import Rows

/// One line of `resolve -`: a plain name, or an object with `name` and `near`, `place`, `within`, `hint`.
struct ResolveLine {
    let query: Resolver.Query
    /// Why the line is no query; the name is then the line itself.
    let problem: String?

    /// A longer line is no name: 16 KiB leaves room for a hint.
    private static let limit = 16_384

    /// `base` holds what the command line says of every line.
    init(_ line: ArraySlice<UInt8>, base: Resolver.Query, gazetteer: Gazetteer, hints: inout HintAnchors) {
        var query = base
        guard line.count <= Self.limit else {
            query.name = printable(String(decoding: line.prefix(100), as: UTF8.self))
            self.query = query
            problem = "the line has \(line.count) bytes, more than the \(Self.limit) that a name may have"
            return
        }
        query.name = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        guard line.first == UInt8(ascii: "{") else {
            self.query = query
            problem = nil
            return
        }
        do throws(JSONError) {
            let value = try JSONParser.parse(line)
            guard let name = value["name"]?.string else {
                self.query = query
                problem = "the object has no \"name\""
                return
            }
            query.name = name
            if let unit = value["within"]?.string { query.within = unit }
            if let pair = value["near"]?.array, pair.count == 2, let longitude = pair[0].number,
                let latitude = pair[1].number, abs(longitude) <= 180, abs(latitude) <= 90
            {
                query.near.append(Coordinate(longitude: longitude, latitude: latitude))
            }
            for key in ["near", "place"] {
                if let text = value[key]?.string, let point = try? NamedPoint.find(text, in: gazetteer) {
                    query.near.append(point.coordinate)
                }
            }
            if let hint = value["hint"]?.string { query.near += hints.coordinates(in: hint) }
            self.query = query
            problem = nil
        } catch {
            self.query = query
            problem = "not JSON at column \(error.offset + 1): \(error.reason)"
        }
    }
}
