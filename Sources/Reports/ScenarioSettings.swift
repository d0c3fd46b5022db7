package import Rows

/// What `scenario.json` says: a title, the days that it is about, how far a place speaks for the land around it.
package struct ScenarioSettings: Sendable {
    package var title: String?
    package var from: Moment?
    package var to: Moment?
    /// Land further than this from every place is left bare: 10 km, a day's walk there and back.
    package var reachInMetres = 10_000.0

    package init() {}

    static let format = "frontline-scenario"
    static let version = 1
    private static let keys = ["format", "version", "title", "from", "to", "reach_km"]

    package static func read(
        _ path: String, from files: any FileSource = Disk()
    ) throws(InputError) -> ScenarioSettings {
        let value = try JSONFile.read(path, from: files)
        func failure(_ reason: String) -> InputError {
            InputError(file: path, fact: ReportFact.badScenario(reason: reason))
        }
        guard value["format"]?.string == format else {
            throw failure("is no scenario: expected \"format\": \"\(format)\"")
        }
        guard let written = value["version"]?.number, written <= Double(version) else {
            throw failure("was written by a newer version; this one reads \"version\": \(version)")
        }
        for key in (value.members ?? []).map(\.key) where !keys.contains(key) {
            let nearest = EditDistance.nearest(to: key, among: keys).map { " (did you mean \"\($0)\"?)" } ?? ""
            throw failure("\"\(printable(key))\" is no setting; known are \(keys.joined(separator: ", "))\(nearest)")
        }
        var settings = ScenarioSettings()
        settings.title = value["title"]?.string
        for (key, path) in [("from", \ScenarioSettings.from), ("to", \ScenarioSettings.to)] {
            guard let text = value[key]?.string else { continue }
            guard let moment = Moment(text) else {
                throw failure("\"\(key)\" is \"\(printable(text))\"; expected a day such as 2015-12-02")
            }
            settings[keyPath: path] = moment
        }
        if let reach = value["reach_km"] {
            guard let kilometres = reach.number, kilometres > 0, kilometres <= 1000 else {
                throw failure("\"reach_km\" is no number of kilometres between 0 and 1000")
            }
            settings.reachInMetres = kilometres * 1000
        }
        return settings
    }
}
