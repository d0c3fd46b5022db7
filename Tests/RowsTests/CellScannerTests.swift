import Rows
import TestSupport
import Testing

struct CellScannerTests {
    /// The same records as the reader that makes texts of all cells, over bytes thrown together.
    @Test(arguments: 0..<400) func readsTheSameRecords(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "a", "b ", "\"", "\"\"", ",", ",", "\n", "\r\n", "\r", "\t", "é", "\u{FF}", " \"x,y\" ", "\"q\nr\"", "12.5",
        ]
        var bytes = Array("one,two\n".utf8)
        for _ in 0..<Int.random(in: 1..<60, using: &random) {
            let piece = pieces.randomElement(using: &random)!
            bytes += piece == "\u{FF}" ? [0xFF] : Array(piece.utf8)
        }
        for (dialect, separator) in [(DelimitedReader.Dialect.csv, ","), (.tsv, "\t")] {
            let table = separator == "," ? bytes : Array("one\ttwo\n".utf8) + bytes.dropFirst(8)
            let rows = try DelimitedReader.read(table, file: "t", dialect: dialect)
            var scanner = try CellScanner(table, file: "t", dialect: dialect)
            #expect(scanner.advance() && scanner.text(0) == "one")
            var seen: [[String]] = []
            var lines: [Int] = []
            var skipped: [Int] = []
            while scanner.advance() {
                if scanner.fact == nil && scanner.isBlank { continue }
                if scanner.fact != nil || scanner.cellCount != 2 {
                    skipped.append(scanner.line)
                } else {
                    seen.append([scanner.text(0), scanner.text(1)])
                    lines.append(scanner.line)
                }
            }
            #expect(seen == rows.rows.map(\.cells) && lines == rows.rows.map(\.line))
            #expect(skipped == rows.problems.map(\.line))
        }
    }

    @Test func numbersAreTheNearestDoubles() {
        var random = SeededGenerator(seed: 5)
        func value(_ text: String) -> Double? { Array(text.utf8).withUnsafeBufferPointer { Decimals.value($0) } }
        for _ in 0..<20_000 {
            let digits = Int.random(in: 0...9, using: &random)
            let text = Decimals.fixed(Double.random(in: -180...180, using: &random), decimals: digits)
            #expect(value(text) == Double(text), "\(text)")
        }
        for text in ["36.123456789012345678", "1e2", "+5", ".5", "5.", "-0", "00012.50", "123456789012345678"] {
            #expect(value(text) == Double(text), "\(text)")
        }
        for text in ["", "-", ".", "nan", "inf", "0x1p3", "36,5", "1e999", "36°", "1 2", "--1", "1.2.3"] {
            #expect(value(text) == nil, "\(text)")
        }
    }

    @Test func positionsAreWrittenShort() {
        func text(_ x: Int32, _ y: Int32) -> String {
            var json = JSONWriter()
            json.position(x, y)
            return String(decoding: json.bytes, as: UTF8.self)
        }
        #expect(text(362_500_000, -1) == "[36.25,-0.0000001]")
        #expect(text(0, 1_800_000_000) == "[0,180]")
        #expect(text(.min, .max) == "[-214.7483648,214.7483647]")
        var random = SeededGenerator(seed: 6)
        for _ in 0..<5_000 {
            let (x, y) = (
                Int32.random(in: .min ... .max, using: &random), Int32.random(in: -9_999...9_999, using: &random)
            )
            let expected = [x, y].map { Decimals.shortest(Double($0) / 1e7, decimals: 7) }
            #expect(text(x, y) == "[\(expected[0]),\(expected[1])]")
        }
    }
}
