package import Control
import Places
package import Reports

/// What is said of every place at a moment: all that a snapshot's digest is taken of. The areas and lines follow from it.
package struct MapState: Hashable, Sendable {
    /// What the calls were made for, and how.
    package struct Head: Hashable, Sendable {
        package let at: Moment
        package let asKnownOn: Moment?
        package let method: Method
        /// SHA-256 of the cells: the same places, area and reach.
        package let tessellationDigest: String
    }

    package struct Entry: Hashable, Sendable {
        package let placeID: String
        package let holder: Holder
        /// Of the probability.
        package let thousandths: Int
        package let isInferred: Bool
        /// The side that most speaks for, where the place is unknown.
        package let likely: String?

        init(placeID: String, call: Call) {
            self.placeID = placeID
            holder = Holder(call.status)
            thousandths = Self.thousandths(call)
            isInferred = call.isInferred
            likely = call.status == .unknown ? call.likeliestSide : nil
        }

        static func thousandths(_ call: Call) -> Int {
            Int((call.probability * 1000).rounded(.toNearestOrAwayFromZero))
        }

        /// A line, with tabs between its fields.
        func write(into bytes: inout [UInt8]) {
            for field in [placeID, holder.key, String(thousandths), isInferred ? "inferred" : "reported"] {
                bytes += field.utf8
                bytes.append(0x09)
            }
            bytes += (likely ?? "").utf8
            bytes.append(0x0A)
        }
    }

    package let head: Head
    /// One for each drawn place, sorted by id.
    package let entries: [Entry]
    /// `sha256:` over all of it; ``Snapshot/digest`` of the snapshot that it is the state of.
    package let digest: String

    /// - Complexity: O(places).
    init(head: Head, entries: [Entry]) {
        self.head = head
        self.entries = entries
        let blocks = stride(from: 0, to: entries.count, by: StateDigest.blockSize).map { start in
            StateDigest.block(entries[start..<min(start + StateDigest.blockSize, entries.count)])
        }
        digest = StateDigest.digest(head, blocks)
    }
}

extension Theatre {
    /// The state of a snapshot that this theatre made.
    package func state(of snapshot: Snapshot) -> MapState {
        MapState(
            head: head(at: snapshot.at, asKnownOn: snapshot.asKnownOn),
            entries: snapshot.places.map {
                MapState.Entry(placeID: scenario.gazetteer.places[$0.placeIndex].id, call: $0.call)
            })
    }

    func head(at: Moment, asKnownOn: Moment?) -> MapState.Head {
        MapState.Head(at: at, asKnownOn: asKnownOn, method: Self.method, tessellationDigest: tessellationDigest)
    }
}
