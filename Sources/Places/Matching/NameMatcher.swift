#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds the place that a name in any spelling means.
///
/// Keeps buffers from query to query: one matcher a thread, any number over one ``NameIndex``.
package final class NameMatcher {
    let index: NameIndex
    let rules: MatchingRules
    let model: MatchModel
    let reader: SoundReader
    private let queryReadings: QueryReadings
    let search: CandidateSearch
    let scoring: FormScoring
    private var letterDistance = LetterDistance()
    private var parts: [FoldedText] = []
    /// The readings of the last query, for `trainingRows`.
    private(set) var lastReadings: [NameReading] = []
    let foldedForExact = FoldedText()
    private var found: [CandidateSearch.Found] = []
    private struct SeenPlace {
        var epoch: UInt32 = 0
        var slot: UInt32 = 0
    }
    /// Where a place stands in the result of the current query.
    private let placeSeen: UnsafeMutablePointer<SeenPlace>
    private var placeEpoch: UInt32 = 0
    /// Spellings that are compared with care.
    package var breadth = 60
    /// How many spellings the last query looked at, and how many were compared with care.
    package var looked: Int { search.looked }
    package var compared: Int { found.count }

    package init(index: NameIndex, rules: MatchingRules = .standard, model: MatchModel = .standard) {
        self.index = index
        self.rules = rules
        self.model = model
        reader = SoundReader(letters: rules.letters, spellings: rules.spellings)
        queryReadings = QueryReadings(rules: rules)
        search = CandidateSearch(index: index, rules: rules)
        scoring = FormScoring(index: index, rules: rules)
        placeSeen = calloc(index.placeCount + 1, MemoryLayout<SeenPlace>.stride)!.assumingMemoryBound(
            to: SeenPlace.self)
    }

    deinit {
        letterDistance.deallocate()
        free(placeSeen)
    }

    /// A place with its best spelling, before probabilities.
    struct Scored {
        var place: UInt32
        var name: UInt32
        var part: Int
        var reading: NameReading.Liberty
        var form: FormScore
        var features: FeatureVector
        var logit: Double
    }

    /// Every place that comes near, with features and log-odds against none; unsorted.
    func scored(_ text: UnsafeBufferPointer<UInt8>, context: MatchContext) -> [Scored] {
        var readings: [NameReading] = []
        var hashes: [UInt64] = []
        var owner: [Int] = []
        let ranges = parts(of: text)
        while parts.count < ranges.count { parts.append(FoldedText()) }
        for (part, range) in ranges.enumerated() {
            let folded = parts[part]
            reader.read(UnsafeBufferPointer(rebasing: text[range]), into: folded)
            if folded.letterCount == 0 { continue }
            let own = queryReadings.readings(of: folded)
            for (number, reading) in own.enumerated() {
                readings.append(reading)
                hashes.append(number == 0 ? folded.letterHash : 0)
                owner.append(part)
            }
        }
        if readings.isEmpty { return [] }
        search.search(readings, letterHashes: hashes, limit: breadth, admits: admission(context), into: &found)
        lastReadings = readings
        let forms = scoredForms(readings, owner)
        return scoredPlaces(forms, readings, owner, context)
    }

    /// The names in the text; one where it stands in the gazetteer as it is, brackets and all.
    private func parts(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let ranges = QueryParts.split(text)
        guard ranges.count > 1 else { return ranges }
        reader.read(text, into: foldedForExact)
        return search.forms(withLetters: foldedForExact).isEmpty ? ranges : [0..<text.count]
    }

    /// The careful comparison of what the search found, each with the reading that found it.
    private func scoredForms(_ readings: [NameReading], _ owner: [Int]) -> [FormScore] {
        var result: [FormScore] = []
        result.reserveCapacity(found.count)
        var best: Int32 = 500
        var part = -1
        for candidate in found.sorted(by: { ($0.reading, $0.rank) < ($1.reading, $1.rank) }) {
            let number = Int(candidate.reading)
            let form = index.forms[Int(candidate.form)]
            let letters = index.sounds + Int(form.offset)
            let own = parts[owner[number]]
            var score = FormScore()
            score.form = candidate.form
            if form.fullCount > 0 {
                guard let careful = scoring.score(candidate.form, readings[number], limit: best + 220) else { continue }
                score = careful
                best = min(best, score.cost)
            }
            score.reading = candidate.reading
            score.sameLetters =
                form.flags & FormRecord.part == 0 && Int(form.letterCount) == own.letterCount
                && memcmp(letters, own.letters, own.letterCount) == 0
            // A script without rules: only the same letters count.
            if form.fullCount == 0, !score.sameLetters { continue }
            if !score.mixedScript, !score.partOfName {
                if owner[number] != part {
                    part = owner[number]
                    letterDistance.setPattern(own.letters, own.letterCount)
                }
                score.letterEdits =
                    score.sameLetters ? 0 : Int32(letterDistance.edits(to: letters, Int(form.letterCount)))
                score.letterLength = Int32(max(letterDistance.length, Int(form.letterCount)))
            }
            score.sameSkeleton = sameSkeleton(form, readings[number], usesCore: score.usesCore)
            result.append(score)
        }
        return result
    }

    private func sameSkeleton(_ form: FormRecord, _ reading: NameReading, usesCore: Bool) -> Bool {
        let full = index.sounds + Int(form.offset) + Int(form.letterCount)
        let coreIsFull = form.flags & FormRecord.coreIsFull != 0
        let theirs =
            usesCore
            ? search.skeleton(coreIsFull ? full : full + Int(form.fullCount), Int(form.coreCount))
            : search.skeleton(full, Int(form.fullCount))
        return (usesCore ? reading.core : reading.full).withUnsafeBufferPointer {
            guard let start = $0.baseAddress else { return false }
            return search.skeleton(start, $0.count) == theirs
        }
    }

    /// Places of the spellings, each with its best one.
    private func scoredPlaces(
        _ forms: [FormScore], _ readings: [NameReading], _ owner: [Int], _ context: MatchContext
    ) -> [Scored] {
        placeEpoch &+= 1
        if placeEpoch == 0 {
            placeSeen.update(repeating: SeenPlace(), count: index.placeCount)
            placeEpoch = 1
        }
        var result: [Scored] = []
        result.reserveCapacity(forms.count)
        var otherScript: [Float] = []
        let admits = admission(context)
        for form in forms {
            let reading = readings[Int(form.reading)]
            let features = self.features(form, reading)
            let base = model.score(features)
            let relative = Float(form.cost) / 100 / Float(max(1, form.length))
            for number in index.namesOf(form: form.form) {
                let name = index.names[number]
                if let admits, !admits(Int(name.place)) { continue }
                let logit = base + prior(name)
                let seen = placeSeen[Int(name.place)]
                if seen.epoch == placeEpoch {
                    let at = Int(seen.slot)
                    if form.mixedScript { otherScript[at] = min(otherScript[at], relative) }
                    if logit <= result[at].logit { continue }
                    result[at] = Scored(
                        place: name.place, name: UInt32(number), part: owner[Int(form.reading)],
                        reading: reading.liberty, form: form,
                        features: features, logit: logit)
                } else {
                    placeSeen[Int(name.place)] = SeenPlace(epoch: placeEpoch, slot: UInt32(result.count))
                    otherScript.append(form.mixedScript ? relative : .infinity)
                    result.append(
                        Scored(
                            place: name.place, name: UInt32(number), part: owner[Int(form.reading)],
                            reading: reading.liberty,
                            form: form, features: features, logit: logit))
                }
            }
        }
        for at in result.indices where otherScript[at] < 1 {
            result[at].features[.otherScriptDistance] = otherScript[at]
            result[at].features[.otherScript] = 1
            result[at].logit += Double(
                model.weights[.otherScriptDistance] * otherScript[at] + model.weights[.otherScript])
        }
        return result
    }

    /// Features of the spelling.
    private func features(_ form: FormScore, _ reading: NameReading) -> FeatureVector {
        var values = FeatureVector(repeating: 0)
        let distance = Float(form.distance) / 100
        let relative = distance / Float(max(1, form.length))
        let letters = form.letterEdits < 0 ? relative : Float(form.letterEdits) / Float(max(1, form.letterLength))
        values[.constant] = 1
        values[.distance] = distance
        values[.relativeDistance] = relative
        values[.letterDistance] = letters
        values[.leastDistance] = min(relative, letters)
        values[.sameLetters] = form.sameLetters ? 1 : 0
        values[.sameSounds] = form.cost == 0 ? 1 : 0
        values[.sameSkeleton] = form.sameSkeleton ? 1 : 0
        values[.articleDiffers] = form.articleDiffers ? 1 : 0
        values[.genericGap] = Float(form.genericGap)
        values[.modifierGap] = Float(form.modifierGap)
        values[.modifierConflict] = Float(form.modifierConflict)
        values[.unglued] = reading.liberty == .unglued ? 1 : 0
        values[.shortened] = reading.liberty == .shortened ? 1 : 0
        values[.mixedScript] = form.mixedScript ? 1 : 0
        values[.partOfName] = form.partOfName ? 1 : 0
        values[.queryLength] = Float(reading.full.count) / 10
        values[.shortQuery] = reading.full.count <= 4 ? 1 : 0
        return values
    }

    /// What speaks for a name's place before any spelling is compared, in log-odds.
    @inline(__always)
    func prior(_ name: NameRecord) -> Double {
        let place = index.places + Int(name.place)
        let weights = model.weights
        var sum = weights[.nameCount] * Self.logarithm(Float(place.pointee.nameCount) + 1)
        sum += weights[.languageCount] * Self.logarithm(Float(place.pointee.languageCount) + 1)
        if place.pointee.population > 0 {
            sum += weights[.population] * Self.logarithm(Float(place.pointee.population) + 1)
        }
        let kind = place.pointee.kind
        if kind == GazetteerPlace.Kind.locality.rawValue { sum += weights[.isLocality] }
        if kind == GazetteerPlace.Kind.county.rawValue || kind == GazetteerPlace.Kind.region.rawValue {
            sum += weights[.isDistrict]
        }
        if name.kind & ~NameRecord.doubtful != 0 { sum += weights[.variantName] }
        if name.kind & NameRecord.doubtful != 0 { sum += weights[.doubtfulName] }
        return Double(sum)
    }

    /// All features, those of the name and its place too: for training.
    func completeFeatures(_ item: Scored) -> FeatureVector {
        let name = index.names[Int(item.name)]
        let place = index.places[Int(item.place)]
        var values = item.features
        values[.population] = Self.logarithm(Float(place.population) + 1)
        values[.nameCount] = Self.logarithm(Float(place.nameCount) + 1)
        values[.languageCount] = Self.logarithm(Float(place.languageCount) + 1)
        values[.isLocality] = place.kind == GazetteerPlace.Kind.locality.rawValue ? 1 : 0
        values[.isDistrict] =
            place.kind == GazetteerPlace.Kind.county.rawValue || place.kind == GazetteerPlace.Kind.region.rawValue
            ? 1 : 0
        values[.variantName] = name.kind & ~NameRecord.doubtful == 0 ? 0 : 1
        values[.doubtfulName] = name.kind & NameRecord.doubtful == 0 ? 0 : 1
        return values
    }

    /// log₁₀ by the exponent and a line: good to 0.03, which is enough for a feature.
    @inline(__always)
    private static func logarithm(_ value: Float) -> Float { (Float(value.exponent) + value.significand - 1) * 0.30103 }

    /// Which places may be meant at all, or nil for all.
    private func admission(_ context: MatchContext) -> ((Int) -> Bool)? {
        if context.within == nil, context.kinds.isEmpty { return context.admits }
        let index = self.index
        return { number in
            let place = index.places[number]
            if !context.kinds.isEmpty, !context.kinds.contains(GazetteerPlace.Kind(rawValue: place.kind) ?? .other) {
                return false
            }
            if let admits = context.admits, !admits(number) { return false }
            guard let circle = context.within else { return true }
            return RoughDistance.kilometres(
                circle.latitude, circle.longitude, Double(place.latitude) / 1e7, Double(place.longitude) / 1e7)
                <= circle.withinKilometres
        }
    }
}
