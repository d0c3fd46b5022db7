extension NameMatcher {
    /// The names of the features, in order.
    package static var featureNames: [String] { Feature.allCases.map { "\($0)" } }

    /// Every candidate with its features, for `Tests/Benchmarks/Names/tune.py`, and its costs by the rule that made them.
    package func trainingRows(_ name: String) -> [(
        place: Int, spelling: String, features: [Double], costs: [String: Int], sounds: String
    )] {
        var text = name
        let scored = text.withUTF8 { self.scored($0, context: .none) }
        return scored.map { item in
            let record = index.names[Int(item.name)]
            let features = completeFeatures(item)
            let values = (0..<Feature.count).map { Double(features[$0]) }
            return (
                Int(item.place), index.string(record.text, Int(record.textLength)), values, costs(item), sounds(item)
            )
        }
    }

    /// Sounds of the query and of the spelling as they were compared, and the scripts.
    private func sounds(_ item: Scored) -> String {
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
        return (reading.isArabic ? "A" : "L") + (isArabic ? "A" : "L") + "|" + told(left) + "|" + told(right)
    }

    private func told(_ sounds: [Sound]) -> String {
        sounds.map { rules.alphabet.names[Int($0)] }.joined(separator: " ")
    }

    /// Spellings of one place in pairs, as sounds: what the costs are learnt from.
    package func spellingPairs() -> [String] {
        var byPlace: [[UInt32]] = Array(repeating: [], count: index.placeCount)
        for form in 0..<UInt32(index.header.formCount) where index.forms[Int(form)].flags & FormRecord.part == 0 {
            for name in index.namesOf(form: form) where index.names[name].kind & NameRecord.doubtful == 0 {
                byPlace[Int(index.names[name].place)].append(form)
            }
        }
        func core(_ number: UInt32) -> [Sound] {
            let form = index.forms[Int(number)]
            let full = index.sounds + Int(form.offset) + Int(form.letterCount)
            let start = form.flags & FormRecord.coreIsFull != 0 ? full : full + Int(form.fullCount)
            return Array(UnsafeBufferPointer(start: start, count: Int(form.coreCount)))
        }
        var result: [String] = []
        for forms in byPlace where forms.count < 30 {
            for left in forms {
                for right in forms where left < right {
                    let (a, b) = (core(left), core(right))
                    if a.isEmpty || b.isEmpty || a.count > 20 || b.count > 20 { continue }
                    let isArabic = (
                        index.forms[Int(left)].flags & FormRecord.arabic != 0,
                        index.forms[Int(right)].flags & FormRecord.arabic != 0
                    )
                    result.append((isArabic.0 ? "A" : "L") + (isArabic.1 ? "A" : "L") + "|" + told(a) + "|" + told(b))
                }
            }
        }
        return result
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
