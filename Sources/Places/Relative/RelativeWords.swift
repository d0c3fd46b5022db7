/// The words of relative expressions, out of `relative-words.tsv`: a table that a linguist can read and extend.
///
/// Columns: what the words do (`class`), what they mean (`value`), their language, and the words, parted by bars. A word
/// may stand under several classes; longer entries win over shorter ones of the same class. Spelling habits need no
/// entries: case, marks and the variants of Arabic letters are folded, and a hyphen counts as a space.
struct RelativeWords: Sendable {
    enum Class: String, CaseIterable, Sendable {
        case direction, unit, distance, number, fraction, about, filler, by, of, from, outside, to, and, within, near
        case between, halfway, road, along, part, kind, kinds
        case directionAfter = "direction_after"
        case andHalf = "and_half"
        case inside = "in"
        case byRoad = "by_road"
    }

    struct Entry: Sendable {
        let role: Class
        let value: String
        let language: String
        /// Folded, in order.
        let words: [String]
    }

    /// By their first word, longest first.
    private let entries: [String: [Entry]]

    static let shared = RelativeWords(table: PackageResources.relative_words_tsv)

    /// Reads the table; rows of a class that is not known are an error of ours and stop the tests.
    init(table: [UInt8]) {
        var entries: [String: [Entry]] = [:]
        for line in String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 4, let role = Class(rawValue: String(cells[0])) else {
                preconditionFailure("relative-words.tsv: no such row: \(line)")
            }
            for spelling in cells[3].split(separator: "|") {
                let words = RelativeTokens(String(spelling), limit: 16).tokens.compactMap(\.word)
                guard let first = words.first else { continue }
                entries[first, default: []].append(
                    Entry(role: role, value: String(cells[1]), language: String(cells[2]), words: words))
            }
        }
        self.entries = entries.mapValues { list in
            list.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
                .map(\.element)
        }
    }

    /// The entries that begin with a word.
    func beginning(with word: String) -> [Entry] { entries[word] ?? [] }
}
