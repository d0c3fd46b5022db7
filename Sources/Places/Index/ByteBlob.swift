/// Appends numbers and texts to bytes, small numbers in few bytes (LEB128).
struct BlobWriter {
    var bytes: [UInt8] = []

    mutating func number(_ value: Int) {
        var rest = UInt64(max(0, value))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Numbers of both signs.
    mutating func signed(_ value: Int) { number(value < 0 ? -2 * value - 1 : 2 * value) }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 {
            number($0.count)
            bytes.append(contentsOf: $0)
        }
    }
}

/// Reads what ``BlobWriter`` wrote. Never reads beyond its bytes, whatever stands in them: a file may be damaged.
struct BlobReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// The bytes made no sense; all that is read from here on is nothing.
    private(set) var isBroken = false

    var isAtEnd: Bool { position >= bytes.count }

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func number() -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 63 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(truncatingIfNeeded: value & 0x7FFF_FFFF_FFFF_FFFF) }
            shift += 7
        }
        isBroken = true
        return 0
    }

    mutating func signed() -> Int {
        let value = number()
        return value & 1 == 1 ? -(value >> 1) - 1 : value >> 1
    }

    /// A count of things that take at least a byte each; 0 where there cannot be so many.
    mutating func count() -> Int {
        let value = number()
        guard value <= bytes.count - position else {
            isBroken = true
            return 0
        }
        return value
    }

    mutating func text() -> String {
        let length = count()
        defer { position += length }
        return String(decoding: bytes[position..<(position + length)], as: UTF8.self)
    }
}
