import Geometry
import Rows

/// One reconciliation query, of either version.
struct ReconciliationQuery: Sendable {
    /// A property's values as texts; of entities their ids.
    struct Hint: Sendable {
        let property: String
        let values: [String]
    }

    var name: String?
    var types: [String] = []
    var limit: Int
    var hints: [Hint] = []

    /// A query of version 0.2: `query`, `type`, `limit`, `properties`, `type_strict`, and nothing else.
    init(version02 value: JSONValue, key: String, limit: Int) throws(ReconciliationFact) {
        func wrong(_ reason: String) -> ReconciliationFact { .badQuery(key: key, reason: reason) }
        self.limit = limit
        guard let members = value.members else { throw wrong("expected an object") }
        for (name, value) in members {
            switch name {
            case "query":
                guard let text = value.string, !text.isEmpty else { throw wrong("\"query\" is no text, or empty") }
                self.name = text
            case "type":
                types = try Self.texts(value, "type", key)
            case "limit":
                self.limit = try Self.limit(value, key, most: limit)
            case "properties":
                guard let list = value.array else { throw wrong("\"properties\" is no array") }
                for one in list { try addHint(one, "pid", "v", key) }
            case "type_strict":
                guard ["any", "should", "all"].contains(value.string) else {
                    throw wrong("\"type_strict\" is none of any, should, all")
                }
            default: throw wrong("no field is called \"\(printable(name, limit: 40))\"")
            }
        }
        guard name != nil || !hints.isEmpty else { throw wrong("it has neither \"query\" nor \"properties\"") }
    }

    /// A query of the 1.0 draft: `conditions`, `type`, `limit`, `lang`. The draft has had two names for the fields of a
    /// condition; both are read.
    init(draft value: JSONValue, key: String, limit: Int) throws(ReconciliationFact) {
        func wrong(_ reason: String) -> ReconciliationFact { .badQuery(key: key, reason: reason) }
        self.limit = limit
        guard let members = value.members else { throw wrong("expected an object") }
        for (name, value) in members {
            switch name {
            case "type": types = try Self.texts(value, "type", key)
            case "limit": self.limit = try Self.limit(value, key, most: limit)
            case "lang", "dir", "userId": continue
            case "conditions":
                for one in value.array ?? [] {
                    switch one["matchType"]?.string {
                    case "name":
                        guard let text = (one["propertyValue"] ?? one["v"])?.string, !text.isEmpty else {
                            throw wrong("a name condition has no text")
                        }
                        self.name = text
                    case "property":
                        let isOld = one["pid"] != nil
                        try addHint(one, isOld ? "pid" : "propertyId", one["v"] != nil ? "v" : "propertyValue", key)
                    default: throw wrong("a condition's \"matchType\" is neither name nor property")
                    }
                }
            default: throw wrong("no field is called \"\(printable(name, limit: 40))\"")
            }
        }
        guard name != nil || !hints.isEmpty else { throw wrong("it has no conditions") }
    }

    private mutating func addHint(_ value: JSONValue, _ id: String, _ values: String, _ key: String)
        throws(ReconciliationFact)
    {
        guard let property = value[id]?.string, let given = value[values] else {
            throw .badQuery(key: key, reason: "a property has no \"\(id)\" or no \"\(values)\"")
        }
        var texts: [String] = []
        // [lon, lat] as two numbers is one point, not two values.
        let numbers = given.array?.compactMap(\.number) ?? []
        if property == "near", numbers.count == 2, given.array?.count == 2 {
            texts = ["\(numbers[0]),\(numbers[1])"]
        } else {
            for one in given.array ?? [given] {
                switch one {
                case .string(let text): texts.append(text)
                case .number(_, let text): texts.append(text)
                case .bool(let flag): texts.append(flag ? "true" : "false")
                case .object:
                    guard let id = one["id"]?.string else {
                        throw .badQuery(
                            key: key, reason: "a value of \"\(printable(property, limit: 40))\" has no \"id\"")
                    }
                    texts.append(id)
                default:
                    throw .badQuery(key: key, reason: "a value of \"\(printable(property, limit: 40))\" is no value")
                }
            }
        }
        hints.append(Hint(property: property, values: texts))
    }

    private static func texts(_ value: JSONValue, _ name: String, _ key: String) throws(ReconciliationFact) -> [String]
    {
        var out: [String] = []
        for one in value.array ?? [value] {
            // OpenRefine sends types as ids or as objects with one.
            guard let text = one.string ?? one["id"]?.string else {
                throw .badQuery(key: key, reason: "\"\(name)\" is no text")
            }
            out.append(text)
        }
        return out
    }

    private static func limit(_ value: JSONValue, _ key: String, most: Int) throws(ReconciliationFact) -> Int {
        guard let number = value.number, number >= 1, number == number.rounded() else {
            throw .badQuery(key: key, reason: "\"limit\" is no number from 1 on")
        }
        return number >= Double(most) ? most : Int(number)
    }
}
