/// All names by their folded keys, with and without article, sorted: for what begins with what is being typed.
struct PrefixIndex: Sendable {
    private struct Entry: Sendable {
        let key: [UInt8]
        let place: Int32
        let name: Int32
    }

    private let entries: [Entry]

    init(_ gazetteer: Gazetteer) {
        var entries: [Entry] = []
        for (index, place) in gazetteer.places.enumerated() {
            for (position, name) in place.names.enumerated() {
                let folding = Folding(name.text)
                let (key, bare) = (folding.key, folding.keyWithoutArticle)
                for one in key == bare ? [key] : [key, bare] where !one.isEmpty {
                    entries.append(Entry(key: Array(one.utf8), place: Int32(index), name: Int32(position)))
                }
            }
        }
        self.entries = entries.sorted { a, b in
            if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
            return (a.place, a.name) < (b.place, b.name)
        }
    }

    /// The places with a name that begins so, each with the first of its names that does.
    ///
    /// - Complexity: O(log n + hits).
    func places(beginning prefix: String) -> [(place: Int, name: Int)] {
        let key = Array(Folding(prefix).key.utf8)
        guard !key.isEmpty else { return [] }
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        var names: [Int: Int] = [:]
        var order: [Int] = []
        while low < entries.count, entries[low].key.starts(with: key) {
            let (place, name) = (Int(entries[low].place), Int(entries[low].name))
            if names[place] == nil { order.append(place) }
            names[place] = min(names[place] ?? name, name)
            low += 1
        }
        return order.map { ($0, names[$0]!) }
    }
}
