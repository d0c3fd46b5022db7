import Places
import Testing

@Suite struct FoldingTests {
    /// Spellings that people put or leave out marks in.
    @Test(arguments: [
        ("Jāriz", "jariz"), ("Mâréaa", "mareaa"), ("A‘zaz", "Azaz"), ("Bab al-Salama", "bab al salama"),
        ("Çobanbey", "cobanbey"), ("Şêxmeqsûd", "Sexmeqsud"), ("İĞDE", "igde"), ("Kıbrıs", "kibris"),
        ("كفر ناصح", "كفرناصح"), ("أعزاز", "اعزاز"), ("إعزاز", "اعزاز"), ("كفرة", "كفره"), ("الراعى", "الراعي"),
        ("كَفْرَة", "كفره"), ("كـفرة", "كفره"), ("Kafr_Nasih", "Kafr-Nasih"),
    ])
    func habitsOfSpellingAreFolded(a: String, b: String) {
        #expect(Folding(a).key == Folding(b).key)
    }

    @Test(arguments: [
        ("al-Kafrah", "Kafrah"), ("الكفرة", "كفرة"), ("ar-Ra'i", "Rai"), ("Ash-Shaykh Maqsud", "Shaykh Maqsud"),
        ("Shawarighat al-Jawz", "Shawarighat Jawz"), ("ed Dana", "Dana"),
    ])
    func theArticleMayBeLeftOut(with: String, without: String) {
        #expect(Folding(with).keyWithoutArticle == Folding(without).keyWithoutArticle)
        #expect(Folding(with).key != Folding(without).key)
    }

    @Test(arguments: ["Anab", "Alqamiyah", "An", "Umm al-Qura", "الو", "ar Kafrah"])
    func whatOnlyLooksLikeAnArticleStays(name: String) {
        let folding = Folding(name)
        #expect(!folding.keyWithoutArticle.isEmpty)
        if name == "ar Kafrah" { #expect(folding.keyWithoutArticle == folding.key) }
    }

    @Test func differentNamesStayDifferent() {
        #expect(Folding("Kafrah").key != Folding("Kafr").key)
        #expect(Folding("تل رفعت").key != Folding("تل رفات").key)
    }
}
