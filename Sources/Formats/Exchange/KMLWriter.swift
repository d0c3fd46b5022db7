import Geometry
import Reports
import Rows

/// Writes a map as KML 2.2 (OGC 07-147r2): a folder for each type of feature, a style for each look, the time for which a
/// feature is good as TimeSpan, and all that the GeoJSON says of it as ExtendedData.
struct KMLWriter {
    private let map: WrittenMap
    private let names: FeatureNames
    private var styles: KMLStyles

    /// The whole file. Linear in the number of vertices.
    static func bytes(of map: WrittenMap, _ actors: ActorTable?) -> [UInt8] {
        var writer = KMLWriter(map, actors)
        return writer.document()
    }

    private init(_ map: WrittenMap, _ actors: ActorTable?) {
        self.map = map
        names = FeatureNames(map, actors)
        styles = KMLStyles(map)
    }

    private mutating func document() -> [UInt8] {
        var folders: [(kind: String, placemarks: String)] = []
        for feature in map.features {
            let placemark = placemark(feature)
            if let known = folders.firstIndex(where: { $0.kind == feature.kind }) {
                folders[known].placemarks += placemark
            } else {
                folders.append((feature.kind, placemark))
            }
        }
        var out = """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2">
            <Document>
            <name>\(Self.text(map.title ?? "Who holds what"))</name>
            <description>\(Self.text(summary))</description>

            """
        out += styles.text
        out += Self.data(map.head.filter { $0.key != "title" })
        for folder in folders {
            out += "<Folder>\n<name>\(Self.text(FeatureNames.folder(folder.kind)))</name>\n"
            out += folder.placemarks + "</Folder>\n"
        }
        return Array((out + "</Document>\n</kml>\n").utf8)
    }

    /// What a reader sees first.
    private var summary: String {
        func text(_ key: String) -> String? { map.head.first { $0.key == key }?.value.string }
        guard let date = text("as_of") else { return "Made by frontline" }
        return date + (text("known_at").map { ", as known on \($0)" } ?? ", by all that is known")
            + ". Made by frontline"
    }

    private mutating func placemark(_ feature: WrittenMap.Feature) -> String {
        let isStyled = KMLStyles.isStyled(feature)
        let properties = feature.properties.filter { !isStyled || !KMLStyles.properties.contains($0.key) }
        return "<Placemark><name>\(Self.text(names.name(feature)))</name>"
            + "<description>\(Self.text(names.description(feature)))</description>\(time(feature))"
            + "<styleUrl>\(styles.reference(feature))</styleUrl>\n"
            + Self.data([("id", .string(feature.id))] + properties) + Self.geometry(feature.shape) + "</Placemark>\n"
    }

    /// Columns of a stranger's table may have these names too, so what is no time is left out.
    private func time(_ feature: WrittenMap.Feature) -> String {
        func moment(_ key: String) -> Moment? { feature.text(key).flatMap { Moment($0) } }
        if let from = moment("valid_from"), let to = moment("valid_to") {
            return "<TimeSpan><begin>\(from.start.timestamp)</begin><end>\(to.start.timestamp)</end></TimeSpan>"
        }
        guard let at = moment("as_of") else { return "" }
        return "<TimeStamp><when>\(at.text)</when></TimeStamp>"
    }

    private static func text(_ text: String) -> String { XMLText.escapedForBalloons(text) }

    private static func data(_ members: [(key: String, value: JSONValue)]) -> String {
        let all = members.flatMap { FlatMember.all($0.key, $0.value) }
        guard !all.isEmpty else { return "" }
        let rows = all.map { "<Data name=\"\(text($0.name))\"><value>\(text($0.text))</value></Data>" }
        return "<ExtendedData>\(rows.joined())</ExtendedData>\n"
    }

    private static func geometry(_ shape: WrittenMap.Shape) -> String {
        switch shape {
        case .point(let point): return "<Point><coordinates>\(positions([point]))</coordinates></Point>"
        case .line(let line):
            return
                "<LineString><tessellate>1</tessellate><coordinates>\(positions(line))</coordinates></LineString>"
        case .polygons(let polygons):
            return "<MultiGeometry>\(polygons.map(polygon).joined(separator: "\n"))</MultiGeometry>"
        }
    }

    private static func polygon(_ rings: [[GridPoint]]) -> String {
        let parts = rings.enumerated().map { index, ring in
            let name = index == 0 ? "outerBoundaryIs" : "innerBoundaryIs"
            return "<\(name)><LinearRing><coordinates>\(positions(ring))</coordinates></LinearRing></\(name)>"
        }
        return "<Polygon><tessellate>1</tessellate>\(parts.joined())</Polygon>"
    }

    /// `36.5,37.1 36.6,37.2`.
    private static func positions(_ points: [GridPoint]) -> String {
        var bytes: [UInt8] = []
        for (index, point) in points.enumerated() {
            if index > 0 { bytes.append(0x20) }
            Decimals.appendShortest(point.coordinate.longitude, decimals: 7, to: &bytes)
            bytes.append(0x2C)
            Decimals.appendShortest(point.coordinate.latitude, decimals: 7, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
