/// Turns features into probabilities: a conditional logit over the candidates and "none of these".
///
/// The weights are data (`weights.tsv`), fitted by `Scripts/tune.py` and checked by cross-validation.
package struct MatchModel: Sendable {
    private(set) var weights = FeatureVector(repeating: 0)
    let activity: ReportActivity

    /// The weights that ship with the program.
    package static let standard: MatchModel = {
        do {
            return try MatchModel(weights: PackageResources.weights_tsv, activity: PackageResources.activity_tsv)
        } catch {
            preconditionFailure("the built-in weights are broken: \(error)")
        }
    }()

    package init(weights table: [UInt8], activity: [UInt8]) throws(RuleError) {
        self.activity = try ReportActivity(TableText(activity))
        for row in TableText(table).rows {
            guard let feature = Feature.allCases.first(where: { "\($0)" == row[0] }) else {
                throw RuleError(table: "weights.tsv", line: row.line, reason: "no feature \"\(row[0])\"")
            }
            guard let weight = Float(row[1]), weight.isFinite else {
                throw RuleError(table: "weights.tsv", line: row.line, reason: "a number is expected, not \"\(row[1])\"")
            }
            weights[feature.rawValue] = weight
        }
    }

    /// Log-odds of a candidate against none of them.
    @inline(__always)
    func score(_ features: FeatureVector) -> Double { Double((weights * features).sum()) }
}
