/// Names of languages in the short form that web pages and our own files use.
enum LanguageTag {
    /// The BCP 47 tag (RFC 5646): `ar` for the `ara` of Who's On First, nil for what no language is told of.
    static func bcp47(_ language: String) -> String? {
        switch language {
        case "", "und", "unk", "mis", "zxx": nil
        default: short[language] ?? language
        }
    }

    /// ISO 639-2 and 639-3 codes of languages that have a two-letter code (ISO 639-1); the others stay.
    private static let short: [String: String] = [
        "ara": "ar", "aze": "az", "bel": "be", "ben": "bn", "bos": "bs", "bul": "bg", "cat": "ca", "ces": "cs",
        "cze": "cs", "cym": "cy", "dan": "da", "deu": "de", "ell": "el", "eng": "en", "epo": "eo", "est": "et",
        "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gle": "ga", "glg": "gl",
        "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ind": "id", "isl": "is",
        "ita": "it", "jpn": "ja", "kat": "ka", "kaz": "kk", "kor": "ko", "kur": "ku", "kmr": "kmr", "lav": "lv",
        "lit": "lt", "mar": "mr", "mkd": "mk", "msa": "ms", "nld": "nl", "nno": "nn", "nob": "nb", "nor": "no",
        "per": "fa", "pol": "pl", "por": "pt", "pus": "ps", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl",
        "som": "so", "spa": "es", "sqi": "sq", "srp": "sr", "swa": "sw", "swe": "sv", "tam": "ta", "tat": "tt",
        "tel": "te", "tha": "th", "tur": "tr", "uig": "ug", "ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi",
        "zho": "zh", "chi": "zh",
    ]
}
