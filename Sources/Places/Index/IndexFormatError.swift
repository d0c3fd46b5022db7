import Rows

extension NameIndex {
    /// Why bytes are no index.
    package enum FormatError: Error, Equatable, ProblemFact {
        case notAnIndex
        case version(UInt32)
        case otherRules
        case cut(expected: UInt64, found: Int)
        /// A record points outside of its section.
        case damaged(section: String)

        package var code: String {
            switch self {
            case .notAnIndex: "not-an-index"
            case .version: "index-version"
            case .otherRules: "index-rules"
            case .cut: "index-cut"
            case .damaged: "index-damaged"
            }
        }

        package var sentence: String {
            switch self {
            case .notAnIndex: "is no gazetteer index (no FLPLACES at its start)"
            case .version(let found):
                "is an index of version \(found), and this program reads version \(IndexHeader.version); build it again "
                    + "with frontline gazetteer build"
            case .otherRules:
                "was built with other rules of spelling; build it again with frontline gazetteer build"
            case .cut(let expected, let found):
                "has \(found) bytes, \(expected) were expected; was it cut on the way?"
            case .damaged(let section):
                "is damaged: the part \"\(section)\" makes no sense; build it again with frontline gazetteer build"
            }
        }
    }
}
