/// How much more often places of a neighbourhood are named in reports than their number lets expect, as log-odds.
///
/// Of two homonyms the one where things happen is meant more often. The grid is data (`activity.tsv`), learnt from where
/// the events of the development half of UCDP GED lie; elsewhere nothing is known and the value is 0.
final class ReportActivity: Sendable {
    /// Degrees between two points of the grid.
    static let step: Float = 0.2

    private let south: Int
    private let west: Int
    private let rows: Int
    private let columns: Int
    private let values: [Float]

    init(_ table: TableText) throws(RuleError) {
        var points: [(row: Int, column: Int, value: Float)] = []
        for row in table.rows {
            guard let latitude = Float(row[0]), let longitude = Float(row[1]), let value = Float(row[2]),
                abs(latitude) <= 90, abs(longitude) <= 180, value.isFinite
            else {
                throw RuleError(
                    table: "activity.tsv", line: row.line, reason: "latitude, longitude and log-odds are expected")
            }
            points.append(
                (Int((latitude / Self.step).rounded()), Int((longitude / Self.step).rounded()), value))
        }
        let first = points.first ?? (0, 0, 0)
        let bounds = points.reduce((first.row, first.row, first.column, first.column)) {
            (min($0.0, $1.row), max($0.1, $1.row), min($0.2, $1.column), max($0.3, $1.column))
        }
        // A margin of zeros: values fade out.
        south = bounds.0 - 1
        west = bounds.2 - 1
        rows = bounds.1 - south + 2
        columns = bounds.3 - west + 2
        var values = [Float](repeating: 0, count: rows * columns)
        for point in points { values[(point.row - south) * columns + point.column - west] = point.value }
        self.values = values
    }

    /// The value at a point, between those of the four points of the grid around it.
    @inline(__always)
    func value(latitude: Float, longitude: Float) -> Float {
        let y = latitude / Self.step - Float(south)
        let x = longitude / Self.step - Float(west)
        guard y >= 0, x >= 0, y < Float(rows - 1), x < Float(columns - 1) else { return 0 }
        let row = Int(y)
        let column = Int(x)
        let up = y - Float(row)
        let right = x - Float(column)
        return values.withUnsafeBufferPointer { values in
            let at = row * columns + column
            let low = values[at] * (1 - right) + values[at + 1] * right
            let high = values[at + columns] * (1 - right) + values[at + columns + 1] * right
            return low * (1 - up) + high * up
        }
    }
}
