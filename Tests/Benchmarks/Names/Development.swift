import Geometry
import Places
import TestSupport

/// R@1, R@10 and recall of the search, without context and with one known place within 40 km.
func evaluateDevelopmentSets(show: Bool) throws {
    let opening = now()
    _ = (MatchingRules.standard, MatchModel.standard)
    let ruleTime = now() - opening
    let index = try syriaIndex()
    let matcher = NameMatcher(index: index)
    let resolver = Resolver(gazetteer: Gazetteer(index: index))
    let queries = developmentQueries()
    struct Tally { var near = 0.0, count = 0, first = 0, tenth = 0, any = 0, silentWrong = 0, matched = 0 }
    var tallies: [String: Tally] = [:]
    var time = Double.infinity
    for _ in 0..<5 {
        let start = now()
        for query in queries { _ = matcher.answer(query.text) }
        time = min(time, now() - start)
    }
    var bins = [(Int, Double, Int)](repeating: (0, 0, 0), count: 10)
    var random = SeededGenerator(seed: 7)
    for query in queries {
        let answer = matcher.answer(query.text, limit: 200)
        if let top = answer.candidates.first {
            let bin = min(9, Int(top.probability * 10))
            bins[bin].0 += 1
            bins[bin].1 += top.probability
            if query.isRight(top, index) { bins[bin].2 += 1 }
        }
        let rank = answer.candidates.firstIndex { query.isRight($0, index) }
        // One known place within 40 km of the truth, at random.
        var anchor = query.at
        var pool: [(Double, Double)] = []
        for number in 0..<index.placeCount {
            let place = index.place(number)
            let at = (place.latitude, place.longitude)
            let distance = kilometres(at, query.at)
            if distance > 0.5, distance <= 40 { pool.append(at) }
        }
        var nearRight = 0.0
        for _ in 0..<8 {
            if !pool.isEmpty { anchor = pool[Int(random.next() % UInt64(pool.count))] }
            var local = Resolver.Query(query.text)
            local.near = [Coordinate(longitude: anchor.1, latitude: anchor.0)]
            let found = resolver.resolve(local).candidates
            if found.first.map({ query.isRight($0, index) }) ?? false { nearRight += 0.125 }
        }
        let isNear = nearRight > 0.5
        for key in [query.set, query.set + (query.exact ? " exact" : " not exact")] {
            tallies[key, default: Tally()].count += 1
            if rank == 0 { tallies[key]!.first += 1 }
            if let rank, rank < 10 { tallies[key]!.tenth += 1 }
            if rank != nil { tallies[key]!.any += 1 }
            tallies[key]!.near += nearRight
            if answer.outcome == .match { tallies[key]!.matched += 1 }
            if answer.outcome == .match, rank != 0 { tallies[key]!.silentWrong += 1 }
        }
        if show, rank != 0 || !isNear {
            let top = answer.candidates.first
            let right = rank.map { answer.candidates[$0] }
            print(
                query.set, query.exact ? "=" : "~", query.text, query.id, "rank", rank.map { "\($0 + 1)" } ?? "-",
                isNear ? "near ok" : "NEAR WRONG",
                "top:", top.map { "\($0.name) \(format3($0.probability))" } ?? "-", "right:",
                right.map { "\($0.name) \(format3($0.probability))" } ?? "-")
        }
    }
    print("set\tn\tR@1\tR@10\trecall\t40 km R@1\tmatch\twrong match")
    for key in tallies.keys.sorted() {
        let t = tallies[key]!
        print(
            key, t.count, percent(t.first, t.count), percent(t.tenth, t.count), percent(t.any, t.count),
            format3(t.near / Double(t.count)),
            percent(t.matched, t.count), percent(t.silentWrong, t.count), separator: "\t")
    }
    var error = 0.0
    for bin in bins { error += abs(bin.1 - Double(bin.2)) / Double(queries.count) }
    print("calibration error (in sample):", format3(error))
    print("ms per query:", format3(time / Double(queries.count) * 1000))
    print("ms to read the rules:", format3(ruleTime * 1000))
    let traced = developmentQueries().prefix(200).map { ($0.text, matcher.answer($0.text)) }
    let tracing = now()
    var traces = 0
    for (text, answer) in traced {
        for candidate in answer.candidates {
            _ = matcher.trace(text, candidate)
            traces += 1
        }
    }
    print("ms per trace:", format3((now() - tracing) / Double(max(1, traces)) * 1000))
}
