import Foundation
import Geometry
import Places
import Rows
import TestSupport
import Testing

/// What reports of azaz-2015 say of where their place is, against the place that is meant.
@Suite struct PressHintTests {
    @Test func mostPlacesLieWhereTheHintSays() throws {
        guard let url = SharedData.url("azaz-2015/places_expected.csv") else { return }
        let rows = try DelimitedReader.read(try FileBytes.read(url.path), file: url.path, dialect: .csv)
        let gazetteer = try GazetteerReader.read(files: [Command.file("Gazetteer/northern-aleppo.tsv")]).gazetteer
        let locator = Locator(gazetteer, lookup: ResolverLookup(Resolver(gazetteer: gazetteer)))
        let aazaz = try #require(gazetteer.place(id: "gn:172082")).coordinate
        var counts: [String: (all: Int, inside: Int, area: Double)] = [:]
        for row in rows.rows {
            guard let hint = row["place_hint"], let longitude = row["lon"].flatMap(Double.init),
                let latitude = row["lat"].flatMap(Double.init), let expression = try? RelativeExpression(parsing: hint),
                let region = locator.locate(expression, near: [aazaz]).readings.first?.region
            else { continue }
            var count = counts[region.rule.name] ?? (0, 0, 0)
            count.all += 1
            count.inside += region.contains(Coordinate(longitude: longitude, latitude: latitude)) ? 1 : 0
            count.area += region.areaInSquareMetres / 1e6
            counts[region.rule.name] = count
        }
        var table = "| rule | inside | hints | mean area km² |\n|---|---|---|---|\n"
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
            table +=
                "| \(name) | \(count.inside) | \(count.all) | \(Int((count.area / Double(count.all)).rounded())) |\n"
        }
        if ProcessInfo.processInfo.environment["PRINT_TABLE"] != nil { print(table) }
        let all = counts.values.reduce(0) { $0 + $1.all }
        let inside = counts.values.reduce(0) { $0 + $1.inside }
        #expect(all >= 100, "\n\(table)")
        #expect(Double(inside) >= 0.85 * Double(all), "\n\(table)")
    }
}
