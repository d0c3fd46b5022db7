import Rows

extension GazetteerFact {
    package var code: String {
        switch self {
        case .noID: "no-id"
        case .noName: "no-name"
        case .duplicateID: "duplicate-id"
        case .badCoordinate: "bad-coordinate"
        case .exchangedCoordinates: "exchanged-coordinates"
        case .badNumber: "bad-number"
        case .unknownKind: "unknown-kind"
        case .badShape: "bad-shape"
        case .noPlaces: "no-places"
        case .gazetteerNotFound: "gazetteer-not-found"
        case .cellCount: "cell-count"
        case .nameOfNoPlace: "name-of-no-place"
        case .unknownFormat: "unknown-format"
        case .badFeature: "bad-feature"
        }
    }

    package var sentence: String {
        switch self {
        case .noID:
            "the place has no id; give it one, such as gn:168742"
        case .noName(let id):
            "place \(printable(id)) has no name; fill the column \"title\""
        case .duplicateID(let id, let firstLine):
            "the id \(printable(id)) stands on line \(firstLine) already; each place needs its own"
        case .badCoordinate(let column, let value):
            "\(column) \"\(printable(value))\" is no number of degrees; expected "
                + (column == "lat" ? "-90 to 90" : "-180 to 180")
        case .exchangedCoordinates(let name, let kilometresAway):
            "\(printable(name)) lies \(kilometresAway) km from the other places, but among them with longitude and "
                + "latitude exchanged; exchange them"
        case .badNumber(let column, let value):
            "\(column) \"\(printable(value))\" is no number; expected digits, or nothing"
        case .unknownKind(let value, let nearest):
            "\"\(printable(value))\" is no kind of place, read as other"
                + (nearest.map { " (did you mean \"\($0)\"?)" } ?? "")
        case .badShape(let value):
            "geowkt \"\(printable(value, limit: 40))\" is no LINESTRING, POLYGON or MULTIPOLYGON; read as a point"
        case .noPlaces:
            "holds no place that can be used"
        case .gazetteerNotFound(let tried):
            "no gazetteer found; looked for \(tried.joined(separator: ", ")); name one with --gazetteer"
        case .cellCount(let seen, let expected):
            "the row has \(seen) cells, \(expected) were expected"
        case .nameOfNoPlace(let id):
            "no place has the id \(printable(id)); the name is left out"
        case .unknownFormat(let known):
            "its format cannot be told from its first line; name it with --format (\(known.joined(separator: ", ")))"
        case .badFeature(let reason):
            "the feature cannot be used: \(reason)"
        }
    }
}
