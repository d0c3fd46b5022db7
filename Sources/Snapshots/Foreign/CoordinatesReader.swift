import Geometry
import Rows

/// Reads the `coordinates` of any geometry before its type is known: the members of an object come in any order.
struct CoordinatesReader {
    /// What an array turned out to be.
    enum Nesting: Equatable {
        /// Levels of arrays around the positions: 0 for a position, 3 for a MultiPolygon.
        case levels(Int)
        /// `[]` within this many arrays.
        case empty(within: Int)
    }

    private(set) var points: [GridPoint] = []
    /// Where each array of positions ends in `points`.
    private(set) var ringEnds: [Int] = []
    /// Where each array of rings ends in `ringEnds`.
    private(set) var polygonEnds: [Int] = []
    /// Empty members of a MultiPolygon.
    private(set) var emptyMembers = 0
    /// Positions with more than two numbers.
    private(set) var extraOrdinates = 0

    /// Rings whose ends are one point on the grid but not in the file.
    private(set) var nearlyClosed: Set<Int> = []
    /// Where the first and the last position of the array of positions that is being read begin in the file.
    private var firstPosition = 0
    private var lastPosition = 0

    let swapsAxes: Bool
    /// A feature with more positions is refused.
    static let vertexLimit = ForeignLimits.verticesOfFeature

    init(swapsAxes: Bool) {
        self.swapsAxes = swapsAxes
    }

    mutating func clear() {
        points.removeAll(keepingCapacity: true)
        ringEnds.removeAll(keepingCapacity: true)
        polygonEnds.removeAll(keepingCapacity: true)
        emptyMembers = 0
        extraOrdinates = 0
        nearlyClosed.removeAll()
    }

    /// Reads one array, with all that is in it.
    mutating func read(_ scanner: inout JSONScanner) throws -> Nesting {
        _ = scanner.peek()
        let start = scanner.position
        var isFirst = try scanner.openArray()
        guard try scanner.nextElement(&isFirst) else { return .empty(within: 0) }
        guard scanner.peek() == UInt8(ascii: "[") else {
            try readPosition(&scanner, at: start)
            return .levels(0)
        }
        var nesting: Nesting?
        repeat {
            let child = try read(&scanner)
            switch (nesting, child) {
            case (nil, _): nesting = child
            case (.levels(2), .empty(within: 0)), (.empty(within: 0), .empty(within: 0)): break
            case (.empty(within: 0), .levels(2)): nesting = child
            default:
                guard nesting == child else { throw Located(.wrongNesting(type: "geometry"), at: start) }
            }
            if child == .empty(within: 0) { emptyMembers += 1 }
        } while try scanner.nextElement(&isFirst)
        switch nesting! {
        case .levels(0):
            let first = ringEnds.last ?? 0
            if points[first] == points.last, try !scanner.isSamePosition(firstPosition, lastPosition) {
                nearlyClosed.insert(ringEnds.count)
            }
            ringEnds.append(points.count)
        case .levels(1): polygonEnds.append(ringEnds.count)
        default: break
        }
        return switch nesting! {
        case .levels(let levels): .levels(levels + 1)
        case .empty(let depth): .empty(within: depth + 1)
        }
    }

    @inline(__always)
    private mutating func readPosition(_ scanner: inout JSONScanner, at start: Int) throws {
        var (x, y, count) = try scanner.restOfPosition()
        if swapsAxes { swap(&x, &y) }
        guard x.magnitude <= 1_800_000_000, y.magnitude <= 900_000_000 else {
            throw Located(.outOfRange(longitude: Double(x) / 1e7, latitude: Double(y) / 1e7), at: start)
        }
        guard points.count < Self.vertexLimit else {
            throw Located(.tooManyVertices(limit: Self.vertexLimit), at: start)
        }
        if points.count == ringEnds.last ?? 0 { firstPosition = start }
        lastPosition = start
        if count > 2 { extraOrdinates += 1 }
        points.append(GridPoint(x: Int32(truncatingIfNeeded: x), y: Int32(truncatingIfNeeded: y)))
    }
}

extension JSONScanner {
    /// Whether the positions that begin at two offsets have the same longitude and latitude. Both were read before, `b` last.
    fileprivate func isSamePosition(_ a: Int, _ b: Int) throws -> Bool {
        // Nearly always the same digits.
        var i = 0
        while b + i < position, bytes[a + i] == bytes[b + i] {
            if bytes[a + i] == UInt8(ascii: "]") { return true }
            i += 1
        }
        func numbers(at offset: Int) throws -> [Double] {
            var scanner = JSONScanner(bytes, from: offset)
            return try scanner.value().array?.prefix(2).compactMap(\.number) ?? []
        }
        return try numbers(at: a) == numbers(at: b)
    }
}

/// What is wrong, and at which byte of the file.
struct Located: Error {
    let fact: ForeignFact
    let offset: Int

    init(_ fact: ForeignFact, at offset: Int) {
        self.fact = fact
        self.offset = offset
    }
}
