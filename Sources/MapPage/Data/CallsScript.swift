import Geometry
import Reports
import Rows
import Snapshots

/// `data/calls.js`: what is said of each place from moment to moment, where it changes.
enum CallsScript {
    static func bytes(_ record: MapRecord, _ legend: Legend, _ theatre: Theatre) -> [UInt8] {
        var kinds = Packed()
        for timeline in record.kinds { kinds.add(timeline) { $0.add(legend.number($1)) } }
        var sure = Packed()
        for timeline in record.hundredths { add(timeline, to: &sure) }
        var owners = Packed()
        var last = 0
        for timeline in record.owners {
            owners.add(timeline) { packed, owner in
                packed.addSigned(Int(owner) - last)
                last = Int(owner)
            }
        }
        // Most cells belong to one place, which decides; the others are named.
        var places = [Int](repeating: 0, count: theatre.placeCellCount)
        for position in theatre.drawn.indices { places[Int(theatre.tessellation.cellOfSite[position])] += 1 }
        let shared = places.indices.filter { places[$0] > 1 }
        var deciding = Packed()
        deciding.add(shared.count)
        for cell in shared {
            deciding.add(cell)
            deciding.add(record.deciding[cell]) { $0.add(Int($1) + 1) }
        }
        return DataScript.bytes("calls") { json in
            json.packed("kinds", kinds)
            json.packed("sure", sure)
            json.packed("owners", owners)
            json.packed("deciding", deciding)
        }
    }

    /// Hundredths change often and by little, mostly from one moment to the next: one byte then holds the change, folded,
    /// and in its two lowest bits the moments since the last, less one; three stands for three and what is added.
    static func add(_ timeline: Timeline<Int>, to packed: inout Packed) {
        packed.add(timeline.starts.count)
        guard let first = timeline.values.first else { return }
        packed.add(first)
        for index in timeline.starts.indices.dropFirst() {
            let gap = Int(timeline.starts[index] - timeline.starts[index - 1]) - 1
            let change = Packed.folded(timeline.values[index] - timeline.values[index - 1])
            packed.add(change << 2 | min(gap, 3))
            if gap >= 3 { packed.add(gap - 3) }
        }
    }
}
