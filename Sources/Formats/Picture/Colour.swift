/// A colour that can be mixed.
struct Colour {
    let red: Double
    let green: Double
    let blue: Double

    /// `#RRGGBB`; grey where it is something else.
    init(_ hex: String) {
        let value = hex.count == 7 && hex.first == "#" ? Int(hex.dropFirst(), radix: 16) : nil
        let number = value ?? 0x808080
        self.init(Double(number >> 16), Double(number >> 8 & 255), Double(number & 255))
    }

    private init(_ red: Double, _ green: Double, _ blue: Double) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// This much of it, the rest white.
    func tint(_ share: Double) -> String { mixed(share, with: 255) }

    /// This much of it, the rest black.
    func shade(_ share: Double) -> String { mixed(share, with: 0) }

    private func mixed(_ share: Double, with other: Double) -> String {
        "#"
            + [red, green, blue].map { value in
                let digits = String(Int((value * share + other * (1 - share)).rounded()), radix: 16, uppercase: true)
                return digits.count < 2 ? "0" + digits : digits
            }.joined()
    }
}
