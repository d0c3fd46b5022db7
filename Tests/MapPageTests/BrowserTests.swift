import Foundation
import TestSupport
import Testing

/// The page in a real browser, over `file://`. Its screenshots are in `.build/map-pictures`.
@Suite struct BrowserTests {
    @Test func aReaderSeesTheMonth() throws {
        let scratch = try Scratch()
        let map = try Command.run("map", "Tests/Scenarios/azaz-2015", "-o", scratch.path + "/map")
        try #require(map.status == 0, "\(map.errors)")
        let series = try Command.run(
            "series", "Tests/Scenarios/azaz-2015", "--areas-only", "-o", scratch.path + "/series")
        try #require(series.status == 0, "\(series.errors)")
        let hostile = try hostileMap(scratch)
        let look = try Readers.chromium(
            Command.file("Tests/MapPageTests/Browser/look.py"),
            [scratch.path + "/map", scratch.path + "/series/areas.csv", Command.file(".build/map-pictures"), hostile])
        guard let look else { return }
        #expect(look.status == 0, "\(look.text)\n\(look.errors)")
        #expect(look.text.contains("no complaint in the console"))
    }

    /// Names, notes and addresses that try to be markup or to run.
    private func hostileMap(_ scratch: Scratch) throws -> String {
        var small = SmallScenario(count: 3)
        small.places[0].name = "</script><script>window.hacked = 1</script>"
        small.report("<img src=x onerror=hacked=1>", "2020-01-01", place: 1, "red", source: "monitor")
        var folder = try small.write(to: scratch, name: "hostile")
        let reports = """
            id,published_at,valid_from,place,place_id,actor,claim,source,credibility,url,note
            a,2020-01-01,2020-01-01,"<script>window.hacked = 1</script>",t:0,red,holds,monitor,2,javascript:window.hacked=1,"\u{202E}<img src=x onerror=""window.hacked = 1"">"
            b,2020-01-01,2020-01-01,"\u{2028}",t:0,red,holds,agency,2,"https://example.org/""><script>","{{code}} \\"
            c,2020-01-01,2020-01-01,x,t:1,blue,holds,agency,2,,
            """
        try scratch.write(reports + "\n", to: "hostile/reports.csv")
        folder = scratch.path + "/hostile"
        let result = try Command.run(
            "map", folder, "--from", "2020-01-01", "--to", "2020-01-03", "--title",
            "</title><script>window.hacked = 1</script> & \"week\" {{code}}", "-o", scratch.path + "/hostile-map")
        try #require(result.status == 0, "\(result.errors)")
        return scratch.path + "/hostile-map"
    }
}
