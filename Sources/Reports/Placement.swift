/// The place that a report was found to speak of.
package struct Placement: Sendable {
    package enum Status: String, CaseIterable, Sendable {
        /// The report names the id.
        case given
        /// One place fits the name.
        case byName = "by-name"
        /// None is spelt so; one has a spelling of the same name.
        case bySpelling = "by-spelling"
        /// Several have the name; the report's own words on where it lies decide.
        case byHint = "by-hint"
        /// Several have the name; the other places of the same source on the same day decide.
        case byContext = "by-context"
        case ambiguous
        case notFound = "not-found"
    }

    package let status: Status
    /// Index in the gazetteer; nil where it stays open.
    package let placeIndex: Int?
    package let reason: String
    /// What it could be, where it stays open, likeliest first.
    package let alternatives: [String]
}
