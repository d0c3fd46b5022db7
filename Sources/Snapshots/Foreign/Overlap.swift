import Geometry
import Rows

/// Whether two maps can be of the same land at all.
enum Overlap {
    /// Throws `InputError`, with the way out, where the boxes of the maps lie apart. A map without land lies everywhere.
    static func check(_ a: ForeignMap, _ b: ForeignMap) throws(InputError) {
        guard let first = a.land.box, let second = b.land.box, !meet(first, second) else { return }
        // Two countries may well lie so that one of them would meet the other with its axes exchanged: so this is told,
        // not done.
        let isSwapped = meet(first, exchanged(second)) || meet(exchanged(first), second)
        throw InputError(
            file: b.file, fact: isSwapped ? ForeignFact.swapped(other: a.file) : ForeignFact.apart(other: a.file))
    }

    private typealias Box = (low: GridPoint, high: GridPoint)

    private static func meet(_ a: Box, _ b: Box) -> Bool {
        a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y
    }

    private static func exchanged(_ box: Box) -> Box {
        (GridPoint(x: box.low.y, y: box.low.x), GridPoint(x: box.high.y, y: box.high.x))
    }
}
