import Glibc

/// Where and why a text is not JSON. `offset` counts bytes from 0.
package struct JSONError: Error, Sendable {
    package let offset: Int
    package let reason: String
}

/// A strict JSON reader over bytes (RFC 8259): bounded depth, no duplicate members, no trailing commas, no NaN, no
/// NUL in a text.
package struct JSONParser {
    /// Deeper nesting is refused: hostile input must not exhaust the stack. GeoJSON needs 8.
    package static let depthLimit = 32

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// The one value in `bytes`, with only white space around it. Throws `JSONError`. Linear in the bytes.
    package static func parse(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes: bytes)
        parser.skipSpace()
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == bytes.endIndex else { throw parser.failure("text after the value") }
        return value
    }

    private init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    private func failure(_ reason: String) -> JSONError {
        JSONError(offset: position - bytes.startIndex, reason: reason)
    }

    private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw failure("the text ends where a value was expected")
        default: return try number()
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let matches = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard matches else { throw failure("a value was expected") }
        position += text.utf8CodeUnitCount
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        // As many containers as the scanner takes.
        guard depth < Self.depthLimit else { throw failure("nested deeper than \(Self.depthLimit)") }
        position += 1
        var members: [(key: String, value: JSONValue)] = []
        var names: Set<String> = []
        skipSpace()
        if next == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw failure("a member's name in quotes was expected") }
            let name = try string()
            guard names.insert(name).inserted else {
                throw failure("the member \"\(printable(name, limit: 40))\" stands twice")
            }
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw failure("':' was expected") }
            position += 1
            skipSpace()
            members.append((name, try value(depth: depth + 1)))
            skipSpace()
            if next == UInt8(ascii: ",") {
                position += 1
            } else if next == UInt8(ascii: "}") {
                position += 1
                return .object(members)
            } else {
                throw failure("',' or '}' was expected")
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        // As many containers as the scanner takes.
        guard depth < Self.depthLimit else { throw failure("nested deeper than \(Self.depthLimit)") }
        position += 1
        var values: [JSONValue] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            position += 1
            return .array(values)
        }
        while true {
            skipSpace()
            values.append(try value(depth: depth + 1))
            skipSpace()
            if next == UInt8(ascii: ",") {
                position += 1
            } else if next == UInt8(ascii: "]") {
                position += 1
                return .array(values)
            } else {
                throw failure("',' or ']' was expected")
            }
        }
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        var out: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let text = String(validating: out, as: UTF8.self) else {
                    throw failure("a text that is not UTF-8")
                }
                return text
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &out)
            case 0..<0x20:
                throw failure("a control character in a text; write it as \\u00XX")
            default:
                out.append(byte)
                position += 1
            }
        }
        throw failure("a text is never closed")
    }

    private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
        guard let byte = next else { throw failure("a text is never closed") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"):
            var unit = try hex()
            if unit >= 0xD800, unit < 0xDC00 {
                guard next == UInt8(ascii: "\\"), position + 1 < bytes.endIndex,
                    bytes[position + 1] == UInt8(ascii: "u")
                else { throw failure("half of a surrogate pair") }
                position += 2
                let low = try hex()
                guard low >= 0xDC00, low < 0xE000 else { throw failure("half of a surrogate pair") }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            if unit == 0 { throw failure("a NUL in a text") }
            guard let scalar = Unicode.Scalar(unit) else { throw failure("half of a surrogate pair") }
            out.append(contentsOf: UTF8.encode(scalar)!)
        default: throw failure("an unknown escape in a text")
        }
    }

    private mutating func hex() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure("\\u needs four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        func digits(_ parser: inout JSONParser) -> Int {
            let first = parser.position
            while let byte = parser.next, byte >= 0x30, byte <= 0x39 { parser.position += 1 }
            return parser.position - first
        }
        if next == UInt8(ascii: "-") { position += 1 }
        let leadingZero = next == 0x30
        let whole = digits(&self)
        guard whole > 0 else {
            position = start
            throw failure("a value was expected")
        }
        guard !(leadingZero && whole > 1) else { throw failure("a number with a leading zero") }
        if next == UInt8(ascii: ".") {
            position += 1
            guard digits(&self) > 0 else { throw failure("a number with no digit after the point") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            guard digits(&self) > 0 else { throw failure("a number with no digit in its exponent") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            position = start
            throw failure("a number beyond all bounds")
        }
        return .number(value, text: text)
    }
}
