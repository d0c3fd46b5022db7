import Foundation
import TestSupport
import Testing

@testable import MapPage

/// Numbers as they are packed, read back by another reader than the page's.
@Suite struct PackedTests {
    private func read(_ packed: Packed) throws -> [Int] {
        let bytes = try #require(Data(base64Encoded: String(decoding: packed.base64, as: UTF8.self)))
        var (numbers, value, shift): ([Int], UInt64, UInt64) = ([], 0, 0)
        for byte in bytes {
            value |= UInt64(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 {
                numbers.append(Int(value))
                (value, shift) = (0, 0)
            }
        }
        return numbers
    }

    @Test func numbersComeBack() throws {
        var random = SeededGenerator(seed: 7)
        for count in 0..<70 {
            let numbers = (0..<count).map { _ in Int.random(in: 0...(1 << Int.random(in: 0...40, using: &random)), using: &random) }
            var packed = Packed()
            for number in numbers { packed.add(number) }
            #expect(try read(packed) == numbers)
        }
    }

    @Test func signsComeBack() throws {
        var packed = Packed()
        let numbers = [0, -1, 1, -2, 2, -64, 63, 64, -65, -3_600_000, 3_600_000]
        for number in numbers { packed.addSigned(number) }
        #expect(try read(packed).map { $0 % 2 == 0 ? $0 / 2 : -($0 + 1) / 2 } == numbers)
    }
}
