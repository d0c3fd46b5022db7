import Places

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the matcher reaches on spellings whose place is known.
enum NamesBenchmark {
    static let usage = """
        usage: benchmarks names dev [--show]            R@1, R@10, 40 km, calibration, time on the development sets
               benchmarks names azaz [--show]           the week north of Aleppo, jointly
               benchmarks names mixed FOLDER SIZE       the peers' 5,000 queries (gaz_SIZE.tsv, names_SIZE.tsv)
               benchmarks names million [COUNT]         build and query of many made-up names
               benchmarks names absent DUMP             names that are not listed; DUMP: places elsewhere
               benchmarks names all FOLDER              all of it, and the peers of ../shared/peers/resolve.py
               benchmarks names dump FILE DUMP          features for tune.py
               benchmarks names query NAME…             candidates and traces
        """

    static func run(_ arguments: [String]) throws {
        let show = arguments.contains("--show")
        let rest = arguments.dropFirst().filter { $0 != "--show" }
        switch (arguments.first ?? "", rest.count) {
        case ("dev", 0): try evaluateDevelopmentSets(show: show)
        case ("azaz", 0): try evaluateAzaz(show: show)
        case ("mixed", 2): try evaluateMixed(folder: rest[0], size: rest[1], show: show)
        case ("million", 0...1): try evaluateMillion(count: rest.first.flatMap { Int($0) } ?? 1_000_000)
        case ("near", 0): try evaluateNear()
        case ("absent", 1): try evaluateAbsent(foreign: rest[0])
        case ("all", 1): try evaluateAll(folder: rest[0])
        case ("dump", 2): try dumpFeatures(to: rest[0], breadth: 120, foreign: rest[1])
        case ("query", 1...): try query(rest)
        default: print(usage)
        }
    }

    private static func evaluateAll(folder: String) throws {
        print("# development sets\n")
        try evaluateDevelopmentSets(show: false)
        print("\n# the week north of Aleppo, names of one source and day jointly\n")
        try evaluateAzaz(show: false)
        print("\n# names that are not listed\n")
        try evaluateAbsent(foreign: folder + "/gaz_35000.tsv")
        print("\n# 5,000 mixed queries over 35,000 places\n")
        try evaluateMixed(folder: folder, size: "35000", show: false)
        print("\n# a million names\n")
        try evaluateMillion(count: 1_000_000)
        print("\n# peers on the mixed queries\n")
        fflush(nil)
        let python = getenv("PYTHON").map { String(cString: $0) } ?? "python3"
        for peer in ["symspell", "rf_cdist", "rf_ratio", "fts5_trigram"] {
            let command =
                "cd ../shared/peers && \(python) resolve.py \(peer) \(folder)/gaz_35000.tsv \(folder)/names_35000.txt"
                + " --truth \(folder)/names_35000.tsv 2>/dev/null"
            if system(command) != 0 { print("\(peer): not installed for \(python)") }
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
