import Geometry
import TestSupport
import Testing

/// Against the library's stable sort, with keys that suit the method and keys that are made to defeat it.
struct RadixSortTests {
    enum Keys: CaseIterable {
        case uniform, few, allTheSame, lowBitsOnly, highBitsOnly, clustered, descending, oneFarOff
    }

    static func keys(_ kind: Keys, _ count: Int, _ random: inout SeededGenerator) -> [UInt64] {
        (0..<count).map { i in
            let any = UInt64.random(in: 0...UInt64.max, using: &random)
            return switch kind {
            case .uniform: any
            case .few: any % 3
            case .allTheSame: 7
            case .lowBitsOnly: any % 1024
            case .highBitsOnly: any << 40
            // One bit at the top tells two heaps apart, within which the top digits are the same.
            case .clustered: (any & 1) << 63 | (any >> 40)
            case .descending: UInt64(count - i)
            case .oneFarOff: i == count / 2 ? .max : any >> 34
            }
        }
    }

    @Test(arguments: Keys.allCases, [0, 1, 2, 63, 64, 1000, 20_000])
    func ordersAsAStableSortDoes(kind: Keys, count: Int) {
        var random = SeededGenerator(seed: UInt64(count) + 1)
        let keys = Self.keys(kind, count, &random)
        let expected = keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
        #expect(RadixSort.order(of: keys).map { Int($0) } == expected)
    }
}
