import Glibc

/// Numbers as text, the same on every machine and under every locale.
package enum Decimals {
    /// `value` rounded half away from zero to `decimals` (0...9) digits, all of them written: `12.30`.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        let scale = powers[decimals]
        let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e18 else { return "\(value)" }
        let units = Int64(scaled)
        let sign = value < 0 && units != 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(units) }
        let fraction = String(units % Int64(scale))
        return sign + String(units / Int64(scale)) + "."
            + String(repeating: "0", count: decimals - fraction.count) + fraction
    }

    /// As `fixed`, without zeros at the end: `12.3`, `12`.
    package static func shortest(_ value: Double, decimals: Int) -> String {
        var bytes: [UInt8] = []
        appendShortest(value, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As ``shortest(_:decimals:)``, at the end of some bytes.
    package static func appendShortest(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
        let scaled = (value.magnitude * powers[decimals]).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e18 else {
            bytes.append(contentsOf: "\(value)".utf8)
            return
        }
        var units = UInt64(scaled)
        if value < 0, units != 0 { bytes.append(UInt8(ascii: "-")) }
        var places = decimals
        while places > 0, units % 10 == 0 {
            units /= 10
            places -= 1
        }
        // From the last digit to the first; 19 digits and the point at most.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
            var start = digits.count
            var written = 0
            repeat {
                if written == places, places > 0 {
                    start -= 1
                    digits[start] = UInt8(ascii: ".")
                }
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(units % 10)
                units /= 10
                written += 1
            } while units > 0 || written <= places
            bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[start...]))
        }
    }

    static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}
