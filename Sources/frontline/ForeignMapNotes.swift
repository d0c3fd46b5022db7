import Rows
import Snapshots

/// What was found and repaired while a map of others was read, told on standard error.
enum ForeignMapNotes {
    /// So many features are named for each kind of repair.
    static let featuresShown = 5

    static func tell(_ map: ForeignMap) {
        let file = printable(map.file)
        switch map.holderSource {
        case .ours: break
        case .property(let name, let isGuess):
            if isGuess {
                let without = map.repairs.count(.noHolder)
                Output.note(
                    "\(file): the property \"\(name)\" is taken for the holder (\(map.holders.count) of them"
                        + (without > 0 ? ", with unknown for \(without) areas without it" : "")
                        + "); --holder-property NAME chooses another")
            }
        case .one(let name):
            if name == ForeignMap.unnamedHolder {
                Output.note("\(file): no property names a holder; all its land is called \"\(name)\" (--holder NAME)")
            }
        }
        for kind in map.repairs.kinds {
            let entries = map.repairs.entries[kind] ?? []
            let names = entries.prefix(featuresShown).map { printable($0.feature, limit: 40) }
            let more = entries.count - names.count
            Output.note(
                "\(file): \(map.repairs.count(kind)) \(kind.sentence) (feature \(names.joined(separator: ", "))"
                    + (more > 0 ? " and \(more) more)" : ")"))
        }
    }
}
