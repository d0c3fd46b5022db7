import Control
import Formats
import Geometry
import Places
import Reports
import Rows
import Snapshots

/// `data/map.js`: the title, the moments with the area of each holder, what the numbers of the other files stand for, and
/// how all of it was made.
enum MapScript {
    static func bytes(_ record: MapRecord, _ legend: Legend, _ theatre: Theatre, _ options: MapOptions) -> [UInt8] {
        DataScript.bytes("map") { json in
            json.key("format")
            json.string("frontline-map")
            json.key("version")
            json.integer(1)
            json.key("title")
            json.string(options.title ?? theatre.scenario.settings.title ?? "Who held what")
            json.key("made_by")
            json.string("frontline \(options.program)")
            json.key("method")
            method(into: &json)
            json.key("inputs")
            json.string(options.inputs)
            json.key("reports")
            json.integer(theatre.scenario.log.reports.count)
            json.key("newest_report")
            json.optional(theatre.scenario.log.reports.map(\.recordedAt).max { $0.start < $1.start }?.text)
            json.key("reach_km")
            json.number(theatre.scenario.settings.reachInMetres / 1000, decimals: 3)
            tiles(options, into: &json)
            doubt(into: &json)
            holders(legend, theatre.scenario.actors, into: &json)
            moments(record, legend, into: &json)
        }
    }

    private static func method(into json: inout JSONWriter) {
        json.object { json in
            json.key("label")
            json.string(Theatre.method.label)
            json.key("parameters")
            json.array { json in
                for parameter in Theatre.method.parameters { json.string("\(parameter.name) \(parameter.value)") }
            }
        }
    }

    private static func tiles(_ options: MapOptions, into json: inout JSONWriter) {
        guard let tiles = options.tiles else { return }
        json.key("tiles")
        json.object { json in
            json.key("address")
            json.string(tiles.address)
            json.key("credit")
            json.string(tiles.credit)
        }
    }

    private static func doubt(into json: inout JSONWriter) {
        json.key("doubt")
        json.object { json in
            json.key("sure_from")
            json.number(Doubt.sureProbability, decimals: 3)
            for (key, factors) in [("sure", Doubt.sure), ("unsure", Doubt.unsure)] {
                json.key(key)
                json.array { json in
                    json.number(factors.half, decimals: 3)
                    json.number(factors.nineInTen, decimals: 3)
                }
            }
        }
    }

    private static func holders(_ legend: Legend, _ actors: ActorTable, into json: inout JSONWriter) {
        json.key("sides")
        json.array { json in
            for side in legend.sides {
                json.object { json in
                    json.key("id")
                    json.string(side)
                    json.key("name")
                    json.string(HolderText.text(.held(side: side), actors))
                    json.key("colour")
                    json.string(Style.colour(.held(side: side), actors))
                }
            }
        }
        json.key("holders")
        json.array { json in
            for holder in legend.holders {
                json.object { json in
                    json.key("key")
                    json.string(holder.key)
                    json.key("status")
                    json.string(holder.status)
                    json.key("name")
                    json.string(HolderText.text(holder, actors))
                    json.key("sides")
                    json.array { json in for side in holder.sides { json.integer(legend.number(side: side)) } }
                }
            }
        }
        json.key("kinds")
        json.array { json in
            for kind in legend.kinds {
                json.array { json in
                    json.integer(legend.number(kind.holder))
                    json.integer(kind.isInferred ? 1 : 0)
                    json.integer(kind.likely.map { legend.number(side: $0) } ?? -1)
                    json.optional(kind.actor.flatMap { actors[$0]?.name ?? $0 })
                }
            }
        }
    }

    private static func moments(_ record: MapRecord, _ legend: Legend, into json: inout JSONWriter) {
        json.key("moments")
        json.array { json in for moment in record.moments { json.string(moment.at.text) } }
        json.key("known_at")
        json.array { json in for moment in record.moments { json.optional(moment.knownAt?.text) } }
        json.key("digests")
        json.array { json in for moment in record.moments { json.string(moment.digest) } }
        // Square kilometres by moment and holder, as in the tables of areas; null where a holder has no land.
        json.key("areas_km2")
        json.array { json in
            for moment in record.moments {
                var areas = [Double?](repeating: nil, count: legend.holders.count)
                for area in moment.areas { areas[legend.number(area.holder)] = area.squareMetres }
                json.array { json in
                    for area in areas {
                        if let area { json.number(area / 1e6, decimals: 3) } else { json.null() }
                    }
                }
            }
        }
    }
}
