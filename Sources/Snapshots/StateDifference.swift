/// The change from one state of the map to another as a value that proves itself: it knows the digest of the state that
/// it starts from and of the one that it ends with.
///
///     invert(invert(d)) = d
///     diff(a, b) then diff(b, c) = diff(a, c)
///     diff(a, b) applied to a = b, and to nothing else
package struct StateDifference: Hashable, Sendable {
    package struct End: Hashable, Sendable {
        package let head: MapState.Head
        package let digest: String
    }

    /// A place that is called otherwise, or with another probability; the two differ.
    package struct Change: Hashable, Sendable {
        package let before: MapState.Entry
        package let after: MapState.Entry
    }

    package let from: End
    package let to: End
    /// Sorted by the place's id.
    package let changes: [Change]

    /// Throws ``StateDifferenceError/otherPlaces`` where the two are states of different places or cells. O(places).
    package init(from a: MapState, to b: MapState) throws(StateDifferenceError) {
        guard a.head.tessellationDigest == b.head.tessellationDigest,
            a.entries.elementsEqual(b.entries, by: { $0.placeID == $1.placeID })
        else { throw .otherPlaces }
        self.init(
            from: End(head: a.head, digest: a.digest), to: End(head: b.head, digest: b.digest),
            changes: zip(a.entries, b.entries).filter { $0 != $1 }.map { Change(before: $0, after: $1) })
    }

    private init(from: End, to: End, changes: [Change]) {
        self.from = from
        self.to = to
        self.changes = changes
    }

    /// The way back.
    package var inverse: StateDifference {
        StateDifference(from: to, to: from, changes: changes.map { Change(before: $0.after, after: $0.before) })
    }

    /// This change and then `next` as one: a place that ends as it began does not appear.
    ///
    /// Throws ``StateDifferenceError/notConnected(end:start:)`` where `next` does not start where this one ends.
    /// O(changes of both).
    package func then(_ next: StateDifference) throws(StateDifferenceError) -> StateDifference {
        guard to.digest == next.from.digest else { throw .notConnected(end: to.digest, start: next.from.digest) }
        var joined: [Change] = []
        var (i, j) = (0, 0)
        while i < changes.count || j < next.changes.count {
            let mine = i < changes.count ? changes[i] : nil
            let other = j < next.changes.count ? next.changes[j] : nil
            switch (mine, other) {
            case (let mine?, let other?) where mine.after.placeID == other.before.placeID:
                if mine.before != other.after { joined.append(Change(before: mine.before, after: other.after)) }
                (i, j) = (i + 1, j + 1)
            case (let mine?, let other) where other.map({ mine.after.placeID < $0.before.placeID }) ?? true:
                joined.append(mine)
                i += 1
            default:
                joined.append(other!)
                j += 1
            }
        }
        return StateDifference(from: from, to: next.to, changes: joined)
    }

    /// The state after the change.
    ///
    /// Throws ``StateDifferenceError/wrongState(expected:seen:)`` for any state but the one that it starts from, and
    /// ``StateDifferenceError/wrongResult(expected:seen:)`` where what comes out is not what it says. O(places).
    package func applied(to state: MapState) throws(StateDifferenceError) -> MapState {
        guard state.digest == from.digest else { throw .wrongState(expected: from.digest, seen: state.digest) }
        var entries = state.entries
        var next = 0
        for index in entries.indices where next < changes.count {
            guard entries[index].placeID == changes[next].before.placeID else { continue }
            entries[index] = changes[next].after
            next += 1
        }
        let result = MapState(head: to.head, entries: entries)
        guard result.digest == to.digest else { throw .wrongResult(expected: to.digest, seen: result.digest) }
        return result
    }
}

/// Why a change does not fit.
package enum StateDifferenceError: Error, Hashable, Sendable, CustomStringConvertible {
    case otherPlaces
    case wrongState(expected: String, seen: String)
    case wrongResult(expected: String, seen: String)
    case notConnected(end: String, start: String)

    package var description: String {
        switch self {
        case .otherPlaces:
            "the two are not states of the same places: compare two of one scenario, area and reach"
        case .wrongState(let expected, let seen):
            "the change starts from \(expected), this state is \(seen); apply it to the one that it was made from"
        case .wrongResult(let expected, let seen):
            "the change says that it ends with \(expected), but it ends with \(seen); it was altered"
        case .notConnected(let end, let start):
            "the first change ends with \(end), the second starts from \(start); they do not follow each other"
        }
    }
}
