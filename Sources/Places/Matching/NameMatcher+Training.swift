extension NameMatcher {
    /// The names of the features, in order.
    package static var featureNames: [String] { Feature.allCases.map { "\($0)" } }

    /// Every candidate with its features, for `Tests/Benchmarks/Names/tune.py`, and its costs by the rule that made them.
    package func trainingRows(_ name: String) -> [(
        place: Int, spelling: String, features: [Double], costs: [String: Int]
    )] {
        var text = name
        let scored = text.withUTF8 { self.scored($0, context: .none) }
        return scored.map { item in
            let record = index.names[Int(item.name)]
            let features = completeFeatures(item)
            let values = (0..<Feature.count).map { Double(features[$0]) }
            return (Int(item.place), index.string(record.text, Int(record.textLength)), values, costs(item))
        }
    }

    private func costs(_ item: Scored) -> [String: Int] {
        let score = forms[Int(item.form)]
        let form = index.forms[Int(score.form)]
        let full = index.sounds + Int(form.offset) + Int(form.letterCount)
        let coreIsFull = form.flags & FormRecord.coreIsFull != 0
        let right =
            score.usesCore && !coreIsFull
            ? Array(UnsafeBufferPointer(start: full + Int(form.fullCount), count: Int(form.coreCount)))
            : Array(UnsafeBufferPointer(start: full, count: Int(form.fullCount)))
        let reading = readings[Int(score.reading)]
        let left = score.usesCore ? reading.core : reading.full
        let isArabic = form.flags & FormRecord.arabic != 0
        let pairing: Alphabet.Pairing = isArabic != reading.isArabic ? .mixed : isArabic ? .arabic : .latin
        var result: [String: Int] = [:]
        for step in scoring.distance.steps(left, right, pairing: pairing) where step.cost > 0 {
            result[scoring.distance.reason(step, left, right), default: 0] += Int(step.cost)
        }
        return result
    }
}
