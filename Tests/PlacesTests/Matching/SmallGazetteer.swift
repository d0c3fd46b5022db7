@testable import Places

/// A gazetteer of a few lines, for tests.
struct SmallGazetteer {
    static func index(_ places: [(id: String, latitude: Double, longitude: Double, names: [String])]) throws
        -> NameIndex
    {
        let builder = IndexBuilder()
        for place in places {
            let number = builder.addPlace(
                GazetteerPlace(
                    id: Array(place.id.utf8), name: Array(place.names[0].utf8), latitude: place.latitude,
                    longitude: place.longitude))
            for name in place.names {
                Array(name.utf8).withUnsafeBufferPointer {
                    builder.addName($0, of: number, language: "und", kind: .preferred)
                }
            }
        }
        return try NameIndex(bytes: builder.finish())
    }

    static func azaz() throws -> NameIndex {
        try index([
            ("kafrah", 36.5666, 37.1627, ["Kafrah", "كفرة"]), ("kafrah-far", 34.7788, 36.2750, ["Kafrah", "كفرة"]),
            ("jariz", 36.5709, 37.1493, ["Jariz", "Jâriz", "جارز"]), ("azaz", 36.5866, 37.0463, ["A‘zāz", "أعزاز"]),
            ("harbul-upper", 36.43, 37.16, ["Harbul Fawqani", "حربل فوقاني"]),
            ("harbul-lower", 36.42, 37.17, ["Harbul Tahtani", "حربل تحتاني"]),
            ("ihtaymilat", 36.5656, 37.2507, ["Ihtaymilat", "احتيملات"]),
            ("jarabulus", 36.8175, 38.0111, ["Jarābulus", "جرابلس"]),
            ("rifat", 36.4723, 37.0947, ["Tall Rif‘at", "تل رفعت"]),
            ("qizil", 36.6259, 37.2337, ["Qizil Mazra‘ah", "قزل مزرعة"]),
            ("dabiq", 36.5371, 37.2680, ["Dābiq", "دابق"]),
        ])
    }
}

func sounds(_ text: String) -> [String] {
    let rules = MatchingRules.standard
    let folded = FoldedText()
    SoundReader(letters: rules.letters, spellings: rules.spellings).read(Array(text.utf8), into: folded)
    return (0..<folded.soundCount).map { rules.alphabet.names[Int(folded.sounds[$0])] }
}
