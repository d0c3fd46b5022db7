import Places
import Rows

/// Finds names that a reader would take for one another.
enum LookAlikes {
    struct Name {
        let text: String
        /// Nil for a name that stands in no file.
        let owner: String?
        /// Names of one group may look alike.
        let group: String
    }

    /// Each two names of different groups that are drawn alike (``skeleton(_:)``) or differ in one letter; once for each
    /// two groups, in the order of the names. Two that stand in no file are not compared.
    ///
    /// O(letters of all names), as far as names are not alike.
    static func pairs(_ names: [Name]) -> [(Name, Name)] {
        let keys = names.map { Folding($0.text).key }
        var bucket: [String: [Int]] = [:]
        for (index, name) in names.enumerated() {
            for variant in variants(keys[index]).union(["=" + skeleton(name.text)]) {
                bucket[variant, default: []].append(index)
            }
        }
        struct Pair: Hashable {
            let a: Int
            let b: Int
        }
        struct Groups: Hashable {
            let a: String
            let b: String
        }
        var found: Set<Pair> = []
        for all in bucket.values where all.count > 1 {
            let members = all.prefix(SuspicionLimits.lookAlikesCompared)
            for (position, a) in members.enumerated() {
                for b in members[(position + 1)...] where isAlike(names[a], keys[a], names[b], keys[b]) {
                    found.insert(Pair(a: min(a, b), b: max(a, b)))
                }
            }
        }
        var told: Set<Groups> = []
        return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.compactMap { pair in
            let (a, b) = (names[pair.a], names[pair.b])
            let groups = Groups(a: min(a.group, b.group), b: max(a.group, b.group))
            return told.insert(groups).inserted ? (a, b) : nil
        }
    }

    private static func isAlike(_ a: Name, _ aKey: String, _ b: Name, _ bKey: String) -> Bool {
        guard a.group != b.group, a.owner != nil || b.owner != nil, aKey != bKey else { return false }
        if skeleton(a.text) == skeleton(b.text) { return true }
        let (x, y) = (Array(aKey.unicodeScalars), Array(bKey.unicodeScalars))
        guard min(x.count, y.count) >= SuspicionLimits.lettersOfLookAlike, abs(x.count - y.count) <= 1 else {
            return false
        }
        // Numbered names are told apart by their numbers on purpose.
        let start = zip(x, y).prefix { $0 == $1 }.count
        let end = zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.count
        let length = max(x.count, y.count)
        func isDigit(_ scalars: [Unicode.Scalar]) -> Bool {
            start < scalars.count && scalars[start].properties.numericType != nil
        }
        return min(start + end, length) >= length - 1 && !isDigit(x) && !isDigit(y)
    }

    /// What a name and one that differs in a letter have in common: the names with one letter left out.
    private static func variants(_ key: String) -> Set<String> {
        let letters = Array(key.unicodeScalars)
        guard letters.count >= SuspicionLimits.lettersOfLookAlike - 1, letters.count <= 64 else { return [] }
        var variants: Set<String> = [key]
        for index in letters.indices {
            var rest = String.UnicodeScalarView()
            rest.append(contentsOf: letters[..<index])
            rest.append(contentsOf: letters[(index + 1)...])
            variants.insert(String(rest))
        }
        return variants
    }

    /// The name as it is drawn: letters of other scripts that look like Latin ones are put as those, and i, l, 1 and |,
    /// o and 0 are one (the idea is that of Unicode Technical Standard 39, section 4; the table is ours and small).
    static func skeleton(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                if lower.properties.generalCategory == .format || lower.properties.isWhitespace { continue }
                out.append(drawnAs[lower] ?? lower)
            }
        }
        return String(out)
    }

    private static let drawnAs: [Unicode.Scalar: Unicode.Scalar] = {
        let cyrillic = Array("авекмнорстухіјѕԁԛԝһӏ".unicodeScalars)
        let greek = Array("αβεηικμνορτυχ".unicodeScalars)
        var table = Dictionary(uniqueKeysWithValues: zip(cyrillic, "abekmhopctyxljsdqwhl".unicodeScalars))
        table.merge(zip(greek, "abehlkmvoptux".unicodeScalars)) { first, _ in first }
        for (letter, drawn) in zip("i1|0".unicodeScalars, "lllo".unicodeScalars) { table[letter] = drawn }
        for (offset, letter) in "abcdefghijklmnopqrstuvwxyz".unicodeScalars.enumerated() {
            table[Unicode.Scalar(0xFF41 + UInt32(offset))!] = letter == "i" ? "l" : letter
        }
        return table
    }()
}
