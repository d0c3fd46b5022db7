#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns features into probabilities: a conditional logit over the candidates and "none of these", with two ways to come
/// to a spelling. A name is written in another way, or it is typed badly.
///
/// The weights are data (`weights.tsv`), fitted by `Tests/Benchmarks/Names/tune.py` and checked by cross-validation.
package struct MatchModel: Sendable {
    private(set) var weights = FeatureVector(repeating: 0)
    /// All log-odds are multiplied by it, so that the probabilities come true.
    private(set) var sharpness: Float = 1
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
            if row[0] == "sharpness", let value = Float(row[1]), value.isFinite {
                sharpness = value
                continue
            }
            guard let feature = Feature.allCases.first(where: { "\($0)" == row[0] }) else {
                throw RuleError(table: "weights.tsv", line: row.line, reason: "no feature \"\(row[0])\"")
            }
            guard let weight = Float(row[1]), weight.isFinite else {
                throw RuleError(table: "weights.tsv", line: row.line, reason: "a number is expected, not \"\(row[1])\"")
            }
            weights[feature.rawValue] = weight
        }
    }

    /// What speaks for a spelling: it is written in another way, or typed badly.
    @inline(__always)
    func score(_ features: FeatureVector) -> Float {
        let (all, badly, shared) = sums(features)
        if features[.editShare] == 0 { return all }
        // log(exp(a) + exp(b)), where what does not depend on the way stands outside.
        let otherWay = all - badly - shared
        return shared + max(otherWay, badly) + log1p(exp(-abs(otherWay - badly)))
    }

    /// The spelling is more likely typed badly than written in another way.
    func isTypedBadly(_ features: FeatureVector) -> Bool {
        guard features[.editShare] > 0 else { return false }
        let (all, badly, shared) = sums(features)
        return badly > all - badly - shared
    }

    /// The weighted sum of all features, of those of a name that is typed badly, and of what counts for both ways.
    ///
    /// By hand and in the order of the features: the operations of a vector this wide are calls.
    @inline(__always)
    private func sums(_ features: FeatureVector) -> (all: Float, badly: Float, shared: Float) {
        var all: Float = 0
        withUnsafeBytes(of: features) { features in
            withUnsafeBytes(of: weights) { weights in
                let values = features.assumingMemoryBound(to: Float.self)
                let factors = weights.assumingMemoryBound(to: Float.self)
                for place in 0..<Feature.count { all += values[place] * factors[place] }
            }
        }
        let badly =
            weights[.oneEdit] * features[.oneEdit] + weights[.twoEdits] * features[.twoEdits]
            + weights[.editShare] * features[.editShare]
        let shared =
            weights[.constant] * features[.constant] + weights[.queryLength] * features[.queryLength]
        return (all, badly, shared)
    }
}
