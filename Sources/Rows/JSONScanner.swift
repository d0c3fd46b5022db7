/// Walks through JSON bytes without building values (RFC 8259): for files of many megabytes, of which little is kept.
///
/// As strict as ``JSONParser``: bounded depth, no member twice, no trailing commas, UTF-8 only, and no NUL in a text.
/// The caller takes every value that it is led to, by one of the reading functions or by ``skip()``.
package struct JSONScanner {
    package let bytes: UnsafeBufferPointer<UInt8>
    /// Where the next byte is read, from 0.
    package internal(set) var position: Int
    private var depth = 0

    /// The bytes must outlive the scanner.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    package func failure(_ reason: String, at offset: Int? = nil) -> JSONError {
        JSONError(offset: offset ?? position, reason: reason)
    }

    /// The next byte that is no white space, not taken yet; nil at the end.
    @inline(__always)
    package mutating func peek() -> UInt8? {
        while position < bytes.count {
            let byte = bytes[position]
            if byte > 0x20 || !(byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09) { return byte }
            position += 1
        }
        return nil
    }

    /// Takes a byte if it comes next after white space.
    @inline(__always)
    package mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// Whether a byte stands between an earlier position and the present one.
    package func passed(_ byte: UInt8, since start: Int) -> Bool { bytes[start..<position].contains(byte) }

    /// What is known of the object that is being walked through.
    package struct Members {
        var isFirst = true
        var names: [String] = []
        var set: Set<String> = []
    }

    /// Steps into an object. Throws where the next value is none.
    package mutating func openObject() throws(JSONError) -> Members {
        try open(0x7B, "an object was expected")
        return Members()
    }

    /// The name of the next member, whose value is to be taken next; nil, and stepped out, at the end of the object.
    package mutating func nextMember(_ members: inout Members) throws(JSONError) -> String? {
        if take(0x7D) {
            // A comma before the end was refused below.
            depth -= 1
            return nil
        }
        if members.isFirst {
            members.isFirst = false
        } else if !take(0x2C) {
            throw failure("',' or '}' was expected")
        }
        guard peek() == 0x22 else { throw failure("a member's name in quotes was expected") }
        let start = position
        let name = try string()
        try note(name, at: start, in: &members)
        guard take(0x3A) else { throw failure("':' was expected") }
        return name
    }

    /// Few names are compared one by one, many by a set.
    private func note(_ name: String, at start: Int, in members: inout Members) throws(JSONError) {
        let isNew: Bool
        if members.names.count < 16 {
            isNew = !members.names.contains(name)
            members.names.append(name)
        } else {
            if members.set.isEmpty { members.set = Set(members.names) }
            isNew = members.set.insert(name).inserted
        }
        if !isNew { throw failure("the member \"\(printable(name, limit: 40))\" stands twice", at: start) }
    }

    /// Steps into an array; then ``nextElement(_:)`` before each element. Throws where the next value is none.
    package mutating func openArray() throws(JSONError) -> Bool {
        try open(0x5B, "an array was expected")
        return true
    }

    /// True where another element follows; false, and stepped out, at the end of the array.
    @inline(__always)
    package mutating func nextElement(_ isFirst: inout Bool) throws(JSONError) -> Bool {
        if isFirst {
            isFirst = false
            if take(0x5D) {
                depth -= 1
                return false
            }
            return true
        }
        guard let byte = peek() else { throw failure("the text ends within an array") }
        position += 1
        if byte == 0x2C { return true }
        if byte == 0x5D {
            depth -= 1
            return false
        }
        position -= 1
        throw failure("',' or ']' was expected")
    }

    private mutating func open(_ byte: UInt8, _ reason: String) throws(JSONError) {
        guard take(byte) else { throw failure(peek() == nil ? "the text ends where a value was expected" : reason) }
        depth += 1
        guard depth <= JSONParser.depthLimit else { throw failure("nested deeper than \(JSONParser.depthLimit)") }
    }

    /// Passes over one value of any kind, checking it all the same.
    package mutating func skip() throws(JSONError) {
        switch peek() {
        case 0x7B:
            var members = try openObject()
            while try nextMember(&members) != nil { try skip() }
        case 0x5B:
            var isFirst = try openArray()
            while try nextElement(&isFirst) { try skip() }
        case 0x22: _ = try rawString()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case nil: throw failure("the text ends where a value was expected")
        default: _ = try numberText()
        }
    }

    /// True, and taken, where the next value is `null`.
    package mutating func takeNull() throws(JSONError) -> Bool {
        guard peek() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    private mutating func word(_ text: StaticString) throws(JSONError) {
        let length = text.utf8CodeUnitCount
        let matches =
            position + length <= bytes.count
            && text.withUTF8Buffer { word in word.indices.allSatisfy { bytes[position + $0] == word[$0] } }
        guard matches else { throw failure("a value was expected") }
        position += length
    }

    /// The next value as a tree, for the few that are small and of any shape.
    package mutating func value() throws(JSONError) -> JSONValue {
        _ = peek()
        let start = position
        try skip()
        do throws(JSONError) {
            return try JSONParser.parse(Array(bytes[start..<position])[...])
        } catch {
            throw JSONError(offset: start + error.offset, reason: error.reason)
        }
    }
}
