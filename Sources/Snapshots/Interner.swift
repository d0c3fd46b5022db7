/// Numbers for values of which there are few different ones, in the order of their first use. Neighbours in a list are
/// often the same, so the last one found is looked at first.
struct Interner<Value: Equatable> {
    private(set) var values: [Value] = []
    private var last = 0

    /// - Complexity: O(different values).
    mutating func number(_ value: Value) -> Int {
        if last < values.count, values[last] == value { return last }
        if let known = values.firstIndex(of: value) {
            last = known
        } else {
            last = values.count
            values.append(value)
        }
        return last
    }
}

extension Interner: Sendable where Value: Sendable {}
