import Control
import Places
import Reports

/// The digest of a state in two steps: blocks of places, then the head with the digests of the blocks. From one day to
/// the next most blocks stay as they are, and need not be taken anew.
enum StateDigest {
    static let blockSize = 32

    /// SHA-256 of the entries.
    static func block(_ entries: ArraySlice<MapState.Entry>) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries { entry.write(into: &bytes) }
        var digest = Digest()
        digest.raw(bytes)
        return digest.bytes()
    }

    static func digest(_ head: MapState.Head, _ blocks: [[UInt8]]) -> String {
        var digest = Digest()
        digest.line(
            "frontline-snapshot/2", head.at.text, head.asKnownOn?.text ?? "", head.method.label,
            head.tessellationDigest)
        for parameter in head.method.parameters { digest.line(parameter.name, parameter.value) }
        for block in blocks { digest.raw(block) }
        return digest.finish()
    }
}

extension Theatre {
    /// The blocks of a snapshot's places; those that say the same as in `before` are taken over.
    func blocks(_ states: [Snapshot.PlaceState], after before: Snapshot? = nil) -> [[UInt8]] {
        let places = scenario.gazetteer.places
        return stride(from: 0, to: states.count, by: StateDigest.blockSize).map { start in
            let range = start..<min(start + StateDigest.blockSize, states.count)
            if let before, range.allSatisfy({ states[$0].call.isWritten(as: before.places[$0].call) }) {
                return before.blocks[start / StateDigest.blockSize]
            }
            let entries = range.map { MapState.Entry(placeID: places[states[$0].placeIndex].id, call: states[$0].call) }
            return StateDigest.block(entries[...])
        }
    }
}

extension Call {
    /// Whether another call has the same entry in a state.
    fileprivate func isWritten(as other: Call) -> Bool {
        MapState.Entry.thousandths(self) == MapState.Entry.thousandths(other) && isInferred == other.isInferred
            && status == other.status && (status != .unknown || likeliestSide == other.likeliestSide)
    }
}
