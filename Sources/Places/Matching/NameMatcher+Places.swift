extension NameMatcher {
    /// Places of the spellings, each with its best one; unsorted.
    func scoredPlaces(_ admits: ((Int) -> Bool)?) -> [Scored] {
        places.clear()
        var result: [Scored] = []
        result.reserveCapacity(2 * forms.count)
        for (number, form) in forms.enumerated() {
            let base = model.score(features(form))
            let relative = form.mixedScript ? Float(form.cost) / 100 / Float(max(1, form.length)) : .infinity
            for name in index.namesOf(form: form.form) {
                let record = index.names[name]
                if let admits, !admits(Int(record.place)) { continue }
                let at: Int
                if let known = places[record.place] {
                    at = known
                } else {
                    at = result.count
                    places[record.place] = at
                    result.append(
                        Scored(
                            place: record.place, name: 0, form: 0, prior: placePrior(record.place),
                            logit: -.infinity))
                }
                result[at].otherScript = min(result[at].otherScript, relative)
                var logit = base + result[at].prior + namePrior(record)
                if form.sameLetters, isMain(record) { logit += model.weights[.sameAsMainName] }
                if lacksFacility(record, readings[Int(form.reading)]) { logit += model.weights[.facilityGap] }
                if logit > result[at].logit {
                    result[at].name = UInt32(name)
                    result[at].form = Int32(number)
                    result[at].logit = logit
                }
            }
        }
        for at in result.indices {
            if result[at].otherScript < 1 {
                result[at].logit +=
                    model.weights[.otherScriptDistance] * result[at].otherScript + model.weights[.otherScript]
            }
            result[at].logit *= model.sharpness
        }
        return result
    }

    /// What speaks for a place before any spelling is compared, in log-odds.
    @inline(__always)
    func placePrior(_ number: UInt32) -> Float {
        let place = index.places + Int(number)
        let kind = place.pointee.kind
        let weights = model.weights
        var sum = weights[.nameCount] * Self.logarithm(Float(place.pointee.nameCount) + 1)
        sum += weights[.languageCount] * Self.logarithm(Float(place.pointee.languageCount) + 1)
        if place.pointee.population > 0 {
            sum += weights[.population] * Self.logarithm(Float(place.pointee.population) + 1)
        }
        if kind == GazetteerPlace.Kind.locality.rawValue {
            sum += weights[.isLocality]
        } else if kind == GazetteerPlace.Kind.county.rawValue || kind == GazetteerPlace.Kind.region.rawValue {
            sum += weights[.isDistrict]
        }
        return sum + weights[.activity] * activity(place)
    }

    /// What speaks for a name of a place, in log-odds.
    @inline(__always)
    func namePrior(_ name: NameRecord) -> Float {
        if name.kind == 0 { return 0 }
        return (name.kind & ~NameRecord.doubtful != 0 ? model.weights[.variantName] : 0)
            + (name.kind & NameRecord.doubtful != 0 ? model.weights[.doubtfulName] : 0)
    }

    /// The name is the one that the gazetteer gives first: both stand at one spot in the text.
    @inline(__always)
    private func isMain(_ name: NameRecord) -> Bool {
        let place = index.places + Int(name.place)
        return name.text == place.pointee.text + UInt32(place.pointee.idLength) + UInt32(place.pointee.secondIDLength)
    }

    /// The query names a facility that the listed name does not.
    @inline(__always)
    private func lacksFacility(_ name: NameRecord, _ reading: NameReading) -> Bool {
        if reading.facility < 0 { return false }
        let folded = foldedForExact
        reader.read(UnsafeBufferPointer(start: index.text + Int(name.text), count: Int(name.textLength)), into: folded)
        rules.findRoles(folded)
        return !folded.words.contains { $0.entry == reading.facility }
    }

    @inline(__always)
    private func activity(_ place: UnsafePointer<PlaceRecord>) -> Float {
        model.activity.value(
            latitude: Float(place.pointee.latitude) / 1e7, longitude: Float(place.pointee.longitude) / 1e7)
    }

    /// All features, those of the name and its place too: for training.
    func completeFeatures(_ item: Scored) -> FeatureVector {
        var values = features(forms[Int(item.form)])
        let name = index.names[Int(item.name)]
        let place = index.places + Int(item.place)
        let kind = place.pointee.kind
        values[.population] = Self.logarithm(Float(place.pointee.population) + 1)
        values[.nameCount] = Self.logarithm(Float(place.pointee.nameCount) + 1)
        values[.languageCount] = Self.logarithm(Float(place.pointee.languageCount) + 1)
        values[.isLocality] = kind == GazetteerPlace.Kind.locality.rawValue ? 1 : 0
        values[.isDistrict] =
            kind == GazetteerPlace.Kind.county.rawValue || kind == GazetteerPlace.Kind.region.rawValue ? 1 : 0
        values[.variantName] = name.kind & ~NameRecord.doubtful == 0 ? 0 : 1
        values[.doubtfulName] = name.kind & NameRecord.doubtful == 0 ? 0 : 1
        values[.activity] = activity(place)
        values[.sameAsMainName] = forms[Int(item.form)].sameLetters && isMain(name) ? 1 : 0
        values[.facilityGap] = lacksFacility(name, readings[Int(forms[Int(item.form)].reading)]) ? 1 : 0
        if item.otherScript < 1 {
            values[.otherScriptDistance] = item.otherScript
            values[.otherScript] = 1
        }
        return values
    }

    /// log₁₀ by the exponent and a line: good to 0.03, which is enough for a feature.
    @inline(__always)
    private static func logarithm(_ value: Float) -> Float { (Float(value.exponent) + value.significand - 1) * 0.30103 }
}
