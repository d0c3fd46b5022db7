/// What can be said of a place, as hints in queries and as columns of data extension.
package enum ReconciliationProperty: String, CaseIterable, Sendable {
    /// Hints only.
    case near, within, hint
    /// Columns; `kind` and `admin` are hints as well.
    case longitude = "lon"
    case latitude = "lat"
    case kind, admin, names, population, ids, uncertainty

    var name: String {
        switch self {
        case .near: "Near (a place, an id, or lon,lat)"
        case .within: "Within (a district or canton)"
        case .hint: "Where the text says it is (\"10 km east of Aazaz\")"
        case .longitude: "Longitude"
        case .latitude: "Latitude"
        case .kind: "Kind of place"
        case .admin: "District"
        case .names: "Names"
        case .population: "Population"
        case .ids: "Ids in other gazetteers"
        case .uncertainty: "Uncertainty of the coordinate (m)"
        }
    }

    /// Whether it can be fetched for a place.
    var isColumn: Bool {
        switch self {
        case .near, .within, .hint: false
        default: true
        }
    }
}
