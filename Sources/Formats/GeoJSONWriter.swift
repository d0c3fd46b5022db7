import Control
import Fronts
import Geometry
import Places
import Reports
import Rows
package import Snapshots

/// Writes snapshots and differences as GeoJSON (RFC 7946): one feature a line, sorted, seven decimals, outer rings
/// counter-clockwise, `bbox`, no `crs`. Each feature has JSON-FG's `time` (OGC 21-045) and the same as plain properties.
package struct GeoJSONWriter {
    let theatre: Theatre
    /// Adds the properties of simplestyle 1.1.0, so that GitHub and geojson.io show colours.
    let styled: Bool
    /// Adds the pieces of each line.
    package var segmented = false
    /// These are added after the lines.
    package var bands: [FrontBand] = []

    package init(_ theatre: Theatre, styled: Bool = false) {
        self.theatre = theatre
        self.styled = styled
    }

    /// The whole file. Linear in the number of vertices and of reports. With `land`, pockets and exclaves have features,
    /// and areas their populated part; with an `agreement` there is a map of others beside ours.
    package func bytes(of snapshot: Snapshot, land: Land? = nil, beside agreement: MapAgreement? = nil) -> [UInt8] {
        let points = snapshot.places.map { GridPoint(theatre.scenario.gazetteer.places[$0.placeIndex].coordinate) }
        let places = snapshot.places.map { feature($0, snapshot) }
        return bytes(
            of: snapshot, land: land, places: places + (agreement.map(MapAgreementJSON.features) ?? []), points: points
        ) { json in
            if let agreement { MapAgreementJSON.head(agreement, into: &json) }
        }
    }

    /// The same with these features after areas and lines, places at `points` among them, and with more in the head.
    func bytes(
        of snapshot: Snapshot, land: Land?, fronts: [[UInt8]]? = nil, places: [[UInt8]], points: [GridPoint],
        head: (inout JSONWriter) -> Void = { _ in }
    ) -> [UInt8] {
        var features: [[UInt8]] = snapshot.areas.enumerated().map {
            feature($1, populatedInSquareMetres: land?.populatedAreas[$0], snapshot)
        }
        features += (land?.parts.cutOff ?? []).map { feature($0, snapshot) }
        features += fronts ?? snapshot.fronts.map { feature($0, snapshot) }
        features += lineDetails(snapshot)
        features += places
        // Holes lie inside.
        let corners = snapshot.areas.flatMap { $0.polygons.flatMap { $0.rings[0] } }
        let ofBands = bands.flatMap { $0.polygons.flatMap { $0.rings.flatMap { $0 } } }
        return collection(features, corners: corners + points + ofBands) { json in
            json.key("as_of")
            json.string(snapshot.at.text)
            json.key("known_at")
            if let known = snapshot.asKnownOn { json.string(known.text) } else { json.null() }
            method(snapshot, into: &json)
            if let land {
                json.key("populated_within_km")
                json.number(land.populatedReachInMetres / 1000, decimals: 3)
            }
            json.key("digest")
            json.string(snapshot.digest)
            head(&json)
        }
    }

    package func bytes(of difference: Difference) -> [UInt8] {
        var features = difference.transfers.map { feature($0, difference) }
        features += difference.advances.map { feature($0, difference) }
        features += difference.places.map { feature($0, difference) }
        let corners = difference.transfers.flatMap { $0.polygons.flatMap { $0.rings.flatMap { $0 } } }
        let points = difference.places.map { GridPoint(theatre.scenario.gazetteer.places[$0.placeIndex].coordinate) }
        return collection(features, corners: corners + points) { json in
            json.key("format")
            json.string("frontline-diff")
            json.key("version")
            json.integer(1)
            for (key, snapshot) in [("from", difference.from), ("to", difference.to)] {
                json.key(key)
                json.object { json in
                    json.key("as_of")
                    json.string(snapshot.at.text)
                    json.key("known_at")
                    if let known = snapshot.asKnownOn { json.string(known.text) } else { json.null() }
                    json.key("digest")
                    json.string(snapshot.digest)
                }
            }
            method(difference.to, into: &json)
            json.key("balance")
            json.array { json in
                for (side, gained, lost) in difference.balance {
                    json.object { json in
                        json.key("holder")
                        json.string(side)
                        json.key("gained_km2")
                        json.number(gained / 1e6, decimals: 3)
                        json.key("lost_km2")
                        json.number(lost / 1e6, decimals: 3)
                    }
                }
            }
        }
    }

    private func collection(
        _ features: [[UInt8]], corners: [GridPoint], head: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("type")
            json.string("FeatureCollection")
            if let title = theatre.scenario.settings.title {
                json.key("title")
                json.string(title)
            }
            head(&json)
            if let first = corners.first {
                var (west, south, east, north) = (first.x, first.y, first.x, first.y)
                for corner in corners {
                    west = min(west, corner.x)
                    east = max(east, corner.x)
                    south = min(south, corner.y)
                    north = max(north, corner.y)
                }
                json.key("bbox")
                json.array { json in for value in [west, south, east, north] { json.degrees(value) } }
            }
            json.key("features")
            json.array { json in
                json.raw("\n")
                for (index, feature) in features.enumerated() {
                    if index > 0 { json.raw(",\n") }
                    json.raw(bytes: feature)
                }
                json.raw("\n")
            }
        }
        json.endLine()
        return json.bytes
    }

    private func method(_ snapshot: Snapshot, into json: inout JSONWriter) {
        json.key("method")
        json.method(snapshot.method)
    }
}
