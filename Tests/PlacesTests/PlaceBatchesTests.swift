import Places
import Rows
import TestSupport
import Testing

/// Tables read in parts, against the same tables read whole.
struct PlaceBatchesTests {
    /// Long enough for several parts, with all that can be wrong in a row here and there.
    private static func table(csv: Bool, _ random: inout SeededGenerator) -> String {
        let columns = ["id", "title", "lon", "lat", "types", "variants", "population"]
        let separator = csv ? "," : "\t"
        var lines = [columns.joined(separator: separator)]
        for i in 0..<30_000 {
            var longitude = String(36 + Double.random(in: 0..<1, using: &random))
            var latitude = String(34 + Double.random(in: 0..<1, using: &random))
            var (id, kind) = ("t:\(i)", "village")
            switch Int.random(in: 0..<400, using: &random) {
            case 0: swap(&longitude, &latitude)
            case 1: id = "t:\(i / 2)"
            case 2: longitude = "x"
            case 3: kind = "vilage"
            case 4: id = ""
            case 5: latitude = "91"
            default: break
            }
            let padding = String(repeating: "ab ", count: Int.random(in: 20..<60, using: &random))
            let title = csv ? "\"Tall, the \"\"\(i)\"\"\nupper\"" : "Tall \(i)"
            lines.append(
                [id, title, longitude, latitude, kind, padding + ";كفرة@ar", "12"].joined(separator: separator))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test(arguments: ["tsv", "csv"])
    func partsGiveWhatTheWholeGives(ending: String) throws {
        var random = SeededGenerator(seed: 5)
        let scratch = try Scratch()
        let file = try scratch.write(Self.table(csv: ending == "csv", &random), to: "places." + ending)
        let whole = try GazetteerReader.rows(files: [file])

        func read(
            leavingOut: PlaceBatches.Exchanged
        ) throws -> (places: [Place], problems: [Problem], parts: Int, exchanged: PlaceBatches.Exchanged) {
            var batches = PlaceBatches([file], leavingOut: leavingOut)
            var places: [Place] = []
            var problems: [Problem] = []
            var parts = 0
            while let batch = try batches.next() {
                places += batch.places
                problems += batch.problems
                parts += 1
            }
            return (places, problems, parts, batches.exchanged)
        }
        let first = try read(leavingOut: [])
        #expect(first.parts > 2, "the table is no test of parts")
        #expect(first.exchanged.contains { !$0.isEmpty }, "no exchanged coordinates were found")
        let second = try read(leavingOut: first.exchanged)
        #expect(second.places.map(\.id) == whole.places.map(\.id))
        #expect(second.places.map(\.line) == whole.places.map(\.line))
        #expect(second.places.map(\.coordinate) == whole.places.map(\.coordinate))
        #expect(second.places.map { $0.names.map(\.text) } == whole.places.map { $0.names.map(\.text) })
        func told(_ problems: [Problem]) -> [String] { problems.map { "\($0.line): \($0.fact.sentence)" }.sorted() }
        #expect(told(second.problems) == told(whole.problems))
    }
}
