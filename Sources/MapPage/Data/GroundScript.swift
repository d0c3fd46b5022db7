import Geometry
import Places
import Reports
import Rows
import Snapshots

/// `data/ground.js`: what lies beneath, as far as the gazetteer and the scenario know it: the border of the area of
/// interest, roads, rivers, the outlines of units.
enum GroundScript {
    static func bytes(_ theatre: Theatre) -> [UInt8] {
        let gazetteer = theatre.scenario.gazetteer.places
        let shaped = gazetteer.indices.filter { index in
            if case .point = gazetteer[index].shape { false } else { true }
        }
        .sorted { gazetteer[$0].id < gazetteer[$1].id }
        return DataScript.bytes("ground") { json in
            json.key("border")
            json.array { json in
                for polygon in theatre.scenario.area?.polygons ?? [] {
                    for ring in polygon.rings { json.string(packed: line(ring)) }
                }
            }
            json.key("lines")
            json.array { json in
                for place in shaped.map({ gazetteer[$0] }) {
                    switch place.shape {
                    case .point: break
                    case .line(let points): write(place, [points], into: &json)
                    case .area(let area): write(place, area.polygons.flatMap(\.rings), into: &json)
                    }
                }
            }
        }
    }

    private static func write(_ place: Place, _ lines: [[Coordinate]], into json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.string(place.id)
            json.key("name")
            json.string(place.name)
            json.key("kind")
            json.string(place.kind.rawValue)
            json.key("lines")
            json.array { json in for one in lines { json.string(packed: line(one)) } }
        }
    }

    private static func line(_ points: [Coordinate]) -> Packed {
        var packed = Packed()
        packed.add(points.count)
        var (x, y) = (0, 0)
        for point in points.map(GridPoint.init) {
            let (newX, newY) = (LandScript.rounded(point.x), LandScript.rounded(point.y))
            packed.addSigned(newX - x)
            packed.addSigned(newY - y)
            (x, y) = (newX, newY)
        }
        return packed
    }
}

extension JSONWriter {
    mutating func string(packed: Packed) { members([0x22] + packed.base64 + [0x22]) }
}
