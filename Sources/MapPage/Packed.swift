/// Whole numbers in few bytes, which a page reads faster than JSON: seven bits a byte, the lowest first (LEB128), as
/// base64 text (RFC 4648, section 4).
struct Packed {
    private(set) var bytes: [UInt8] = []

    /// - Precondition: the number is not negative.
    mutating func add(_ number: Int) {
        precondition(number >= 0, "\(number) is negative")
        var rest = UInt64(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number of either sign: 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 …
    mutating func addSigned(_ number: Int) { add(Self.folded(number)) }

    static func folded(_ number: Int) -> Int { number >= 0 ? number << 1 : (-number << 1) - 1 }

    var base64: [UInt8] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let count = min(3, bytes.count - index)
            var group = UInt32(bytes[index]) << 16
            if count > 1 { group |= UInt32(bytes[index + 1]) << 8 }
            if count > 2 { group |= UInt32(bytes[index + 2]) }
            for place in 0..<4 {
                text.append(place <= count ? letters[Int(group >> UInt32(18 - 6 * place) & 63)] : 0x3D)
            }
            index += 3
        }
        return text
    }
}
