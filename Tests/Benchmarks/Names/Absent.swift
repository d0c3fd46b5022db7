import Places

/// Names that are not listed: the right place of each development query taken away is the hardest case; here names from
/// elsewhere and random letters.
func evaluateAbsent(foreign: String) throws {
    let index = try syriaIndex()
    let matcher = NameMatcher(index: index)
    var count: [String: Int] = [:]
    var silent: [String: Int] = [:]
    var ambiguous: [String: Int] = [:]
    for query in syntheticQueries(index, foreign: foreign, seed: 77, share: 5) where query.id.isEmpty {
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
