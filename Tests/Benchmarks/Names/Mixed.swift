import Places

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
    let index = try geonamesIndex("\(folder)/gaz_\(size).tsv", out: ".build/mixed-\(size).idx")
    print("places", index.placeCount, "names", index.nameCount)
    let open = now()
    let matcher = NameMatcher(index: try IndexFile.open(".build/mixed-\(size).idx"))
    print("open", format3((now() - open) * 1000), "ms")
    let rows = readTable("\(folder)/names_\(size).tsv", header: false).map { $0.count == 2 ? ["", $0[0], $0[1]] : $0 }
    var folded: [String: String] = [:]
    for row in readTable("\(folder)/gaz_\(size).tsv", header: false) where folded[row[0]] == nil {
        folded[row[0]] = fold(row[2])
    }
    let texts = rows.map { Array($0[0].utf8) }
    var best = Double.infinity
    for _ in 0..<3 {
        let start = now()
        for text in texts { text.withUnsafeBufferPointer { _ = matcher.best($0) } }
        best = min(best, now() - start)
    }
    var count: [String: Int] = [:]
    var right: [String: Int] = [:]
    var loose: [String: Int] = [:]
    for (row, text) in zip(rows, texts) {
        let kind = row[2]
        count[kind, default: 0] += 1
        let answer = text.withUnsafeBufferPointer { matcher.best($0) }
        let id = answer.map { index.place($0.place).id }
        let isRight = kind == "none" ? id == nil : id == row[1] || (id != nil && folded[id!] == folded[row[1]])
        if isRight {
            right[kind, default: 0] += 1
        } else if show {
            print(
                kind, row[0], "=", folded[row[1]] ?? "-", "got", id.map { folded[$0]! } ?? "none",
                format3(answer?.probability ?? 0))
        }
        let first = text.withUnsafeBufferPointer { matcher.answer($0, limit: 1) }.candidates.first?.place.id
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

/// A million names: listed names with letters changed, then queries with one typing error.
func evaluateMillion(count: Int) throws {
    let index = try syriaIndex()
    var random = SplitMix(seed: 3)
    let builder = IndexBuilder()
    var texts: [[UInt8]] = []
    let consonants = Array("bdfghjklmnqrstwz".utf8)
    var made = 0
    var names: [[UInt8]] = []
    while names.count < count {
        let place = index.place(made % index.placeCount)
        made += 1
        var name = Array(place.name.utf8)
        if made > index.placeCount {
            for _ in 0..<2 {
                let at = Int(random.next() % UInt64(name.count))
                if name[at] > 96, name[at] < 123 { name[at] = consonants[Int(random.next() % 16)] }
            }
        }
        names.append(name)
    }
    let start = now()
    for (number, name) in names.enumerated() {
        let place = builder.addPlace(
            GazetteerPlace(
                id: Array("x\(number)".utf8), name: name, latitude: 32 + Double(number % 5003) / 1000,
                longitude: 36 + Double(number % 6007) / 1000))
        name.withUnsafeBufferPointer { builder.addName($0, of: place, language: "", kind: .preferred) }
    }
    let bytes = builder.finish()
    print("build", format3(now() - start), "s, bytes", bytes.count, "names", names.count)
    try IndexFile.write(bytes, to: ".build/million.index")
    let opening = now()
    let matcher = NameMatcher(index: try IndexFile.open(".build/million.index"))
    print("open", format3((now() - opening) * 1000), "ms")
    for _ in 0..<1000 {
        var name = names[Int(random.next() % UInt64(names.count))]
        let at = Int(random.next() % UInt64(name.count))
        if name[at] < 128 { name[at] = consonants[Int(random.next() % 16)] }
        texts.append(name)
    }
    var best = Double.infinity
    var looked = 0
    for _ in 0..<3 {
        let start = now()
        looked = 0
        for text in texts {
            text.withUnsafeBufferPointer { _ = matcher.answer($0) }
            looked += matcher.looked
        }
        best = min(best, now() - start)
    }
    print("ms a query", format3(best / Double(texts.count) * 1000), "looked", looked / texts.count)
}

/// Names that are not listed: the right place of each development query taken away is the hardest case; here names from
/// elsewhere and random letters.
func evaluateAbsent() throws {
    let index = try syriaIndex()
    let matcher = NameMatcher(index: index)
    var count: [String: Int] = [:]
    var silent: [String: Int] = [:]
    var ambiguous: [String: Int] = [:]
    for query in syntheticQueries(index, foreign: "/tmp/gen/gaz_35000.tsv", seed: 77, share: 5) where query.id.isEmpty {
        let answer = matcher.answer(query.text)
        count[query.set, default: 0] += 1
        if answer.outcome == .match { silent[query.set, default: 0] += 1 }
        if answer.outcome == .ambiguous { ambiguous[query.set, default: 0] += 1 }
    }
    for key in count.keys.sorted() {
        print(
            key, count[key]!, "matched in silence", percent(silent[key] ?? 0, count[key]!), "ambiguous",
            percent(ambiguous[key] ?? 0, count[key]!))
    }
}
