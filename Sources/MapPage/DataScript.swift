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
        return json.bytes + Array(");\n".utf8)
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
