import Rows

/// A file of data that a page may load from disk: a script that hands over one JSON object. (Pages from disk may fetch
/// nothing, but run the scripts beside them.)
enum DataScript {
    static func bytes(_ name: StaticString, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.raw("'use strict';\nFrontline.load('")
        json.raw(name)
        json.raw("', ")
        json.object(body)
        return disarmed(json.bytes) + Array(");\n".utf8)
    }

    /// The text with characters that reorder what stands around them (bidi embeddings, overrides, isolates: U+202A to U+202E,
    /// U+2066 to U+2069) made U+FFFD, so that no name or note can turn the words of the page about.
    static func disarmed(_ utf8: [UInt8]) -> [UInt8] {
        var bytes = utf8
        for index in bytes.indices.dropLast(2) where bytes[index] == 0xE2 {
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            guard (second == 0x80 && (0xAA...0xAE).contains(third)) || (second == 0x81 && (0xA6...0xA9).contains(third))
            else { continue }
            (bytes[index], bytes[index + 1], bytes[index + 2]) = (0xEF, 0xBF, 0xBD)
        }
        return bytes
    }
}

extension JSONWriter {
    mutating func packed(_ name: String, _ packed: Packed) {
        key(name)
        raw(bytes: [0x22] + packed.base64 + [0x22])
    }

    mutating func optional(_ text: String?) {
        if let text { string(text) } else { null() }
    }
}
