package import Geometry
import Glibc

/// What a relative expression says for and against candidates of a name: "Kafrah" with the hint "10 km east of Aazaz".
package struct RelativeEvidence: Sendable {
    /// The regions of the expression's readings.
    package let locality: Locality

    /// Of the places that are meant, this share lies inside the region: 17 of 18 statements and 93 of 105 hints measured
    /// (`Relative.md`).
    static let shareInside = 0.9
    /// The places of one name that compete are spread over such a circle.
    static let rivalRadiusInMetres = 60_000.0
    /// In so many hints the region is read wrongly ("Aleppo province" as the city), and only the neighbourhood is right …
    static let shareMisread = 0.04
    /// … which fades over so many metres.
    static let neighbourhoodInMetres = 40_000.0
    /// No hint speaks more than this for a place, in log-odds: about 150 to 1 …
    static let limit = 5.0
    /// … nor more than this against one.
    static let limitAgainst = 7.0

    package init(_ locality: Locality) { self.locality = locality }

    /// The evidence of the first relative expression of a hint; nil where it has none, or its anchors are not known.
    /// The hint is tried as a whole, then piece by piece between full stops, semicolons and line ends,
    /// then between commas.
    package init?(hint: String, locator: Locator, near: [Coordinate] = []) {
        for piece in Self.pieces(hint) {
            guard let expression = try? RelativeExpression(parsing: piece) else { continue }
            let locality = locator.locate(expression, near: near, listing: false)
            if !locality.readings.isEmpty {
                self.init(locality)
                return
            }
        }
        return nil
    }

    /// The log-odds that a place here, and not another of the region's rivals, is meant; and the reason in words.
    ///
    /// It is the logarithm of two densities: where the places meant lie (evenly over the region, or outside with a
    /// density that falls off by e within a third of the enclosing radius, at least 2 km; a few anywhere in the
    /// neighbourhood) against rivals spread evenly over a circle of 60 km. Small regions weigh more than large ones. Between
    /// -7 and 5.
    package func weight(of coordinate: Coordinate) -> (logOdds: Double, reason: String) {
        let rival = 1 / (Double.pi * Self.rivalRadiusInMetres * Self.rivalRadiusInMetres)
        var density = 0.0
        var nearest = (outside: Double.infinity, region: locality.readings.first?.region)
        for reading in locality.readings {
            let region = reading.region
            let outside = region.distanceOutsideInMetres(coordinate)
            let scale = max(2000, region.enclosingRadiusInMetres / 3)
            let area = max(region.areaInSquareMetres, 1)
            // A band of width `scale` around a disc of the region's area, with the tail of the exponential.
            let reach = (area / .pi).squareRoot()
            let around = 2 * Double.pi * scale * (reach + scale)
            let fade = 1 + outside * outside / (Self.neighbourhoodInMetres * Self.neighbourhoodInMetres)
            let disc = Double.pi * pow(reach + Self.neighbourhoodInMetres, 2)
            density +=
                reading.probability
                * (outside == 0
                    ? Self.shareInside / area
                    : (1 - Self.shareInside - Self.shareMisread) / around * exp(-outside / scale)
                        + Self.shareMisread / (disc * fade * fade))
            if outside < nearest.outside { nearest = (outside, region) }
        }
        let odds = max(-Self.limitAgainst, min(Self.limit, log(max(density, 1e-300) / rival)))
        let phrase = "\"\(locality.expression.text)\""
        guard let region = nearest.region else { return (0, "\(phrase) says nothing") }
        if nearest.outside == 0 {
            return (odds, "inside the region of \(phrase): \(region.rule.sentence)")
        }
        return (
            odds,
            "\(Distance.text(inMetres: nearest.outside)) outside the region of \(phrase): \(region.rule.sentence)"
        )
    }

    /// The hint itself, its pieces between signs, and the runs of words in them, longest first: a hint is a phrase, not an
    /// article, so words beyond the first dozen are left.
    private static func pieces(_ hint: String) -> [String] {
        var pieces = [hint]
        for signs in [";\n\r؛.!?؟", ";\n\r؛.!?؟,،"] {
            for piece in hint.unicodeScalars.split(maxSplits: 16, whereSeparator: { signs.unicodeScalars.contains($0) })
            {
                let text = String(String.UnicodeScalarView(piece))
                if text.utf8.count > 3, !pieces.contains(text) { pieces.append(text) }
            }
        }
        for piece in pieces {
            let words = piece.split(separator: " ").prefix(12)
            for length in stride(from: words.count - 1, to: 1, by: -1) {
                for start in 0...(words.count - length) {
                    let text = words[start..<(start + length)].joined(separator: " ")
                    if !pieces.contains(text) { pieces.append(text) }
                }
            }
        }
        return pieces
    }
}
