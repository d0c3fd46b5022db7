import Geometry
import Places
import Reports
import Rows
import Snapshots

/// `data/places.js`: the drawn places, in the order in which the other files number them.
enum PlacesScript {
    static func bytes(_ theatre: Theatre) -> [UInt8] {
        let places = theatre.drawn.map { theatre.scenario.gazetteer.places[$0] }
        var kinds = Numbering<PlaceKind>()
        var units = Numbering<String>()
        var (positions, cells, kindOf, unitOf, people) = (Packed(), Packed(), Packed(), Packed(), Packed())
        var (x, y, cell) = (0, 0, 0)
        for (position, place) in places.enumerated() {
            let point = GridPoint(place.coordinate)
            let (newX, newY) = (LandScript.rounded(point.x), LandScript.rounded(point.y))
            positions.addSigned(newX - x)
            positions.addSigned(newY - y)
            let newCell = Int(theatre.tessellation.cellOfSite[position])
            cells.addSigned(newCell - cell)
            kindOf.add(kinds.number(place.kind))
            unitOf.add(units.number(unit(of: place)))
            people.add(max(0, place.population ?? 0))
            (x, y, cell) = (newX, newY, newCell)
        }
        return DataScript.bytes("places") { json in
            json.key("ids")
            json.array { json in for place in places { json.string(place.id) } }
            json.key("names")
            json.array { json in for place in places { json.string(place.name) } }
            // The name in its own script, where the shown one is in another.
            json.key("local")
            json.array { json in for place in places { json.string(local(place)) } }
            json.key("kinds")
            json.array { json in for kind in kinds.values { json.string(kind.rawValue) } }
            json.key("units")
            json.array { json in for unit in units.values { json.string(unit) } }
            json.packed("positions", positions)
            json.packed("cells", cells)
            json.packed("kind", kindOf)
            json.packed("unit", unitOf)
            json.packed("people", people)
        }
    }

    private static func unit(of place: Place) -> String {
        place.region.map(\.name) ?? place.district.map(\.name) ?? place.parent ?? ""
    }

    private static func local(_ place: Place) -> String {
        guard place.name.unicodeScalars.allSatisfy({ $0.value < 0x370 }) else { return "" }
        return place.names.first { name in
            name.language == "ar" || (name.language == nil && name.text.unicodeScalars.contains { isArabic($0) })
        }?.text ?? ""
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool { (0x600...0x6FF).contains(scalar.value) }
}

/// `data/names.js`: all other spellings of each place, for the search.
enum NamesScript {
    static func bytes(_ theatre: Theatre) -> [UInt8] {
        DataScript.bytes("names") { json in
            json.key("spellings")
            json.array { json in
                for index in theatre.drawn {
                    let place = theatre.scenario.gazetteer.places[index]
                    var seen: Set<String> = [place.name]
                    json.array { json in
                        for name in place.names where seen.insert(name.text).inserted { json.string(name.text) }
                    }
                }
            }
        }
    }
}
