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
        guard !tables.isEmpty else { return try fill([]) }
        let read = try GazetteerReader.rows(files: tables)
        summary.problems += read.problems
        try fill(read.places)
    }

    private mutating func fill(_ places: [Place]) throws {
        var spots = try LayerFill(layer("places"), in: connection)
        for place in places {
            try spots.add(
                GeoPackageGeometry(point: place.coordinate),
                [
                    .text(place.id), .text(place.name), .text(place.kind.rawValue), Value(place.parent),
                    place.population.map { .integer($0) } ?? .null, .real(place.uncertaintyInMetres),
                ])
        }
        try spots.finish(lastChange: newest.dateTime)
        var names = try LayerFill(layer("names"), in: connection)
        for (index, place) in places.enumerated() {
            for name in place.names {
                try names.add([.integer(index + 1), .text(name.text), Value(name.language), .text(name.kind.word)])
                summary.names += 1
            }
        }
        try names.finish(lastChange: newest.dateTime)
        summary.places = places.count
    }
}
