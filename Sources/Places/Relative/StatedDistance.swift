/// A distance as a text gives it.
package struct StatedDistance: Sendable, Equatable {
    /// The two are equal unless a range was stated ("5 to 6 km").
    package let lowerInMetres: Double
    package let upperInMetres: Double
    /// Half of the smallest step that the number tells apart: 500 m for 10 km and for 7 km, 5 km for 100 km, 250 m for
    /// 5½ km, 50 m for 2.3 km. Chapman & Wieczorek 2020 (Georeferencing Best Practices, GBIF) take the step from the
    /// fraction's denominator, and for a power of ten from the next lower power.
    package let precisionInMetres: Double
    /// "About" changes nothing of the rule; it is kept to be shown.
    package let isAbout: Bool

    package var middleInMetres: Double { (lowerInMetres + upperInMetres) / 2 }

    /// The step of a number, in its unit.
    static func step(of number: StatedNumber) -> Double {
        if number.decimals > 0 {
            let tail = number.value - number.value.rounded(.down)
            for denominator in [2.0, 4] where tail > 0 && (tail * denominator).rounded() == tail * denominator {
                return 1 / denominator
            }
            return (0..<min(number.decimals, 9)).reduce(1.0) { step, _ in step / 10 }
        }
        var power = 1.0
        while power < 1e6, number.value > 0, (number.value / (power * 10)).rounded() * power * 10 == number.value {
            power *= 10
        }
        return max(1, power / 10)
    }
}
