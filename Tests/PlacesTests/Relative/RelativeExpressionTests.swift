import Places
import TestSupport
import Testing

/// What a phrase is read as, and what is refused.
@Suite struct RelativeExpressionTests {
    /// kind, kilometres (0: none), directions, anchors, and the thing that is named.
    typealias Case = (
        text: String, kind: RelativeExpression.Kind, kilometres: Double, directions: String, anchors: String,
        thing: String
    )

    static let english: [Case] = [
        ("10 km east of Aazaz", .offset, 10, "E", "Aazaz", ""),
        ("Kafrah, a village 10 km east of Aazaz", .offset, 10, "E", "Aazaz", "Kafrah/village"),
        ("a village 10 km east of Aazaz", .offset, 10, "E", "Aazaz", "/village"),
        ("the village of Kafrah (10 km east of Aazaz)", .offset, 10, "E", "Aazaz", "Kafrah/village"),
        ("about 10 kilometres north-east of X", .offset, 10, "NE", "X", ""),
        ("5 miles NNE of X", .offset, 8.04672, "NNE", "X", ""),
        ("3km SW X", .offset, 3, "SW", "X", ""),
        ("some 10 km to the north-east of the city of Aleppo", .offset, 10, "NE", "Aleppo", ""),
        ("10 km from Aazaz to the east", .offset, 10, "E", "Aazaz", ""),
        ("20 kilometers (12 miles) south-west of Aazaz", .offset, 20, "SW", "Aazaz", ""),
        ("Turkman Barih, 3 kilometers east of Dabiq, in northern Aleppo", .offset, 3, "E", "Dabiq", "Turkman Barih/"),
        ("Suran about 10 km from Azaz", .distance, 10, "", "Azaz", "Suran/"),
        ("10 km outside Aleppo", .distance, 10, "", "Aleppo", ""),
        ("10 km by road from Aazaz", .distance, 10, "", "Aazaz", ""),
        ("10 km along the road from Aazaz to Aleppo", .roadDistance, 10, "", "Aazaz|Aleppo", ""),
        ("10 km from Aazaz along the road to Aleppo", .roadDistance, 10, "", "Aazaz|Aleppo", ""),
        ("10 km north and 5 km east of Aazaz", .orthogonal, 10, "N|E", "Aazaz", ""),
        ("within 5 km of Aazaz", .within, 5, "", "Aazaz", ""),
        ("north of Aleppo", .heading, 0, "N", "Aleppo", ""),
        ("Kafrah near Tell Rifaat", .near, 0, "", "Tell Rifaat", "Kafrah/"),
        ("X's northern outskirts", .outskirts, 0, "N", "X", ""),
        ("A'zaz’s northern outskirts", .outskirts, 0, "N", "A'zaz", ""),
        ("the outskirts of X", .outskirts, 0, "", "X", ""),
        ("the eastern countryside of X", .countryside, 0, "E", "X", ""),
        ("northern Aleppo countryside", .countryside, 0, "N", "Aleppo", ""),
        ("at the northern entrance of Marea", .entrance, 0, "N", "Marea", ""),
        ("between Azaz and Marea", .between, 0, "", "Azaz|Marea", ""),
        ("halfway between Azaz and Marea", .halfway, 0, "", "Azaz|Marea", ""),
        ("on the road from Aazaz to Aleppo", .road, 0, "", "Aazaz|Aleppo", ""),
        ("on the Azaz–Aleppo road", .road, 0, "", "Azaz|Aleppo", ""),
        ("on the Aazaz-al-Bab road", .road, 0, "", "Aazaz|al-Bab", ""),
        ("on the al-Bab-Aazaz road", .road, 0, "", "al-Bab|Aazaz", ""),
        ("near the Aazaz–Aleppo road", .road, 0, "", "Aazaz|Aleppo", ""),
        ("east of the strategic border town of Azaz", .heading, 0, "E", "Azaz", ""),
        ("near the Kurdish city of Afrin", .near, 0, "", "Afrin", ""),
        ("between the cities of Azaz and Marea", .between, 0, "", "Azaz|Marea", ""),
        ("the highway between Aazaz and Aleppo", .road, 0, "", "Aazaz|Aleppo", ""),
    ]

    static let arabic: [Case] = [
        ("10 كم شرق أعزاز", .offset, 10, "E", "أعزاز", ""),
        ("قرية كفرة على بعد ١٠ كم شرقي أعزاز", .offset, 10, "E", "أعزاز", "كفرة/village"),
        ("على بعد ٥ كم شمال أعزاز", .offset, 5, "N", "أعزاز", ""),
        ("على بعد 5 كيلومترات إلى الشمال من أعزاز", .offset, 5, "N", "أعزاز", ""),
        ("10 كم جنوب غرب مارع", .offset, 10, "SW", "مارع", ""), ("شرق أعزاز بـ10 كم", .offset, 10, "E", "أعزاز", ""),
        ("10 كم عن أعزاز شرقاً", .offset, 10, "E", "أعزاز", ""),
        ("خمسة كيلومترات شمال مارع", .offset, 5, "N", "مارع", ""),
        ("كيلومترين شمال مارع", .offset, 2, "N", "مارع", ""),
        ("خمسة وعشرين كم شمال مارع", .offset, 25, "N", "مارع", ""),
        ("نصف كيلومتر شمال مارع", .offset, 0.5, "N", "مارع", ""), ("شمال شرق حلب", .heading, 0, "NE", "حلب", ""),
        ("بين أعزاز ومارع", .between, 0, "", "أعزاز|مارع", ""), ("بين أعزاز و مارع", .between, 0, "", "أعزاز|مارع", ""),
        ("بريف حلب الشمالي الشرقي", .countryside, 0, "NE", "حلب", ""),
        ("بين بلدتي مارع وصوران", .between, 0, "", "مارع|صوران", ""),
        ("القريبة من بلدة صوران", .near, 0, "", "بلدة صوران", ""),
        ("شرقي كفرة الشرقية", .heading, 0, "E", "كفرة الشرقية", ""),
        ("ريف حلب الشمالي", .countryside, 0, "N", "حلب", ""),
        ("ريف حلب الشمالي الغربي", .countryside, 0, "NW", "حلب", ""),
        ("الريف الشمالي لحلب", .countryside, 0, "N", "حلب", ""), ("قرب تل رفعت", .near, 0, "", "تل رفعت", ""),
        ("محيط أعزاز", .near, 0, "", "أعزاز", ""), ("أطراف أعزاز الشمالية", .outskirts, 0, "N", "أعزاز", ""),
        ("على طريق أعزاز - حلب", .road, 0, "", "أعزاز|حلب", ""),
        ("على الطريق بين أعزاز وحلب", .road, 0, "", "أعزاز|حلب", ""),
    ]

    @Test(arguments: english + arabic) func isReadAsMeant(_ one: Case) throws {
        let read = try RelativeExpression(parsing: one.text)
        #expect(read.kind == one.kind)
        #expect(abs((read.distance?.middleInMetres ?? 0) - one.kilometres * 1000) < 1e-6)
        #expect(read.directions.map(\.rawValue).joined(separator: "|") == one.directions)
        #expect(read.anchors.map(\.text).joined(separator: "|") == one.anchors)
        let thing = read.named.map { ($0.name ?? "") + "/" + ($0.kind?.rawValue ?? "") } ?? ""
        #expect(thing == one.thing)
        for use in read.uses { #expect(use.range.upperBound <= one.text.utf8.count && !use.range.isEmpty) }
    }

    /// Metres from, to, and half of the step that the number tells apart.
    @Test(arguments: [
        ("10 km", 10_000.0, 10_000.0, 500.0), ("100 km", 100_000, 100_000, 5000), ("7 km", 7000, 7000, 500),
        ("500 m", 500, 500, 5), ("2.5 km", 2500, 2500, 250), ("2,5 km", 2500, 2500, 250), ("2.3 km", 2300, 2300, 50),
        ("1,500 m", 1500, 1500, 5), ("½ km", 500, 500, 250), ("1½ km", 1500, 1500, 250),
        ("half a kilometre", 500, 500, 250),
        ("a kilometre and a half", 1500, 1500, 250), ("two and a half km", 2500, 2500, 250),
        ("5-6 km", 5000, 6000, 500),
        ("5 to 6 km", 5000, 6000, 500), ("between 5 and 6 km", 5000, 6000, 500), ("ten km", 10_000, 10_000, 500),
        ("a dozen km", 12_000, 12_000, 500), ("twenty-five km", 25_000, 25_000, 500), ("a few km", 2000, 5000, 500),
        ("٢٫٥ كم", 2500, 2500, 250), ("a mile", 1609.344, 1609.344, 804.672),
    ])
    func distancesKeepTheirPrecision(text: String, from: Double, to: Double, precision: Double) throws {
        let read = try RelativeExpression(parsing: text + " east of Aazaz")
        let distance = try #require(read.distance)
        #expect(abs(distance.lowerInMetres - from) < 1e-6)
        #expect(abs(distance.upperInMetres - to) < 1e-6)
        #expect(abs(distance.precisionInMetres - precision) < 1e-6)
    }

    /// Refused, with what was expected: never half read.
    @Test(arguments: [
        ("", "empty"), ("Aazaz", "a plain name goes to resolve"), ("10 km", "a direction such as"),
        ("10 km east of", "the name of a place"), ("10 parsecs east of Aazaz", "a unit such as km"),
        ("0 km east of Aazaz", "a distance above 0"), ("1000000 km east of Aazaz", "more than 500 km"),
        ("10 km east of Aazaz and north of Marea", "\"and\" at byte 21"), ("the road to Aleppo", "name both ends"),
        ("10 km north and 5 km south of Aazaz", "not at right angles"), ("north Aleppo", "\"of\""),
        ("near the Bab al-Salama – Aazaz – Aleppo road", "two names"),
        ("near the village", "the name of a place"), ("شمال شرق تل رفعت وغرب عفرين", "the end, or a comma"),
        ("near Azaz, north of Aleppo", "one relation only"), ("قرب اعزاز شمال حلب", "the end, or a comma"),
        ("fighters in Kafrah, 10 km east of Aazaz", "a name, then one relation"),
        ("طريق حلب أعزاز", "two names"), ("بين وادي ومارع وحلب", "several ways"),
        ("Aazaz-Kafrah-Marea road", "several ways"),
    ])
    func whatCannotBeReadIsRefusedWithTheWayOut(text: String, words: String) {
        do {
            let read = try RelativeExpression(parsing: text)
            Issue.record("read as \(read.kind) \(read.anchors)")
        } catch {
            #expect(error.sentence.contains(words), "\(error.sentence)")
        }
    }

    /// Words of the table in random order, with rubbish between: read or refused, never a crash, and always within bounds.
    @Test func garbageIsReadOrRefused() {
        var random = SeededGenerator(seed: 5)
        let words = [
            "10", "km", "كم", "east", "شرق", "of", "من", "Aazaz", "أعزاز", "and", "و", "ومارع", "between", "بين", "-",
            "–", ",",
            "(", ")", "'s", "’", "near", "road", "طريق", "outskirts", "ريف", "the", "a", "half", "½", "٣", "5,", ".",
            "\u{200F}",
            "\u{0}", "🙂", "to", "from", "al", "within", "halfway", "بـ", "ل", "لحلب", "\u{301}", "-3.5", "twenty", "و",
            "along",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<12, using: &random)
            var text = ""
            for _ in 0..<count {
                text += words.randomElement(using: &random)!
                if Bool.random(using: &random) { text += " " }
            }
            if let expression = try? RelativeExpression(parsing: text) {
                read += 1
                for anchor in expression.anchors {
                    #expect(!anchor.text.isEmpty && anchor.range.upperBound <= text.utf8.count)
                }
            }
        }
        #expect(read > 100)
    }

    @Test func longInputIsRefusedAtOnce() {
        for unit in ["10 km east of ", "a", "بين و", "((((", "1", "- ", "\u{301}", "Aazaz's "] {
            let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
            #expect(throws: RelativeExpressionFact.self) { try RelativeExpression(parsing: text) }
        }
    }
}
