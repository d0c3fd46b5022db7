import Rows
import Snapshots

/// Our map beside one of others, as members and features of a snapshot's GeoJSON.
enum MapAgreementJSON {
    /// The member `overlay` at the top.
    static func head(_ agreement: MapAgreement, into json: inout JSONWriter) {
        let map = agreement.comparison.second.map
        json.key("overlay")
        json.object { json in
            MapComparisonJSON.text("file", map.file, into: &json)
            for kind in MapAgreement.Kind.allCases {
                let name = kind.rawValue.split(separator: "-").joined(separator: "_")
                MapComparisonJSON.km2("\(name)_km2", agreement.area(kind), into: &json)
            }
            json.key("agreed")
            json.array { json in
                for row in agreement.rows where row.kind == .agreed {
                    json.object { json in
                        MapComparisonJSON.text("holder", row.ours.key, into: &json)
                        MapComparisonJSON.km2("area_km2", row.areaInSquareMetres, into: &json)
                    }
                }
            }
            json.key("repairs")
            MapComparisonJSON.repairs(map.repairs, into: &json)
        }
    }

    /// One feature for each two things that the maps say of some land, where they differ.
    static func features(_ agreement: MapAgreement) -> [[UInt8]] {
        agreement.comparison.transfers.map { transfer in
            let row = agreement.rows.first { $0.ours == transfer.from && $0.theirs == transfer.to }
            var json = JSONWriter()
            json.object { json in
                MapComparisonJSON.text("type", "Feature", into: &json)
                MapComparisonJSON.text("id", "disagreement/\(transfer.from.key)>\(transfer.to.key)", into: &json)
                json.multiPolygon(transfer.polygons)
                json.key("properties")
                json.object { json in
                    MapComparisonJSON.text("feature_type", "disagreement", into: &json)
                    if let row { MapComparisonJSON.text("kind", row.kind.rawValue, into: &json) }
                    MapComparisonJSON.text("ours", transfer.from.key, into: &json)
                    MapComparisonJSON.text("theirs", transfer.to.key, into: &json)
                    MapComparisonJSON.km2("area_km2", transfer.areaInSquareMetres, into: &json)
                    json.key("places")
                    json.array { json in for place in row?.places ?? [] { json.string(place.id) } }
                }
            }
            return json.bytes
        }
    }
}
