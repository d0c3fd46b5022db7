import Rows
import Testing

@Suite struct DecimalsTests {
    @Test(arguments: [
        (1.005, 1, "1.0", "1"), (12.35, 1, "12.4", "12.4"), (-0.04, 1, "0.0", "0"), (0.5, 0, "1", "1"),
        (1234.5, 3, "1234.500", "1234.5"),
        (-2.25, 2, "-2.25", "-2.25"), (0.05, 2, "0.05", "0.05"), (100, 3, "100.000", "100"), (0, 7, "0.0000000", "0"),
        (-37.0000001, 7, "-37.0000001", "-37.0000001"), (9.99, 1, "10.0", "10"), (120, 0, "120", "120"),
    ])
    func roundingIsTheSameEverywhere(value: Double, decimals: Int, fixed: String, shortest: String) {
        #expect(Decimals.fixed(value, decimals: decimals) == fixed)
        #expect(Decimals.shortest(value, decimals: decimals) == shortest)
    }

    @Test func controlAndBidiMarksAreShownNotObeyed() {
        #expect(printable("a\u{1B}[31mb\u{202E}c") == "a<U+001B>[31mb<U+202E>c")
        #expect(printable("كفرة") == "كفرة")
        #expect(printable("abcdef", limit: 3) == "abc…")
    }

    @Test(arguments: [("Kafrha", "Kafrah", 1), ("abc", "abc", 0), ("abc", "xyz", nil), ("ab", "abcd", 2)])
    func editDistanceCountsSwapsAsOne(a: String, b: String, expected: Int?) {
        #expect(EditDistance.between(Array(a.utf8), Array(b.utf8), limit: 2) == expected)
    }
}
