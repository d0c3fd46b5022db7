import ArgumentParser
import Formats
import Places
import Rows

struct GazetteerInfoCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Tells which gazetteer is used, and how much is in it.",
        discussion: """
            EXAMPLE
              frontline gazetteer info
            """)

    @OptionGroup var places: GazetteerOption

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func run() throws {
        let files = try reportingFailures { try GazetteerFinder.files(named: places.gazetteer) }
        let gazetteer = try places.load()
        let summary = GazetteerSummary(gazetteer)
        try Output.data(json ? SummaryJSON.object(summary, files: files) : Output.shown(text(summary, files)))
    }

    private func text(_ summary: GazetteerSummary, _ files: [String]) -> String {
        var table = TextTable([("", .left), ("count", .right)])
        table.add("places", "\(summary.places)")
        for (kind, count) in summary.kinds { table.add("  \(kind)", "\(count)") }
        table.add("names", "\(summary.names)")
        for (language, count) in summary.languages { table.add("  \(language)", "\(count)") }
        table.add("names of several places", "\(summary.sharedNames)")
        table.add("names that look like a neighbour's", "\(summary.doubtfulNames)")
        table.add("rows merged into others", "\(summary.merged)")
        table.add("places that may be double", "\(summary.doubles)")
        for (source, count) in summary.gazetteers { table.add("listed by \(source)", "\(count)") }
        var out = files.joined(separator: "\n") + "\n" + table.text
        for note in summary.notes { out += printable(note) + "\n" }
        let megabytes = Decimals.fixed(Double(summary.bytes) / 1e6, decimals: 1)
        out += "index: \(megabytes) MB, digest \(summary.digest)\n"
        return out
    }
}
