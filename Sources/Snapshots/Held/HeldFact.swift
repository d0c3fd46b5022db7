import Rows

/// What can be wrong with a table of held places.
enum HeldFact: Error, ProblemFact {
    case noActorColumn(seen: [String])
    case noNumber(column: String, seen: String)
    case outOfRange(longitude: Double, latitude: Double)
    case noTime(column: String, seen: String)
    case endsBeforeItBegins(from: String, to: String)
    case noRows(skipped: Int)
    case nothingValid(at: String)
    case noneInside(places: Int)

    var code: String {
        switch self {
        case .noActorColumn: "no-actor-column"
        case .noNumber: "no-number"
        case .outOfRange: "out-of-range"
        case .noTime: "no-time"
        case .endsBeforeItBegins: "times-reversed"
        case .noRows: "no-rows"
        case .nothingValid: "nothing-valid"
        case .noneInside: "none-inside"
        }
    }

    var sentence: String {
        switch self {
        case .noActorColumn(let seen):
            "no column \"actor\" among \(seen.map { "\"\(printable($0))\"" }.joined(separator: ", ")); "
                + "name the one that says who holds the place with --actor-column"
        case .noNumber(let column, let seen):
            "the \(column) is \"\(printable(String(seen.prefix(40))))\"; expected degrees such as 36.25"
        case .outOfRange(let longitude, let latitude):
            "longitude \(longitude), latitude \(latitude) is no point of the Earth; expected -180…180 and -90…90"
                + (abs(longitude) <= 90 && abs(latitude) <= 180 ? " (are the two exchanged?)" : "")
        case .noTime(let column, let seen):
            "the \(column) is \"\(printable(String(seen.prefix(40))))\"; "
                + "expected a day such as 2015-12-02 or a time with its offset"
        case .endsBeforeItBegins(let from, let to):
            "the row ends (\(printable(to))) before it begins (\(printable(from))); exchange the two"
        case .noRows(let skipped):
            skipped == 0 ? "has a header line but no rows" : "has no row that can be used; \(skipped) were skipped"
        case .nothingValid(let at):
            "no row is valid at \(at); look at the dates of the table"
        case .noneInside(let places):
            "none of the \(places) places lies in this area; is it another country's, "
                + "or are longitude and latitude exchanged in one of the two files?"
        }
    }
}
