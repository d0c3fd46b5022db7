import Control
import Reports
import Snapshots

/// What the numbers in the files of a page stand for, all of it sorted.
struct Legend {
    let holders: [Holder]
    let sides: [String]
    let kinds: [CallKind]
    private let holderNumber: [Holder: Int]
    private let sideNumber: [String: Int]
    private let kindNumber: [CallKind: Int]

    init(_ record: MapRecord) {
        let met = Set(record.kinds.flatMap(\.values))
        holders = Set(met.map(\.holder) + record.moments.flatMap { $0.areas.map(\.holder) } + [.unknown, .beyondReach])
            .sorted()
        sides = Set(met.compactMap(\.likely) + holders.flatMap(\.sides)).sorted()
        kinds = met.sorted { a, b in
            a.holder != b.holder
                ? a.holder < b.holder
                : (a.isInferred ? 1 : 0, a.likely ?? "", a.actor ?? "")
                    < (b.isInferred ? 1 : 0, b.likely ?? "", b.actor ?? "")
        }
        func numbers<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
            Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
        }
        (holderNumber, sideNumber, kindNumber) = (numbers(holders), numbers(sides), numbers(kinds))
    }

    /// Numbers of what the record holds; of anything else there is none.
    func number(_ holder: Holder) -> Int { holderNumber[holder] ?? -1 }
    func number(side: String) -> Int { sideNumber[side] ?? -1 }
    func number(_ kind: CallKind) -> Int { kindNumber[kind] ?? 0 }
}
