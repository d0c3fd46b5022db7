#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The kinds of the places that were asked for, so that the index is read once for each. Of one thread.
final class KindCache {
    private let index: NameIndex
    /// By place number: 0 is not known yet, else the position among all kinds + 1. Zeroed by the system when touched.
    private let known: UnsafeMutablePointer<UInt8>
    private static let all = PlaceKind.allCases

    init(index: NameIndex) {
        self.index = index
        known = calloc(index.placeCount + 1, 1)!.assumingMemoryBound(to: UInt8.self)
    }

    deinit { free(known) }

    func kind(_ number: Int) -> PlaceKind {
        if known[number] > 0 { return Self.all[Int(known[number]) - 1] }
        let kind = index.kind(number)
        known[number] = UInt8(Self.all.firstIndex(of: kind)! + 1)
        return kind
    }
}
