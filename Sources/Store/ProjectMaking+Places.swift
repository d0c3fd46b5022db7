import Places
import Reports
import Rows

extension ProjectMaking {
    /// The scenario's own places; else the usual gazetteer, which is kept too, so that the project says the same on
    /// another machine.
    mutating func fillPlaces(_ files: [String: String], gazetteer: String?) throws {
        let own = ["places.tsv", "places.csv"].compactMap { files[$0] }
        var tables = own
        if own.isEmpty {
            do throws(InputError) {
                tables = try GazetteerFinder.files(named: gazetteer)
            } catch {
                // Without one a project can be filled, only not drawn. One that was named and is not there is a mistake.
                guard case GazetteerFact.gazetteerNotFound = error.fact else { throw error }
                summary.gazetteerMissing = error
            }
        }
        for file in tables where try GazetteerFormat.guess(file) != .table {
            // What belongs to the scenario must be held whole; the usual gazetteer may be any size.
            guard own.isEmpty else { throw InputError(file: file, fact: ProjectFact.gazetteerIsNoTable) }
            summary.gazetteerLeftOut.append(file)
        }
        if !summary.gazetteerLeftOut.isEmpty { tables = [] }
        if own.isEmpty {
            for file in tables {
                let name = file.split(separator: "/").last.map(String.init) ?? file
                try keep(FileBytes.read(file), as: "gazetteer/" + name, .gazetteer)
            }
        }
        progress?("places")
        let exchanged = try fill(of: tables, leavingOut: [])
        // Rarely any: then all is written again without them.
        if exchanged.contains(where: { !$0.isEmpty }) {
            (summary.places, summary.names) = (0, 0)
            _ = try fill(of: tables, leavingOut: exchanged)
        }
    }

    /// Writes the places of tables and their names; returns which should have been left out.
    private mutating func fill(
        of tables: [String], leavingOut leftOut: PlaceBatches.Exchanged
    ) throws -> PlaceBatches.Exchanged {
        var spots = try LayerFill(layer("places"), in: connection)
        var names = try LayerFill(layer("names"), in: connection)
        var batches = PlaceBatches(tables, leavingOut: leftOut)
        var problems: [Problem] = []
        try Threads.handOver {
            try batches.next()
        } to: { batch in
            problems += batch.problems
            for place in batch.places {
                summary.places += 1
                try spots.add(
                    GeoPackageGeometry(point: place.coordinate),
                    [
                        .text(place.id), .text(place.name), .text(place.kind.rawValue), Value(place.parent),
                        place.population.map { .integer($0) } ?? .null, .real(place.uncertaintyInMetres),
                    ])
                for name in place.names {
                    try names.add([
                        .integer(summary.places), .text(name.text), Value(name.language), .text(name.kind.word),
                    ])
                    summary.names += 1
                }
            }
            progress?("places  \(Int(batch.share * 100)) %  \(summary.places)")
        }
        try spots.finish(lastChange: newest.dateTime)
        try names.finish(lastChange: newest.dateTime)
        let exchanged = batches.exchanged
        // What the second reading tells is all that is wrong.
        let isLast = !leftOut.isEmpty || !exchanged.contains { !$0.isEmpty }
        if isLast { summary.problems += problems }
        return exchanged
    }
}
