import Fronts
import Geometry
import Rows

extension JSONWriter {
    /// Degrees out of units of 1e-7 degrees, without a detour over floating point.
    mutating func degrees(_ units: Int32) {
        value(.number(0, text: Self.text(units)))
    }

    mutating func position(_ point: GridPoint) {
        array { json in
            json.degrees(point.x)
            json.degrees(point.y)
        }
    }

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

    private static func text(_ units: Int32) -> String {
        let magnitude = units.magnitude
        var text = (units < 0 ? "-" : "") + String(magnitude / 10_000_000)
        var fraction = magnitude % 10_000_000
        guard fraction > 0 else { return text }
        var digits = 7
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        let tail = String(fraction)
        text += "." + String(repeating: "0", count: digits - tail.count) + tail
        return text
    }
}
