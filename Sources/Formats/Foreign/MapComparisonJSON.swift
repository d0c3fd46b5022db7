import Rows
package import Snapshots

/// The facts of a comparison of two maps as JSON, without geometry.
package enum MapComparisonJSON {
    package static func object(_ comparison: MapComparison) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            head(comparison, into: &json)
            json.key("transfers")
            json.array { json in
                for transfer in comparison.transfers {
                    json.object { json in
                        text("from", transfer.from.key, into: &json)
                        text("to", transfer.to.key, into: &json)
                        km2("area_km2", transfer.areaInSquareMetres, into: &json)
                        json.key("pieces")
                        json.integer(transfer.polygons.count)
                    }
                }
            }
            json.key("places")
            json.array { json in
                for place in comparison.places {
                    json.object { json in
                        text("place_id", place.id, into: &json)
                        text("name", place.name, into: &json)
                        text("from", place.from.key, into: &json)
                        text("to", place.to.key, into: &json)
                    }
                }
            }
        }
        return json.bytes + [0x0A]
    }

    /// What stands at the top of the GeoJSON too.
    static func head(_ comparison: MapComparison, into json: inout JSONWriter) {
        for (key, side) in [("from", comparison.first), ("to", comparison.second)] {
            json.key(key)
            json.object { json in map(side, into: &json) }
        }
        json.key("same_method")
        if let same = comparison.sameMethod { json.bool(same) } else { json.null() }
        json.key("engine")
        if case .geos(let reason) = comparison.engine { json.string("geos: \(reason)") } else { json.string("grid") }
        json.key("balance")
        json.array { json in
            for row in comparison.balance {
                json.object { json in
                    text("holder", row.side, into: &json)
                    km2("before_km2", row.before, into: &json)
                    km2("after_km2", row.after, into: &json)
                    km2("gained_km2", row.gained, into: &json)
                    km2("lost_km2", row.lost, into: &json)
                    km2("newly_mapped_km2", row.onlyAfter, into: &json)
                    km2("no_longer_mapped_km2", row.onlyBefore, into: &json)
                }
            }
        }
        json.key("unchanged")
        json.array { json in
            for agreement in comparison.agreed {
                json.object { json in
                    text("holder", agreement.cover.key, into: &json)
                    km2("area_km2", agreement.areaInSquareMetres, into: &json)
                }
            }
        }
        json.key("lines")
        json.array { json in for line in comparison.lines { json.object { json in self.line(line, into: &json) } } }
        json.key("common_places")
        json.integer(comparison.commonPlaces)
        json.key("slivers")
        json.object { json in
            json.key("pieces")
            json.integer(comparison.slivers.count)
            km2("area_km2", comparison.slivers.areaInSquareMetres, into: &json)
        }
    }

    private static func map(_ side: MapComparison.Side, into json: inout JSONWriter) {
        let map = side.map
        text("file", map.file, into: &json)
        json.key("as_of")
        if let asOf = map.origin.asOf { json.string(asOf) } else { json.null() }
        json.key("method")
        if let method = map.origin.method { json.string(method) } else { json.null() }
        json.key("digest")
        if let digest = map.origin.digest { json.string(digest) } else { json.null() }
        json.key("holder_source")
        switch map.holderSource {
        case .ours: json.string("control_area")
        case .property(let name, let isGuess): json.string("property:\(name)" + (isGuess ? " (guessed)" : ""))
        case .one: json.string("none")
        }
        json.key("areas")
        json.array { json in
            for (cover, area) in side.areas {
                json.object { json in
                    text("holder", cover.key, into: &json)
                    km2("area_km2", area, into: &json)
                }
            }
        }
        km2("drawn_twice_km2", side.drawnTwiceInSquareMetres, into: &json)
        json.key("repairs")
        repairs(map.repairs, into: &json)
    }

    /// By kind: how often, and the first features concerned.
    static func repairs(_ repairs: MapRepairs, into json: inout JSONWriter) {
        json.array { json in
            for kind in repairs.kinds {
                json.object { json in
                    text("kind", kind.rawValue, into: &json)
                    json.key("count")
                    json.integer(repairs.count(kind))
                    json.key("features")
                    json.object { json in
                        // One feature may come by more than once.
                        var shown: Set<String> = []
                        for entry in (repairs.entries[kind] ?? []).prefix(featuresShown)
                        where shown.insert(entry.feature).inserted {
                            json.key(entry.feature)
                            json.integer(entry.count)
                        }
                    }
                }
            }
        }
    }

    static let featuresShown = 100

    private static func line(_ line: MapComparison.LineChange, into json: inout JSONWriter) {
        text("left", line.left.key, into: &json)
        text("right", line.right.key, into: &json)
        json.key("before_km")
        json.number(line.lengthBeforeInMetres / 1000, decimals: 3)
        json.key("after_km")
        json.number(line.lengthAfterInMetres / 1000, decimals: 3)
        json.key("furthest_apart_km")
        if let move = line.greatestMoveInMetres { json.number(move / 1000, decimals: 3) } else { json.null() }
    }

    static func text(_ key: String, _ value: String, into json: inout JSONWriter) {
        json.key(key)
        json.string(value)
    }

    /// To the square metre.
    static func km2(_ key: String, _ squareMetres: Double, into json: inout JSONWriter) {
        json.key(key)
        json.number(squareMetres / 1e6, decimals: 6)
    }
}
