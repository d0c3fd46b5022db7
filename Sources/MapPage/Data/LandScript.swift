import Geometry
import Rows
import Snapshots

/// `data/land.js`: the cells of the tessellation as arcs between them, each stored once. Neighbours share their arcs, so the
/// page can draw and measure any holding of the cells.
enum LandScript {
    /// Parts of a degree, about a metre: finer than any place is known.
    static let unitsPerDegree = 100_000
    private static let gridUnits = 100

    static func bytes(_ theatre: Theatre) -> [UInt8] {
        let arcs = Arcs(theatre.tessellation)
        var points = Packed()
        var number = [Int](repeating: -1, count: theatre.tessellation.vertices.count)
        var (count, x, y) = (0, 0, 0)
        var lines = Packed()
        var last = (left: 0, right: 0, vertex: 0)
        for arc in arcs.arcs {
            lines.addSigned(Int(arc.left) - last.left)
            lines.addSigned(Int(arc.right) - last.right)
            lines.add(arc.vertices.count - 2)
            (last.left, last.right) = (Int(arc.left), Int(arc.right))
            for vertex in arc.vertices {
                if number[Int(vertex)] < 0 {
                    // Numbered as they are met, so that the next is mostly the next number.
                    number[Int(vertex)] = count
                    count += 1
                    let point = theatre.tessellation.vertices[Int(vertex)]
                    let (newX, newY) = (rounded(point.x), rounded(point.y))
                    points.addSigned(newX - x)
                    points.addSigned(newY - y)
                    (x, y) = (newX, newY)
                }
                lines.addSigned(number[Int(vertex)] - last.vertex)
                last.vertex = number[Int(vertex)]
            }
        }
        var areas = Packed()
        for area in theatre.cellAreasInSquareMetres { areas.add(Int(max(area, 0).rounded())) }
        return DataScript.bytes("land") { json in
            json.key("cells")
            json.integer(theatre.tessellation.cellCount)
            json.key("place_cells")
            json.integer(theatre.placeCellCount)
            json.key("units_per_degree")
            json.integer(unitsPerDegree)
            json.key("points")
            json.integer(count)
            json.packed("positions", points)
            json.key("arcs")
            json.integer(arcs.arcs.count)
            json.packed("lines", lines)
            json.packed("areas_m2", areas)
        }
    }

    static func rounded(_ gridUnits: Int32) -> Int {
        Int((Double(gridUnits) / Double(Self.gridUnits)).rounded(.toNearestOrAwayFromZero))
    }
}
