import Places

#if canImport(Glibc)
    import Glibc
#endif

/// Writes candidates with their features for `Scripts/tune.py`: set, query number, exact, right, features.
func dumpFeatures(to path: String, breadth: Int) throws {
    let index = try syriaIndex()
    let matcher = NameMatcher(index: index)
    matcher.breadth = breadth
    guard let file = fopen(path, "w") else { fatalError("\(path): cannot create") }
    defer { fclose(file) }
    fputs("set\tquery\texact\tplace\tright\t" + NameMatcher.featureNames.joined(separator: "\t") + "\n", file)
    for (number, query) in (developmentQueries() + syntheticQueries(index, foreign: "/tmp/gen/gaz_35000.tsv"))
        .enumerated()
    {
        let rows = matcher.trainingRows(query.text)
        if rows.isEmpty {
            fputs(
                "\(query.set)\t\(number)\t\(query.exact ? 1 : 0)\t-1\t0"
                    + String(repeating: "\t0", count: NameMatcher.featureNames.count) + "\n", file)
        }
        for row in rows {
            let right = query.isRight(index.place(row.place))
            fputs(
                "\(query.set)\t\(number)\t\(query.exact ? 1 : 0)\t\(row.place)\t\(right ? 1 : 0)\t"
                    + row.features.map { "\($0)" }.joined(separator: "\t")
                    + "\t" + row.costs.map { "\($0)=\($1)" }.sorted().joined(separator: ";") + "\n", file)
        }
    }
}
