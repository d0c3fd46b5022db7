internal import Geometry

/// The canonical order of lines and rings: point by point.
enum PointOrder {
    /// `items` by ascending points.
    ///
    /// First points mostly differ, so these are compared as plain numbers; moving whole items about in the sort would
    /// count their references at each step.
    ///
    /// - Precondition: every item has a point.
    static func sorted<T>(_ items: [T], points: (T) -> [GridPoint]) -> [T] {
        guard items.count > 1 else { return items }
        var order = items.indices.map { (first: points(items[$0])[0], place: $0) }
        order.sort { a, b in
            if a.first != b.first { return a.first < b.first }
            return points(items[a.place]).lexicographicallyPrecedes(points(items[b.place]))
        }
        return order.map { items[$0.place] }
    }
}
