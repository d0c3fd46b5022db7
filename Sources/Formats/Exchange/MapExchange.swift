package import Reports

/// The formats that have a map feature by feature: our GeoJSON, and what is made out of it.
package enum MapExchange: String, CaseIterable, Sendable {
    case geojson
    /// A GeoJSON text sequence (RFC 8142).
    case geojsons
    /// A feature a line.
    case geojsonl
    case kml
    case topojson

    /// KML has no look of its own: its styles are made out of simplestyle.
    package var needsStyle: Bool { self == .kml }

    /// The file in this format, out of what one of our writers wrote.
    ///
    /// - Parameter actors: whose names people read in KML instead of their ids, where they are known.
    /// - Complexity: O(bytes).
    package func bytes(of geoJSON: [UInt8], actors: ActorTable? = nil) throws(WrittenMapError) -> [UInt8] {
        switch self {
        case .geojson: geoJSON
        case .geojsons: try GeoJSONSequence.bytes(of: geoJSON, .recordSeparators)
        case .geojsonl: try GeoJSONSequence.bytes(of: geoJSON, .lines)
        case .kml: KMLWriter.bytes(of: try WrittenMap(geoJSON), actors)
        case .topojson: TopoJSONWriter.bytes(of: try WrittenMap(geoJSON))
        }
    }
}
