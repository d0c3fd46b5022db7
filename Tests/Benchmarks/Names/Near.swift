import Places
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// R@1 with one known place within 40 km of the truth, by how fast nearness fades.
func evaluateNear() throws {
    let index = try syriaIndex()
    let matcher = NameMatcher(index: index)
    let queries = developmentQueries()
    let places = (0..<index.placeCount).map { index.place($0) }
    for (label, scale, power, edge, steep) in [
        ("cut", 0.0, 0.0, 0.0, 0.0), ("20^1 42^8", 20, 1, 42, 8), ("15^1 42^8", 15, 1, 42, 8),
        ("20^.5 42^8", 20, 0.5, 42, 8), ("15^1.5 42^8", 15, 1.5, 42, 8),
        ("12^1 42^20", 12, 1, 42, 20), ("12^.5 42^20", 12, 0.5, 42, 20), ("20^1 45^12", 20, 1, 45, 12),
        ("9^1 42^20", 9, 1, 42, 20), ("20^.6 42^20", 20, 0.6, 42, 20), ("30^.6 42^20", 30, 0.6, 42, 20),
    ] {
        var random = SeededGenerator(seed: 7)
        var right: [String: Double] = [:]
        var count: [String: Int] = [:]
        var wrong: [String: Double] = [:]
        for query in queries {
            let pool = places.filter {
                let d = kilometres(($0.latitude, $0.longitude), query.at)
                return d > 0.5 && d <= 40
            }
            guard !pool.isEmpty else { continue }
            count[query.set, default: 0] += 1
            for _ in 0..<8 {
                let anchor = pool[Int(random.next() % UInt64(pool.count))]
                func distance(_ number: Int) -> Double {
                    kilometres(
                        (anchor.latitude, anchor.longitude), (places[number].latitude, places[number].longitude))
                }
                var context = MatchContext(admits: { distance($0) <= (scale == 0 ? 40 : 100) })
                if scale > 0 {
                    context.evidence = { number in
                        let d = distance(number)
                        return -power * log(1 + d * d / (scale * scale)) - log(1 + pow(d / edge, steep))
                    }
                }
                let local = matcher.answer(query.text, context: context, limit: 10)
                let isRight = local.candidates.first.map { query.isRight($0, index) } ?? false
                if isRight { right[query.set, default: 0] += 0.125 }
                if !isRight, local.outcome == .match { wrong[query.set, default: 0] += 0.125 }
            }
        }
        print(
            label,
            count.keys.sorted().map {
                "\($0) \(format3(right[$0, default: 0] / Double(count[$0]!))) wrong \(format3(wrong[$0, default: 0] / Double(count[$0]!)))"
            }.joined(separator: "  "))
    }
}
