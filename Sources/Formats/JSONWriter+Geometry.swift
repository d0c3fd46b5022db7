import Fronts
import Geometry
import Rows

extension JSONWriter {
    mutating func position(_ point: GridPoint) { position(point.x, point.y) }

    mutating func geometry(_ type: String, _ coordinates: (inout JSONWriter) -> Void) {
        key("geometry")
        object { json in
            json.key("type")
            json.string(type)
            json.key("coordinates")
            coordinates(&json)
        }
    }

    mutating func multiPolygon(_ polygons: [GridPolygon]) {
        geometry("MultiPolygon") { json in
            json.array { json in
                for polygon in polygons {
                    json.array { json in
                        for ring in polygon.rings {
                            json.array { json in for point in ring { json.position(point) } }
                        }
                    }
                }
            }
        }
    }
}
