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
    /// What was passed over in a line that is answered.
    let note: String?

    /// A longer line is no name: 16 KiB leaves room for a hint.
    static let limit = 16_384

    /// `base` holds what the command line says of every line.
    init(_ line: ArraySlice<UInt8>, base: Resolver.Query, resolver: Resolver) {
        var query = base
        guard line.count <= Self.limit else {
            query.name = printable(String(decoding: line.prefix(100), as: UTF8.self))
            self.init(
                query, problem: "the line has \(line.count) bytes, more than the \(Self.limit) that a name may have")
            return
        }
        guard let text = String(validating: line, as: UTF8.self) else {
            query.name = printable(String(decoding: line, as: UTF8.self))
            self.init(query, problem: RowFact(firstInvalidByteOf: line).sentence)
            return
        }
        query.name = text
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
            let problem = Self.mistyped(value) ?? Self.add(value, to: &query, resolver)
            self.init(
                query, group: Self.group(value["group"]), problem: problem,
                note: value["kind"]?.string.flatMap(resolver.unknownKind).map(Self.sentence))
        } catch {
            self.init(query, problem: "not JSON at column \(error.offset + 1): \(error.reason)")
        }
    }

    private init(_ query: Resolver.Query, group: String? = nil, problem: String? = nil, note: String? = nil) {
        self.query = query
        self.group = group
        self.problem = problem
        self.note = note
    }

    /// That a word names no kind of place.
    static func sentence(_ unknown: (word: String, nearest: String?)) -> String {
        "kind \"\(printable(unknown.word, limit: 60))\" is no kind of place"
            + (unknown.nearest.map { " (did you mean \($0)?)" } ?? "; leave it out, or name one such as village")
    }

    /// The key of the group: a number and its text are one group, an empty text is none.
    private static func group(_ value: JSONValue?) -> String? {
        if let text = value?.string { return text.isEmpty ? nil : text }
        return value?.number.map { number in Int(exactly: number).map { "\($0)" } ?? "\(number)" }
    }

    /// A member of the wrong type would be passed over, and the answer given without it.
    private static func mistyped(_ value: JSONValue) -> String? {
        for key in ["place", "within", "hint", "kind"] {
            guard let member = value[key], member != .null, member.string == nil else { continue }
            return "\"\(key)\" is no text"
        }
        if let near = value["near"], near != .null, near.string == nil, near.array == nil {
            return "\"near\" is no [longitude, latitude]"
        }
        guard let group = value["group"], group != .null, group.string == nil else { return nil }
        guard let number = group.number else { return "\"group\" is no text and no number" }
        // Beyond this two numbers are read as one.
        return abs(number) < 9_007_199_254_740_992 ? nil : "\"group\" is too large a number; write it as a text"
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
