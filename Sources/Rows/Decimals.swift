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
        var text = fixed(value, decimals: decimals)
        guard decimals > 0, text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}
