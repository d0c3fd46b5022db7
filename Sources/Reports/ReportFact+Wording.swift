import Rows

extension ReportFact {
    package var code: String {
        switch self {
        case .missing: "missing"
        case .longName: "long-name"
        case .badTime: "bad-time"
        case .timesReversed: "times-reversed"
        case .unknownWord: "unknown-word"
        case .unknownActor: "unknown-actor"
        case .unknownSource: "unknown-source"
        case .repeated: "repeated"
        case .conflictingID: "conflicting-id"
        case .takenID: "conflicting-id"
        case .unknownPlaceID: "unknown-place-id"
        case .publishedBeforeItHappened: "published-before-it-happened"
        case .badColour: "bad-colour"
        case .supersedesUnknown: "supersedes-unknown"
        case .placeNotFound: "place-not-found"
        case .placeAmbiguous: "place-ambiguous"
        case .placeOutsideArea: "place-outside-area"
        case .sidesOverlap: "sides-overlap"
        case .sideEndsBeforeItBegins: "side-ends-before-it-begins"
        case .badScenario: "bad-scenario"
        case .noReports: "no-reports"
        }
    }

    package var sentence: String {
        switch self {
        case .missing(let column):
            "nothing stands under \"\(column)\"; fill it"
        case .longName(let column, let bytes):
            "the \(column) has \(bytes) bytes; expected a name of at most \(NameLimit.characters) letters and "
                + "\(NameLimit.bytes) bytes"
        case .badTime(let column, let value):
            "\(column) \"\(printable(value))\" is no time; expected 2015-12-02 or 2015-12-02T19:00+02:00"
        case .timesReversed(let from, let to):
            "valid_to \(to) lies before valid_from \(from); exchange them"
        case .unknownWord(let column, let value, let expected, let nearest):
            "\(column) \"\(printable(value))\" is not known; expected \(expected.joined(separator: ", "))"
                + didYouMean(nearest)
        case .unknownActor(let column, let value, let nearest):
            "\(column) \"\(printable(value))\" stands in no row of the actors file; add it there" + didYouMean(nearest)
        case .unknownSource(let value, let nearest):
            "source \"\(printable(value))\" stands in no row of the sources file and counts as F, not to be judged"
                + didYouMean(nearest)
        case .repeated(let id, let firstLine):
            "report \(printable(id)) is the same as on line \(firstLine) and counts once"
        case .conflictingID(let id, let firstLine):
            "the id \(printable(id)) stands on line \(firstLine) with other content; give the report its own id, and "
                + "name the one it corrects under \"supersedes\""
        case .takenID(let what, let id, let firstLine):
            "the id \(printable(id)) stands on line \(firstLine) already, and that row counts; give this \(what) its own id, or "
                + "put its names there"
        case .unknownPlaceID(let value):
            "place_id \"\(printable(value))\" is not in the gazetteer; leave it empty to have the name looked up"
        case .publishedBeforeItHappened(let published, let valid):
            "published \(published), but said to be so from \(valid): a claim about the future; look at both dates"
        case .badColour(let value):
            "colour \"\(printable(value))\" is no #RRGGBB; left out"
        case .supersedesUnknown(let id):
            "corrects report \"\(printable(id))\", which is not in the log"
        case .placeNotFound(let place, let suggestions):
            "no place named \"\(printable(place))\" in the gazetteer"
                + didYouMean(suggestions.isEmpty ? nil : suggestions.joined(separator: ", "))
        case .placeAmbiguous(let place, let candidates):
            "\"\(printable(place))\" could be \(candidates.joined(separator: " or ")); add a place_hint or a place_id"
        case .placeOutsideArea(let place):
            "\(printable(place)) lies outside the area of interest and is not drawn"
        case .sidesOverlap(let id, let otherLine):
            "\(printable(id)) is on two sides at once: this row and line \(otherLine) overlap; end the one with side_to the "
                + "day before the other begins with side_from"
        case .sideEndsBeforeItBegins(let from, let to):
            "side_to \(to) lies before side_from \(from); exchange them"
        case .badScenario(let reason):
            reason
        case .noReports(let folder) where folder.hasSuffix(".gpkg"):
            "holds no reports yet; frontline reports add \(printable(folder)) takes them"
        case .noReports:
            "holds neither reports.csv nor reports.ndjson; a scenario needs one of them"
        }
    }

    private func didYouMean(_ nearest: String?) -> String {
        nearest.map { " (did you mean \(printable($0))?)" } ?? ""
    }
}
