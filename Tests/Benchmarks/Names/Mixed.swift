import Places
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// A GeoNames dump (19 columns) as an index; each name of a row is a name of the place.
func geonamesIndex(_ path: String, out: String) throws -> NameIndex {
    let start = now()
    let builder = IndexBuilder()
    let bytes = readFile(path)
    bytes.withUnsafeBufferPointer { text in
        var from = 0
        while from < text.count {
            var to = from
            while to < text.count, text[to] != 10 { to += 1 }
            let fields = text[from..<to].split(separator: 9, omittingEmptySubsequences: false)
            from = to + 1
            if fields.count < 15 { continue }
            func double(_ n: Int) -> Double { Double(String(decoding: fields[n], as: UTF8.self)) ?? 0 }
            let place = builder.addPlace(
                GazetteerPlace(
                    id: Array(fields[0]), name: Array(fields[1]), latitude: double(4), longitude: double(5),
                    population: Int(double(14))))
            builder.addName(UnsafeBufferPointer(rebasing: fields[1]), of: place, language: "", kind: .preferred)
            builder.addName(UnsafeBufferPointer(rebasing: fields[2]), of: place, language: "ascii", kind: .preferred)
            for name in fields[3].split(separator: 44) {
                builder.addName(UnsafeBufferPointer(rebasing: name), of: place, language: "und", kind: .variant)
            }
        }
    }
    let built = builder.finish()
    try IndexFile.write(built, to: out)
    print("build", format3(now() - start), "s,", built.count / 1_000_000, "MB")
    return try IndexFile.open(out)
}

/// The 5,000 queries of the peers' benchmark: share right by kind, and queries a second.
func evaluateMixed(folder: String, size: String, show: Bool) throws {
    let built = try geonamesIndex("\(folder)/gaz_\(size).tsv", out: ".build/mixed-\(size).idx")
    print("places", built.placeCount, "names", built.nameCount)
    let open = now()
    let index = try IndexFile.open(".build/mixed-\(size).idx")
    let matcher = NameMatcher(index: index)
    let resolver = Resolver(gazetteer: Gazetteer(index: index))
    print("open", format3((now() - open) * 1000), "ms")
    let rows = readTable("\(folder)/names_\(size).tsv", header: false).map { $0.count == 2 ? ["", $0[0], $0[1]] : $0 }
    var folded: [String: String] = [:]
    for row in readTable("\(folder)/gaz_\(size).tsv", header: false) where folded[row[0]] == nil {
        folded[row[0]] = fold(row[2])
    }
    var best = Double.infinity
    for _ in 0..<3 {
        let start = now()
        for row in rows { _ = resolver.resolve(Resolver.Query(row[0])) }
        best = min(best, now() - start)
    }
    var count: [String: Int] = [:]
    var right: [String: Int] = [:]
    var loose: [String: Int] = [:]
    for row in rows {
        let kind = row[2]
        count[kind, default: 0] += 1
        let answer = resolver.resolve(Resolver.Query(row[0]))
        let best = answer.status == .notFound ? nil : answer.candidates.first
        let id = best.map { index.place($0.placeIndex).id }
        let isRight = kind == "none" ? id == nil : id == row[1] || (id != nil && folded[id!] == folded[row[1]])
        if isRight {
            right[kind, default: 0] += 1
        } else if show {
            print(
                kind, row[0], "=", folded[row[1]] ?? "-", "got", id.map { folded[$0]! } ?? "none",
                format3(best?.probability ?? 0))
        }
        let first = answer.candidates.first.map { index.place($0.placeIndex).id }
        if show, kind != "none", !(first == row[1] || (first != nil && folded[first!] == folded[row[1]])) {
            let all = matcher.answer(row[0], limit: 300).candidates
            let rank = all.firstIndex { $0.place.id == row[1] || folded[$0.place.id] == folded[row[1]] }
            print(
                "FIRST", kind, row[0], "=", folded[row[1]]!, "rank", rank ?? -1, "got",
                all.first.map { "\($0.name) \(format3($0.probability))" } ?? "-",
                rank.map { "right \(all[$0].name) \(format3(all[$0].probability))" } ?? "", matcher.looked,
                matcher.compared)
        }
        if kind != "none", first == row[1] || (first != nil && folded[first!] == folded[row[1]]) {
            loose[kind, default: 0] += 1
        }
    }
    for kind in count.keys.sorted() {
        print(
            kind, count[kind]!, percent(right[kind] ?? 0, count[kind]!), "first:",
            percent(loose[kind] ?? 0, count[kind]!))
    }
    print("all", percent(right.values.reduce(0, +), rows.count), "queries/s", Int(Double(rows.count) / best))
}

/// The fold of the peers: lower case, ASCII only. Their truth compares ASCII names, so this is enough.
func fold(_ text: String) -> String {
    String(
        decoding: text.lowercased().utf8.filter { $0 < 128 && $0 != 39 && $0 != 45 && $0 != 32 || $0 == 32 },
        as: UTF8.self)
}
