/// A value over the moments of a series, kept where it changes.
struct Timeline<Value: Equatable & Sendable>: Sendable {
    /// The number of the moment from which on each value holds, ascending.
    private(set) var starts: [Int32] = []
    private(set) var values: [Value] = []

    /// Says what holds from a moment on, which is later than all before.
    mutating func note(_ value: Value, from moment: Int) {
        if values.last == value { return }
        starts.append(Int32(moment))
        values.append(value)
    }

    /// Goes on with what was noted of later moments.
    mutating func append(_ later: Timeline) {
        for (start, value) in zip(later.starts, later.values) { note(value, from: Int(start)) }
    }

    func map<Other: Equatable & Sendable>(_ change: (Value) -> Other) -> Timeline<Other> {
        var timeline = Timeline<Other>()
        for (start, value) in zip(starts, values) { timeline.note(change(value), from: Int(start)) }
        return timeline
    }
}

extension Packed {
    /// How many changes; then for each the moments since the one before, and what it is.
    mutating func add<Value>(_ timeline: Timeline<Value>, _ value: (inout Packed, Value) -> Void) {
        add(timeline.starts.count)
        var last: Int32 = 0
        for (start, one) in zip(timeline.starts, timeline.values) {
            add(Int(start - last))
            value(&self, one)
            last = start
        }
    }
}
