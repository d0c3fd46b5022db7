import Geometry

/// Which rows are compared at all: those within reach that share an id, a name, or the consonants of a main name.
extension PlaceMerger {
    /// The evidence that leaves no doubt.
    static let sameID = -1

    func pairsByID() -> [Pair] {
        var numbers: [String: UInt32] = [:]
        var keys: [UInt64] = []
        for place in builder.places.indices {
            for id in builder.ids(place) {
                let number = numbers[id, default: UInt32(numbers.count)]
                numbers[id] = number
                keys.append(UInt64(number) << 32 | UInt64(place))
            }
        }
        return pairs(sharing: keys) { _, _, _ in Self.sameID }
    }

    func pairsByName() -> [Pair] {
        let doubtful = builder.doubtfulNames()
        var keys: [UInt64] = []
        for (number, name) in builder.names.enumerated() {
            let form = builder.nameForms[number]
            if form == IndexBuilder.noForm || doubtful[number] { continue }
            keys.append(UInt64(form) << 32 | UInt64(name.place))
        }
        return pairs(sharing: keys) { key, a, b in
            let form = UInt32(key)
            let known = (main[a].has(form) ? 0 : 1) + (main[b].has(form) ? 0 : 1)
            return known
        }
    }

    /// Main names with the same consonants, at least three, in the same script.
    func pairsBySkeleton() -> [Pair] {
        var numbers: [UInt64: UInt32] = [:]
        var keys: [UInt64] = []
        for place in main.indices {
            for (form, script) in [(main[place].latin, UInt64(0)), (main[place].arabic, 1)]
            where form != IndexBuilder.noForm {
                let record = builder.forms[Int(form)]
                let skeleton = builder.skeleton(record)
                if skeleton.count < 3 { continue }
                let key = Hash.mix(skeleton.bits ^ Hash.mix(record.generics ^ script << 63))
                let number = numbers[key, default: UInt32(numbers.count)]
                numbers[key] = number
                keys.append(UInt64(number) << 32 | UInt64(place))
            }
        }
        return pairs(sharing: keys) { _, _, _ in 3 }
    }

    /// The pairs within reach whose places stand under the same key (in the upper half; the place in the lower).
    private func pairs(sharing keys: [UInt64], evidence: (UInt64, Int, Int) -> Int) -> [Pair] {
        let sorted = RadixSort.order(of: keys)
        var pairs: [Pair] = []
        var group: [Int] = []
        var start = 0
        while start < sorted.count {
            let key = keys[Int(sorted[start])] >> 32
            group.removeAll(keepingCapacity: true)
            while start < sorted.count, keys[Int(sorted[start])] >> 32 == key {
                let place = Int(keys[Int(sorted[start])] & 0xFFFF_FFFF)
                if group.last != place { group.append(place) }
                start += 1
            }
            if group.count > 1 { collect(group, key, evidence, into: &pairs) }
        }
        return pairs
    }

    private func collect(
        _ group: [Int], _ key: UInt64, _ evidence: (UInt64, Int, Int) -> Int, into pairs: inout [Pair]
    ) {
        let places = builder.places
        let order = group.sorted { (places[$0].latitude, $0) < (places[$1].latitude, $1) }
        // A degree of latitude is never shorter than 110.5 km.
        let reach = Int32(Self.reachInMetres / 110_500 * 1e7)
        for (position, first) in order.enumerated() {
            for second in order[(position + 1)...] {
                guard places[second].latitude - places[first].latitude <= reach else { break }
                if first == second { continue }
                let metres = metres(first, second)
                guard metres <= Self.reachInMetres else { continue }
                pairs.append(
                    Pair(
                        evidence: evidence(key, first, second), metres: metres, first: min(first, second),
                        second: max(first, second)))
            }
        }
    }
}
