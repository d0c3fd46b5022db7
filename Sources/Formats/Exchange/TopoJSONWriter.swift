import Geometry
import Rows

/// Writes a map as TopoJSON (topojson-specification 1.0): each border once, quantised on our own grid of 1e-7 degrees, so
/// that nothing is lost, and as differences from vertex to vertex.
///
/// An object for each type of feature, with the ids and properties of the GeoJSON; what the GeoJSON says in its head
/// stands at the top.
enum TopoJSONWriter {
    /// - Complexity: O(n) in the vertices.
    static func bytes(of map: WrittenMap) -> [UInt8] {
        var topology = Topology(
            rings: map.features.flatMap { feature -> [[GridPoint]] in
                if case .polygons(let polygons) = feature.shape { polygons.flatMap { $0 } } else { [] }
            },
            lines: map.features.compactMap { feature -> [GridPoint]? in
                if case .line(let line) = feature.shape { line } else { nil }
            })
        let bounds = Bounds(map)
        let objects = objects(of: map, bounds, &topology)
        var json = JSONWriter()
        json.object { json in
            json.key("type")
            json.string("Topology")
            for member in map.head {
                json.key(member.key)
                json.value(member.value)
            }
            bounds?.write(into: &json)
            json.key("objects")
            json.object { json in
                for object in objects {
                    json.line()
                    json.key(object.name)
                    json.object { json in
                        json.key("type")
                        json.string("GeometryCollection")
                        json.key("geometries")
                        json.array { json in
                            for geometry in object.geometries {
                                json.line()
                                json.raw(bytes: geometry)
                            }
                        }
                    }
                }
            }
            json.line()
            json.key("arcs")
            json.array { json in
                for arc in topology.arcs {
                    json.line()
                    write(arc, from: bounds?.corner ?? GridPoint(x: 0, y: 0), into: &json)
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func objects(
        of map: WrittenMap, _ bounds: Bounds?, _ topology: inout Topology
    ) -> [(name: String, geometries: [[UInt8]])] {
        var objects: [(name: String, geometries: [[UInt8]])] = []
        for feature in map.features {
            let geometry = geometry(of: feature, bounds?.corner ?? GridPoint(x: 0, y: 0), &topology)
            if let known = objects.firstIndex(where: { $0.name == feature.kind }) {
                objects[known].geometries.append(geometry)
            } else {
                objects.append((feature.kind, [geometry]))
            }
        }
        // A topology without any object is none to GDAL.
        return objects.isEmpty ? [("feature", [])] : objects
    }

    private static func geometry(
        of feature: WrittenMap.Feature, _ corner: GridPoint, _ topology: inout Topology
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("type")
            switch feature.shape {
            case .point(let point):
                json.string("Point")
                json.key("coordinates")
                json.array { json in difference(point, corner, into: &json) }
            case .line(let line):
                json.string("LineString")
                json.key("arcs")
                numbers(topology.cut(line: line), into: &json)
            case .polygons(let polygons):
                json.string("MultiPolygon")
                json.key("arcs")
                json.array { json in
                    for polygon in polygons {
                        json.array { json in for ring in polygon { numbers(topology.cut(ring: ring), into: &json) } }
                    }
                }
            }
            json.key("id")
            json.string(feature.id)
            json.key("properties")
            json.value(.object(feature.properties))
        }
        return json.bytes
    }

    private static func numbers(_ numbers: [Int], into json: inout JSONWriter) {
        json.array { json in for number in numbers { json.integer(number) } }
    }

    private static func write(_ arc: [GridPoint], from corner: GridPoint, into json: inout JSONWriter) {
        json.array { json in
            var before = corner
            for point in arc {
                json.array { json in difference(point, before, into: &json) }
                before = point
            }
        }
    }

    private static func difference(_ a: GridPoint, _ b: GridPoint, into json: inout JSONWriter) {
        json.integer(Int(a.x) - Int(b.x))
        json.integer(Int(a.y) - Int(b.y))
    }
}

/// The box around a map, whose lower left corner the vertices are counted from.
private struct Bounds {
    var corner: GridPoint
    var far: GridPoint

    /// Nil for a map without a vertex.
    init?(_ map: WrittenMap) {
        var (low, high) = (GridPoint(x: .max, y: .max), GridPoint(x: .min, y: .min))
        func note(_ p: GridPoint) {
            low = GridPoint(x: min(low.x, p.x), y: min(low.y, p.y))
            high = GridPoint(x: max(high.x, p.x), y: max(high.y, p.y))
        }
        for feature in map.features {
            switch feature.shape {
            case .point(let point): note(point)
            case .line(let line): line.forEach(note)
            case .polygons(let polygons): for polygon in polygons { polygon.first?.forEach(note) }
            }
        }
        guard low.x <= high.x else { return nil }
        (corner, far) = (low, high)
    }

    func write(into json: inout JSONWriter) {
        json.key("bbox")
        json.array { json in for value in [corner.x, corner.y, far.x, far.y] { json.degrees(value) } }
        json.key("transform")
        json.object { json in
            json.key("scale")
            json.array { json in for _ in 0..<2 { json.number(1e-7, decimals: 7) } }
            json.key("translate")
            json.array { json in for value in [corner.x, corner.y] { json.degrees(value) } }
        }
    }
}
