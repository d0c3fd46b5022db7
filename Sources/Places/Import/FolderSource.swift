import Rows

/// Reads a folder with places.tsv and names.tsv; see ``GazetteerFolder``.
enum FolderSource {
    static func read(_ input: SourceInput) throws(InputError) {
        let (places, names) = (input.path + "/places.tsv", input.path + "/names.tsv")
        let problems = GazetteerFolder.add(
            places: try FileBytes.read(places), names: try FileBytes.read(names), to: input.builder,
            placesFile: places, namesFile: names, gazetteer: input.gazetteer, wants: input.wants)
        for problem in problems { input.problems.add(problem) }
    }
}

/// Reads an index again, as a source of another one.
enum IndexSource {
    static func read(_ input: SourceInput) throws(InputError) {
        let index = try IndexFile.open(input.path)
        for number in 0..<index.placeCount {
            let place = index.wholePlace(number)
            if number & 0xFFF == 0 { input.done(Double(number) / Double(index.placeCount)) }
            guard input.wants(place.kind) else { continue }
            let gazetteers = Set(place.attestations.map(\.gazetteer))
            let label = gazetteers.count == 1 ? gazetteers.first! : input.gazetteer
            input.builder.settled.insert(label)
            input.builder.add(place, gazetteer: label)
        }
        input.builder.mergedBefore += index.mergedCount
        for note in index.notes where !input.builder.notes.contains(note) { input.builder.notes.append(note) }
    }
}

/// Reads LP-TSV and other tables with a header; see ``GazetteerReader``.
enum TableSource {
    static func read(_ input: SourceInput) throws(InputError) {
        let rows = try GazetteerReader.rows(files: [input.path])
        for problem in rows.problems { input.problems.add(problem) }
        input.builder.settled.insert(input.gazetteer)
        for place in rows.places where input.wants(place.kind) {
            input.builder.add(place, gazetteer: input.gazetteer)
        }
    }
}
