import TestSupport
import Testing

struct ManySkippedRowsTests {
    /// A few are told, and how many more there are, whatever part of the file they stand in.
    @Test func allSkippedRowsAreCounted() throws {
        let scratch = try Scratch()
        try scratch.write("id\ttitle\tlon\tlat\nt:1\tOne\t37.1\t36.5\n", to: "log/places.tsv")
        let rows = (0..<30_000).map { i in
            let day = i % 4 == 0 ? "2015-13-40" : "2015-12-01"
            return "r\(i),\(day),One,t:1,red,holds,monitor,\"\(String(repeating: "words, ", count: 12))\""
        }
        let head = "id,valid_from,place,place_id,actor,claim,source,note"
        try scratch.write(([head] + rows).joined(separator: "\n") + "\n", to: "log/reports.csv")
        let result = try Command.run("import", scratch.path + "/log", "-o", scratch.path + "/log.gpkg")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("… and 7490 more\n"))
        #expect(result.errors.contains("22500 reports, 7500 rows skipped, 1 places with 1 names"))
    }
}
