import Places

/// What the matcher reaches on spellings whose place is known.
enum NamesBenchmark {
    static func run(_ arguments: [String]) throws {
        switch arguments.first ?? "" {
        case "dev": try evaluateDevelopmentSets(show: arguments.contains("--show"))
        case "dump": try dumpFeatures(to: arguments[1], breadth: 120, foreign: arguments[2])
        case "pairs": try dumpPairs(to: arguments[1])
        case "mixed": try evaluateMixed(folder: arguments[1], size: arguments[2], show: arguments.contains("--show"))
        case "azaz": try evaluateAzaz(show: arguments.contains("--show"))
        case "million": try evaluateMillion(count: Int(arguments.dropFirst().first ?? "1000000")!)
        case "near": try evaluateNear()
        case "speed":
            let index = try syriaIndex()
            let matcher = NameMatcher(index: index)
            let queries = developmentQueries()
            var time = Double.infinity
            for _ in 0..<5 {
                let start = now()
                for query in queries { _ = matcher.answer(query.text) }
                time = min(time, now() - start)
            }
            var looked = 0
            var compared = 0
            var right = 0
            for query in queries {
                let answer = matcher.answer(query.text, limit: 200)
                looked += matcher.looked
                compared += matcher.compared
                if answer.candidates.contains(where: { query.isRight($0, index) }) { right += 1 }
            }
            print(
                "ms", format3(time / Double(queries.count) * 1000), "looked", looked / queries.count, "compared",
                compared / queries.count, "recall", percent(right, queries.count))
        case "absent": try evaluateAbsent()
        case "query": try query(Array(arguments.dropFirst()))
        default:
            print(
                "usage: benchmarks names dev [--show] | query NAME… | azaz [--show] | mixed FOLDER SIZE [--show] | million [N] | absent | dump FILE"
            )
        }
    }

    private static func query(_ names: [String]) throws {
        let matcher = NameMatcher(index: try syriaIndex())
        for name in names {
            let answer = matcher.answer(name)
            print("\(name): \(answer.outcome) none \(format3(answer.noneProbability))")
            for candidate in answer.candidates {
                print(
                    "  \(format3(candidate.probability)) \(candidate.place.secondID) \(candidate.place.name) as \(candidate.name)",
                    candidate.place.latitude, candidate.place.longitude)
                print("        ", matcher.trace(name, candidate).summary)
            }
        }
    }
}
