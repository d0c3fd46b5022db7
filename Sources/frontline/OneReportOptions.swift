import ArgumentParser
import Reports
import Rows

/// One report on the command line. What can be inferred may be left out.
struct OneReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The place, as the source writes it, or a phrase such as \"10 km east of Aazaz\".", valueName: "name"))
    var place: String?

    @Option(help: ArgumentHelp("The id of the place, where its name is not enough.", valueName: "id"))
    var placeId: String?

    @Option(help: ArgumentHelp("What the source says of where the place is.", valueName: "text"))
    var placeHint: String?

    @Option(help: ArgumentHelp("Who: the id or any name of an actor; several divided by a bar.", valueName: "name"))
    var actor: String?

    @Option(
        help: ArgumentHelp("\(Claim.words.joined(separator: ", ")); holds where it is left out.", valueName: "claim"),
        completion: .list(Claim.words))
    var claim: String?

    @Option(help: ArgumentHelp("From whom it was taken, or the other side.", valueName: "name"))
    var against: String?

    @Option(help: ArgumentHelp("When it was so; today where it is left out.", valueName: "time"))
    var date: String?

    @Option(help: ArgumentHelp("Who says so; the only one in sources.csv where it is left out.", valueName: "id"))
    var source: String?

    @Option(
        help: ArgumentHelp("1, confirmed, to 5, improbable; 6, not to be judged.", valueName: "grade"),
        completion: .list(["1", "2", "3", "4", "5", "6"]))
    var credibility: String?

    @Option(help: ArgumentHelp("The id of the report that this one corrects.", valueName: "id"))
    var supersedes: String?

    @Option(help: ArgumentHelp("Where it stands.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("Your own words.", valueName: "text"))
    var note: String?

    var isMeant: Bool { place != nil || placeId != nil }

    func validate() throws {
        if !isMeant, let alone = cells.first {
            throw ValidationError("--\(alone.name.replacing("_", by: "-")) is for one report: name its --place")
        }
        if isMeant, actor == nil, claim != "strike" {
            throw ValidationError("--place needs --actor: who is said to hold it")
        }
        // Else the reader of rows would speak of the column that it stands in.
        if let date, Moment(date) == nil {
            throw ValidationError(
                "--date '\(printable(date))' is no time; expected 2015-12-02 or 2015-12-02T19:00+02:00")
        }
    }

    /// The cells that were given, under the names of their columns.
    var cells: [(name: String, cell: String)] {
        let all = [
            ("date", date), ("place", place), ("place_hint", placeHint), ("place_id", placeId), ("actor", actor),
            ("claim", claim), ("against", against), ("source", source), ("credibility", credibility),
            ("supersedes", supersedes), ("url", url), ("note", note),
        ]
        return all.compactMap { name, cell in cell.map { (name, $0) } }
    }
}

extension String {
    fileprivate func replacing(_ letter: Character, by other: Character) -> String {
        String(map { $0 == letter ? other : $0 })
    }
}
