import Places

/// The week north of Aleppo: names of one source on one day resolved together.
func evaluateAzaz(show: Bool) throws {
    let index = try syriaIndex()
    let resolver = Resolver(gazetteer: Gazetteer(index: index))
    var expected: [String: [String: String]] = [:]
    for row in readCSV(shared + "/azaz-2015/places_expected.csv") {
        expected[row["place"]! + "\t" + row["place_hint"]!] = row
    }
    for useHints in [false, true] {
        for file in ["reports", "baseline"] {
            var groups: [String: [[String: String]]] = [:]
            for row in readCSV(shared + "/azaz-2015/\(file).csv") where !row["report_id"]!.hasPrefix("LATE") {
                groups[row["source"]! + "\t" + row["published_at"]!.prefix(10), default: []].append(row)
            }
            var scored = 0
            var right = 0
            var tenth = 0
            var silent = 0
            var matched = 0
            var absent = 0
            var absentSilent = 0
            var unsure = 0
            var unsureSilent = 0
            for key in groups.keys.sorted() {
                let rows = groups[key]!
                let answers = resolver.resolve(
                    together: rows.map {
                        var query = Resolver.Query($0["place"]!)
                        if useHints, !$0["place_hint"]!.isEmpty { query.hint = $0["place_hint"]! }
                        return query
                    })
                for (row, answer) in zip(rows, answers) {
                    guard let gold = expected[row["place"]! + "\t" + row["place_hint"]!] else { continue }
                    guard let latitude = Double(gold["lat"]!), let longitude = Double(gold["lon"]!),
                        gold["confidence"] != "unsure"
                    else {
                        unsure += 1
                        if answer.status == .resolved {
                            unsureSilent += 1
                            if show {
                                print(
                                    "UNSURE", row["place"]!, answer.candidates[0].spelling.text,
                                    format3(answer.candidates[0].probability))
                            }
                        }
                        continue
                    }
                    let query = Query(
                        set: "", text: row["place"]!, id: "gn:" + gold["geonames_id"]!, at: (latitude, longitude),
                        exact: false)
                    let isListed =
                        gold["geonames_id"] != ""
                        || gold["place"]!.contains("وامع")
                            && (0..<index.placeCount).contains { query.isRight(index.place($0)) }
                    let rank = answer.candidates.firstIndex { query.isRight($0, index) }
                    if !isListed {
                        absent += 1
                        if answer.status == .resolved {
                            absentSilent += 1
                            if show {
                                print(
                                    "ABSENT", row["place"]!, answer.candidates[0].spelling.text,
                                    format3(answer.candidates[0].probability))
                            }
                        }
                        continue
                    }
                    scored += 1
                    if rank == 0 { right += 1 }
                    if rank != nil, rank! < 10 { tenth += 1 }
                    if answer.status == .resolved {
                        matched += 1
                        if rank != 0 { silent += 1 }
                    }
                    if show, rank != 0 {
                        print(
                            useHints ? "hint" : "plain", file, answer.status, row["place"]!, row["place_hint"]!,
                            "| group of", rows.count, "| rank", rank.map { $0 + 1 } ?? -1,
                            answer.candidates.prefix(3).map {
                                "\(index.place($0.placeIndex).name) as \($0.spelling.text) \(format3($0.probability))"
                            }.joined(separator: "; "))
                    }
                }
            }
            print(
                useHints ? "with hints" : "no hints", file, "n", scored, "R@1", percent(right, scored), "R@10",
                percent(tenth, scored), "match", percent(matched, scored), "wrong match", percent(silent, scored),
                "| absent", absent, "silent", absentSilent, "| unsure", unsure, "silent", unsureSilent)
        }
    }
}
