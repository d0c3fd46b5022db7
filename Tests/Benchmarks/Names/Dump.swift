import Places

#if canImport(Glibc)
    import Glibc
#endif

/// Writes candidates with their features for `Tests/Benchmarks/Names/tune.py`: set, query number, exact, right, features.
func dumpFeatures(to path: String, breadth: Int, foreign: String) throws {
    let index = try syriaIndex()
    let matcher = NameMatcher(index: index)
    matcher.breadth = breadth
    guard let file = fopen(path, "w") else { fatalError("\(path): cannot create") }
    defer { fclose(file) }
    fputs("set\tquery\texact\tplace\tright\tlat\tlon\t" + NameMatcher.featureNames.joined(separator: "\t") + "\n", file)
    for (number, query) in (developmentQueries() + syntheticQueries(index, foreign: foreign))
        .enumerated()
    {
        let rows = matcher.trainingRows(query.text)
        if rows.isEmpty {
            fputs(
                "\(query.set)\t\(number)\t\(query.exact ? 1 : 0)\t-1\t0\t0\t0"
                    + String(repeating: "\t0", count: NameMatcher.featureNames.count) + "\n", file)
        }
        for row in rows {
            let place = index.place(row.place)
            let right = query.isRight(place)
            fputs(
                "\(query.set)\t\(number)\t\(query.exact ? 1 : 0)\t\(row.place)\t\(right ? 1 : 0)\t\(place.latitude)\t\(place.longitude)\t"
                    + row.features.map { "\($0)" }.joined(separator: "\t") + "\n", file)
        }
    }
}
