import Rows

/// A member of JSON as a name with a text, for formats that know no more.
struct FlatMember {
    let name: String
    let text: String

    /// Members of members get names with a dot; what stands in an array is one text, of a report its id.
    static func all(_ name: String, _ value: JSONValue) -> [FlatMember] {
        switch value {
        case .null: []
        case .object(let members): members.flatMap { all("\(name).\($0.key)", $0.value) }
        case .array(let values): [FlatMember(name: name, text: values.map(text).joined(separator: ", "))]
        default: [FlatMember(name: name, text: text(value))]
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(_, let text): text
        case .string(let text): text
        case .array, .object:
            value["record_id"]?.string ?? String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
        }
    }
}
