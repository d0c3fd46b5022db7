/// What is known of a candidate, as numbers for the model. The order is the order of `weights.tsv`.
enum Feature: Int, CaseIterable {
    /// 1 for every candidate: how likely any is against none.
    case constant = 0
    /// Distance in wrong letters, and the same by length.
    case distance, relativeDistance
    /// Plain edit distance of the letters by length: tells typing errors.
    case letterDistance
    /// The lesser of both by length: a name is either written in another way or typed badly.
    case leastDistance
    /// The last: the same words with the same articles too ("As San" is not "Assan").
    case sameLetters, sameSounds, sameSkeleton, sameWords
    case articleDiffers, genericGap, modifierGap, modifierConflict
    case shortened, partOfName, mixedScript
    /// Typed badly: one letter wrong, missing, too many, or swapped with the next; two of them; their share of the
    /// letters.
    case oneEdit, twoEdits, editShare
    /// Relative distance to the nearest name in the other script, and whether there is one.
    case otherScriptDistance, otherScript
    case population, nameCount, languageCount, isLocality, isDistrict
    /// The query names an air base, a crossing …; this name does not.
    case facilityGap
    /// How often places thereabouts are named in reports; see ``ReportActivity``.
    case activity
    case variantName
    /// The name seems to belong to a neighbour.
    case doubtfulName
    /// The letters are those of the name that the gazetteer gives first.
    case sameAsMainName
    /// Length of the query in sounds.
    case queryLength

    static let count = allCases.count
}

/// Features by ``Feature``; 32 fit.
typealias FeatureVector = SIMD32<Float>

extension SIMD32<Float> {
    subscript(feature: Feature) -> Float {
        get { self[feature.rawValue] }
        set { self[feature.rawValue] = newValue }
    }
}

/// Features of one spelling against one reading of the query; those of the place come later.
struct FormScore {
    var form: UInt32 = 0
    var reading: UInt8 = 0
    var liberty = NameReading.Liberty.none
    /// Sounds of the query in this reading.
    var queryLength: Int32 = 0
    var usesCore = false
    /// Cost with penalties, for choosing among spellings of one place.
    var cost: Int32 = 0
    var distance: Int32 = 0
    var length: Int32 = 1
    /// Edits of the letters, and the longer length; -1 where scripts differ.
    var letterEdits: Int32 = -1
    var letterLength: Int32 = 1
    var sameLetters = false
    var sameSkeleton = false
    var articleDiffers = false
    var genericGap: Int32 = 0
    var modifierGap: Int32 = 0
    var modifierConflict: Int32 = 0
    var mixedScript = false
    var partOfName = false
}
