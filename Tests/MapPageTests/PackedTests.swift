import Foundation
import TestSupport
import Testing

@testable import MapPage

/// Numbers as they are packed, read back by another reader than the page's.
@Suite struct PackedTests {
    @Test func numbersComeBack() throws {
        var random = SeededGenerator(seed: 7)
        for count in 0..<70 {
            let numbers = (0..<count).map { _ in
                Int.random(in: 0...(1 << Int.random(in: 0...40, using: &random)), using: &random)
            }
            var packed = Packed()
            for number in numbers { packed.add(number) }
            var reader = try PackedReader(String(decoding: packed.base64, as: UTF8.self))
            #expect(try numbers.map { _ in try reader.next() } == numbers)
            #expect(reader.isAtEnd)
        }
    }

    @Test func signsComeBack() throws {
        let numbers = [0, -1, 1, -2, 2, -64, 63, 64, -65, -3_600_000, 3_600_000]
        var packed = Packed()
        for number in numbers { packed.addSigned(number) }
        var reader = try PackedReader(String(decoding: packed.base64, as: UTF8.self))
        #expect(try numbers.map { _ in try reader.nextSigned() } == numbers)
    }

    /// A timeline of hundredths says the same at every moment, however long nothing changes and however far it jumps.
    @Test func hundredthsComeBack() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            var value = Int.random(in: 0...100, using: &random)
            var values: [Int] = []
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                if Int.random(in: 0..<4, using: &random) == 0 { value = Int.random(in: 0...100, using: &random) }
                values.append(value)
            }
            var timeline = Timeline<Int>()
            for (moment, value) in values.enumerated() { timeline.note(value, from: moment) }
            var packed = Packed()
            CallsScript.add(timeline, to: &packed)
            var reader = try PackedReader(String(decoding: packed.base64, as: UTF8.self))
            #expect(try reader.hundredths(count: values.count) == values)
            #expect(reader.isAtEnd)
        }
    }

    /// Threads each note a run of moments; joined they are what one would have noted.
    @Test func timelinesJoin() {
        let values = [3, 3, 5, 5, 5, 2, 2, 7, 7, 7]
        var whole = Timeline<Int>()
        for (moment, value) in values.enumerated() { whole.note(value, from: moment) }
        for cut in 0...values.count {
            var (first, second) = (Timeline<Int>(), Timeline<Int>())
            for moment in 0..<cut { first.note(values[moment], from: moment) }
            for moment in cut..<values.count { second.note(values[moment], from: moment) }
            first.append(second)
            #expect(first.starts == whole.starts && first.values == whole.values, "\(cut)")
        }
    }
}

/// What the page's `packed.js` does, in another language.
struct PackedReader {
    private let bytes: [UInt8]
    private var position = 0

    struct Cut: Error {}

    init(_ base64: String) throws {
        guard let data = Data(base64Encoded: base64) else { throw Cut() }
        bytes = Array(data)
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func next() throws -> Int {
        var (value, shift) = (0, 0)
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            value |= Int(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 { return value }
        }
        throw Cut()
    }

    mutating func nextSigned() throws -> Int { Self.unfolded(try next()) }

    private static func unfolded(_ folded: Int) -> Int { folded % 2 == 0 ? folded / 2 : -(folded + 1) / 2 }

    mutating func hundredths(count: Int) throws -> [Int] {
        var changes: [Int: Int] = [:]
        let total = try next()
        var (moment, value) = (0, try next())
        changes[0] = value
        for _ in 1..<max(1, total) {
            let token = try next()
            let gap = token & 3 == 3 ? 3 + (try next()) : token & 3
            moment += gap + 1
            value += Self.unfolded(token >> 2)
            changes[moment] = value
        }
        var last = 0
        return (0..<count).map { moment in
            last = changes[moment] ?? last
            return last
        }
    }
}
