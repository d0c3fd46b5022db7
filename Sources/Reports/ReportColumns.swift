import Rows

/// Where rows with certain columns have the cells of a report, to be worked out once for all rows of a table.
struct ReportColumns {
    enum Name: String, CaseIterable {
        case id
        case publishedAt = "published_at"
        case recordedAt = "recorded_at"
        case validFrom = "valid_from"
        case validTo = "valid_to"
        case datePrecision = "date_precision"
        case place
        case placeHint = "place_hint"
        case placeID = "place_id"
        case actor
        case claim
        case against
        case extent
        case source
        case via
        case credibility
        case supersedes
        case url
        case evidence
        case note
    }

    let names: [String]
    /// By the order of the names; -1 where there is no such column. Of several of one name the first counts.
    private let places: [Int]

    init(_ names: [String]) {
        self.names = names
        places = Name.allCases.map { names.firstIndex(of: $0.rawValue) ?? -1 }
    }

    /// The cell without the space around it; nil where there is none or it is empty.
    subscript(column: Name, row: Row) -> String? {
        let place = places[column.place]
        guard place >= 0 else { return nil }
        let cell = row.cells[place]
        return cell.isEmpty ? nil : cell
    }
}

extension ReportColumns.Name {
    /// Its place among all of them.
    fileprivate var place: Int {
        switch self {
        case .id: 0
        case .publishedAt: 1
        case .recordedAt: 2
        case .validFrom: 3
        case .validTo: 4
        case .datePrecision: 5
        case .place: 6
        case .placeHint: 7
        case .placeID: 8
        case .actor: 9
        case .claim: 10
        case .against: 11
        case .extent: 12
        case .source: 13
        case .via: 14
        case .credibility: 15
        case .supersedes: 16
        case .url: 17
        case .evidence: 18
        case .note: 19
        }
    }
}
