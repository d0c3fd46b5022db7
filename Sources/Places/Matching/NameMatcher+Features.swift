extension NameMatcher {
    /// Features of the spelling.
    func features(_ form: FormScore) -> FeatureVector {
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
        values[.sameWords] = form.sameLetters && form.cost == 0 && !form.articleDiffers ? 1 : 0
        values[.sameSkeleton] = form.sameSkeleton ? 1 : 0
        values[.articleDiffers] = form.articleDiffers ? 1 : 0
        values[.genericGap] = Float(form.genericGap)
        values[.modifierGap] = Float(form.modifierGap)
        values[.modifierConflict] = Float(form.modifierConflict)
        values[.shortened] = form.liberty == .shortened ? 1 : 0
        values[.mixedScript] = form.mixedScript ? 1 : 0
        if form.letterEdits == 1 || form.letterEdits == 2 {
            values[form.letterEdits == 1 ? .oneEdit : .twoEdits] = 1
            values[.editShare] = letters
        }
        values[.partOfName] = form.partOfName ? 1 : 0
        values[.queryLength] = Float(form.queryLength) / 10
        return values
    }
}
