import ArgumentParser
import Control
import Formats
import Places
import Reports
import Rows
import Snapshots

struct ControlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "control",
        abstract: "Tells who holds each place at a moment, how sure that is, and by which reports.",
        discussion: """
            EXAMPLES
              frontline control azaz-2015 --at 2015-12-02
              frontline control azaz-2015 --at 2015-12-02 --as-known-on 2015-12-01 --format csv

            Text lists the places that reports speak of; CSV has every place of the gazetteer.
            """)

    enum Format: String, OutputFormat { case csv, text }

    @OptionGroup var input: ScenarioArgument

    @OptionGroup var moment: MomentOptions

    @OptionGroup var out: OutputOptions<Format>

    func run() throws {
        try input.protect(out.file)
        let scenario = try input.loadAndTell()
        let calls = ControlModel(scenario, asKnownOn: moment.asKnownOn).calls(at: moment.at)
        switch try out.choice() {
        case .csv: try out.write(CallsCSV.header + CallsCSV.rows(calls, in: scenario))
        case .text: try out.write(text(calls, scenario))
        }
    }

    private func text(_ calls: [Call], _ scenario: Scenario) -> String {
        var table = TextTable([
            ("place", .left), ("held by", .left), ("sure", .right), ("since", .left), ("last report", .left),
            ("for", .right), ("against", .right), ("id", .left),
        ])
        let places = scenario.gazetteer.places
        for index in places.indices.sorted(by: { (places[$0].name, places[$0].id) < (places[$1].name, places[$1].id) })
        {
            let call = calls[index]
            guard !call.isInferred, call.lastReportAt != nil, places[index].kind.isPointLike else { continue }
            func count(_ role: Weighing.Role) -> String {
                "\(Set(call.basis.filter { $0.role == role }.map(\.reportIndex)).count)"
            }
            table.add(
                places[index].name, HolderText.text(Holder(call.status), scenario.actors),
                call.probability > 0 ? Decimals.fixed(call.probability, decimals: 2) : "", call.since?.text ?? "",
                call.lastReportAt?.text ?? "", count(.carried), count(.overruled), places[index].id)
        }
        return table.text
    }
}
