package import Rows

/// The forms in which gazetteers come.
package enum GazetteerFormat: String, CaseIterable, Sendable {
    /// Linked Places TSV, or any table with id, name, longitude and latitude.
    case table
    /// A dump of GeoNames: no header, tabs, 19 columns or the first 9 and more.
    case geonames
    /// Who's On First: the CSV of a placetype, or a GeoJSON feature a line.
    case wof
    /// OCHA's common operational dataset: P-codes, and names by administrative level.
    case cod
    /// A folder with places.tsv and names.tsv.
    case folder
    /// An index, as `frontline gazetteer build` writes it.
    case index

    /// What the file or folder looks like; nil where it is none of these.
    package static func guess(_ path: String) throws(InputError) -> GazetteerFormat? {
        if FileBytes.isFolder(path) { return isGazetteerFolder(path) ? .folder : nil }
        if IndexFile.isIndex(path) { return .index }
        let file = try MappedBytes(path)
        var line: Range<Int> = 0..<0
        let start = UnsafeBufferPointer(rebasing: file.bytes.prefix(1 << 16))
        TabularText.forEachLine(start) { _, range in if line.isEmpty { line = range } }
        if line.isEmpty { return nil }
        if start[line.lowerBound] == UInt8(ascii: "{") { return .wof }
        if GeoNamesSource.isRow(start, line) { return .geonames }
        let separator: UInt8 = start[line].contains(9) ? 9 : 44
        var cells: [Range<Int>] = []
        TabularText.split(start, line, &cells, at: separator)
        let names = cells.map {
            TabularText.string(start, $0).lowercased().filter { $0 != "\"" && $0 != " " }
        }
        if CODColumns(names) != nil { return .cod }
        if WhosOnFirstTable.columns(names) != nil { return .wof }
        if names.count == 1, names[0].contains(";"), let fact = RowFact.wrongSeparator(inOnlyCell: names[0]) {
            throw InputError(file: path, line: 1, fact: fact)
        }
        let hasSpot = names.contains { ["lon", "longitude", "lng", "x"].contains($0) }
        return hasSpot ? .table : nil
    }

    static func isGazetteerFolder(_ path: String) -> Bool {
        FileBytes.exists(path + "/places.tsv") && FileBytes.exists(path + "/names.tsv")
    }

    /// Who gives it, as an attestation names it; nil where only the file's name tells.
    package var gazetteer: String? {
        switch self {
        case .geonames: "GeoNames"
        case .wof, .folder: "Who's On First"
        case .cod: "OCHA COD"
        case .table, .index: nil
        }
    }

    /// The terms under which it is published.
    package var licence: String? {
        switch self {
        case .geonames: "GeoNames: CC BY 4.0, geonames.org"
        case .wof, .folder: "Who's On First: CC0 and CC BY, whosonfirst.org/docs/licenses"
        case .cod: "OCHA COD: CC BY 3.0 IGO, data.humdata.org"
        case .table, .index: nil
        }
    }
}
