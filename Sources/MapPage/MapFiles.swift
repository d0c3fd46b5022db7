import Reports
package import Snapshots

/// The files of a page: what `frontline map` writes into a folder.
package enum MapFiles {
    /// By path within the folder, sorted; folders are `code` and `data`.
    ///
    /// The same record gives the same bytes. O(places × changes, edges of the tessellation, reports).
    package static func all(
        _ record: MapRecord, _ theatre: Theatre, _ options: MapOptions
    ) -> [(path: String, bytes: [UInt8])] {
        let legend = Legend(record)
        let reports = ReportsScript(theatre, record)
        let title = options.title ?? theatre.scenario.settings.title ?? "Who held what"
        let files: [(path: String, bytes: [UInt8])] =
            [
                ("index.html", PageText.index(title: title, tiles: options.tiles)),
                ("data/map.js", MapScript.bytes(record, legend, theatre, options)),
                ("data/land.js", LandScript.bytes(theatre)),
                ("data/places.js", PlacesScript.bytes(theatre)),
                ("data/names.js", NamesScript.bytes(theatre)),
                ("data/calls.js", CallsScript.bytes(record, legend, theatre)),
                ("data/ground.js", GroundScript.bytes(theatre)),
                ("data/reports.js", reports.bytes),
                ("data/reasons.js", ReasonsScript.bytes(record, reports: reports.numbers)),
            ] + PageText.code.map { ("code/\($0.name)", $0.bytes) }
        return files.sorted { $0.path < $1.path }
    }
}
