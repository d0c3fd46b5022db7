import Places
import TestSupport

/// A million names: listed names with letters changed, then queries with one typing error.
func evaluateMillion(count: Int) throws {
    let index = try syriaIndex()
    var random = SeededGenerator(seed: 3)
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
