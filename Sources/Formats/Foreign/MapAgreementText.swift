import Rows
package import Snapshots

/// Our map beside one of others as text: a table of land by what the two say of it, with the places concerned.
package enum MapAgreementText {
    /// So many places are named in a row; the GeoJSON has all.
    static let placesShown = 5

    package static func text(_ agreement: MapAgreement) -> String {
        let file = printable(agreement.comparison.second.map.file)
        var out = "beside \(file): " + summary(agreement) + "\n"
        for sentence in MapRemarks(agreement.comparison).sentences { out += "note: \(sentence)\n" }
        var table = TextTable([("", .left), ("ours", .left), ("theirs", .left), ("km²", .right), ("places", .left)])
        for row in agreement.rows where row.areaInSquareMetres >= 50_000 {
            let names = row.places.prefix(placesShown).map { printable($0.name, limit: 40) }
            let more = row.places.count - names.count
            table.add(
                row.kind.rawValue, MapComparisonText.words(row.ours), MapComparisonText.words(row.theirs),
                MapComparisonText.km2(row.areaInSquareMetres),
                names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
        }
        return out + table.text
    }

    /// `212.0 km² agreed, 31.5 disputed, …`
    package static func summary(_ agreement: MapAgreement) -> String {
        MapAgreement.Kind.allCases.filter { agreement.area($0) >= 50_000 }.map {
            "\(MapComparisonText.km2(agreement.area($0))) km² \($0.rawValue)"
        }.joined(separator: ", ")
    }
}
