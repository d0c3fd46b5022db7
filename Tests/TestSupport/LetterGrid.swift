/// A drawn map: letters in rows, north at the top, become places with holders.
///
///     A A B
///     A ? B
///
/// Equal letters are one holder; `?` is a holder unknown, `.` no place at all. Labels count the letters in alphabetical
/// order from 0, with `?` last.
package struct LetterGrid: Sendable {
    /// Longitude and latitude of each place in degrees, row by row from the north-west.
    package let sites: [(longitude: Double, latitude: Double)]
    package let labels: [Int32]
    /// The letter of each label.
    package let letters: [Character]

    /// - Parameters:
    ///   - west: the longitude of the first column, in degrees.
    ///   - south: the latitude of the last row, in degrees.
    ///   - step: the distance between columns and between rows, in degrees.
    package init(_ drawing: String, west: Double = 37, south: Double = 36, step: Double = 0.1) {
        let rows = drawing.split(separator: "\n").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
        let used = Set(rows.joined()).subtracting(["."])
        let letters = used.subtracting(["?"]).sorted() + (used.contains("?") ? ["?"] : [])
        var sites: [(longitude: Double, latitude: Double)] = []
        var labels: [Int32] = []
        for (r, row) in rows.enumerated() {
            for (c, letter) in row.enumerated() where letter != "." {
                sites.append((west + Double(c) * step, south + Double(rows.count - 1 - r) * step))
                labels.append(Int32(letters.firstIndex(of: letter)!))
            }
        }
        self.sites = sites
        self.labels = labels
        self.letters = letters
    }

    /// The label of a letter of the drawing.
    package func label(_ letter: Character) -> Int32 {
        Int32(letters.firstIndex(of: letter)!)
    }
}
