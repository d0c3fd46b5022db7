/// One spelling, with its language as a BCP 47 tag where it is known (`ar`, `tr`, `ar-x-misprint`).
package struct PlaceName: Hashable, Sendable {
    package let text: String
    package let language: String?
    package var kind = GazetteerName.Kind.variant
    /// It looks as if it were a neighbour's name.
    package var isDoubtful = false
    /// Which of the place's attestations list it, by number; empty where there is one gazetteer only.
    package var sources: [Int] = []

    package init(text: String, language: String?) {
        self.text = text
        self.language = language
    }
}
