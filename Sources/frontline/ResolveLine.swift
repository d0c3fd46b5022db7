import Geometry
import Places
import Rows

/// One line of `resolve -`: a plain name, or an object with `name` and `group`, `near`, `place`, `within`, `hint`, `kind`.
struct ResolveLine {
    let query: Resolver.Query
    /// Lines of one group are about one report.
    let group: String?
    /// Why the line is no query; the name is then the line itself.
    let problem: String?

    /// A longer line is no name: 16 KiB leaves room for a hint.
    private static let limit = 16_384

    /// `base` holds what the command line says of every line.
    init(_ line: ArraySlice<UInt8>, base: Resolver.Query, resolver: Resolver) {
        var query = base
        guard line.count <= Self.limit else {
            query.name = printable(String(decoding: line.prefix(100), as: UTF8.self))
            self.init(
                query, problem: "the line has \(line.count) bytes, more than the \(Self.limit) that a name may have")
            return
        }
        query.name = String(decoding: line, as: UTF8.self)
        guard line.first == UInt8(ascii: "{") else {
            self.init(query)
            return
        }
        do throws(JSONError) {
            let value = try JSONParser.parse(line)
            guard let name = value["name"]?.string else {
                self.init(query, problem: "the object has no \"name\"")
                return
            }
            query.name = name
            let group = value["group"].flatMap { $0.string ?? $0.number.map { Decimals.shortest($0, decimals: 6) } }
            let problem = Self.add(value, to: &query, resolver)
            self.init(query, group: group, problem: problem)
        } catch {
            self.init(query, problem: "not JSON at column \(error.offset + 1): \(error.reason)")
        }
    }

    private init(_ query: Resolver.Query, group: String? = nil, problem: String? = nil) {
        self.query = query
        self.group = group
        self.problem = problem
    }

    /// Takes the context over; what is wrong with it, or nil.
    private static func add(_ value: JSONValue, to query: inout Resolver.Query, _ resolver: Resolver) -> String? {
        if let unit = value["within"]?.string { query.within = unit }
        if let hint = value["hint"]?.string { query.hint = hint }
        if let kind = value["kind"]?.string { query.kind = kind }
        if let pair = value["near"]?.array {
            guard pair.count == 2, let longitude = pair[0].number, let latitude = pair[1].number,
                abs(longitude) <= 180, abs(latitude) <= 90
            else { return "\"near\" is no [longitude, latitude]" }
            query.near.append(Coordinate(longitude: longitude, latitude: latitude))
        }
        for key in ["near", "place"] {
            guard let text = value[key]?.string else { continue }
            guard let point = try? NamedPoint.find(text, by: resolver) else {
                return "\"\(key)\": \"\(printable(text))\" is no place that is known beyond doubt"
            }
            query.near.append(point.coordinate)
            query.nearLabel = point.label
        }
        return nil
    }
}
