/// The rule by which a region was drawn, with the numbers that it used.
package struct RegionRule: Sendable, Equatable {
    package struct Number: Sendable, Equatable {
        /// With the unit at its end: `outer_radius_m`, `half_angle_degrees`.
        package let name: String
        package let value: Double

        package init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// The kind of expression that it serves.
    package let name: String
    /// One sentence for people.
    package let sentence: String
    package let numbers: [Number]
    package let source: String

    static let guidelines = "Chapman & Wieczorek 2020, Georeferencing Best Practices (GBIF)"
    static let widened = guidelines + ", widened for press text by 18 statements measured (Relative.md)"
    static let ours = "our own choice (Relative.md); \(guidelines) asks that an arbitrary buffer be recorded"
}

/// The constants of the rules; `Relative.md` has the statements behind them.
package enum RegionConstants {
    /// Press directions: half-angles for four, eight and sixteen points of the compass. The guidelines have 45, 22.5, 11.25;
    /// the second misses "Dabiq, 40 km north-east of Aleppo" by 8 degrees. The third is widened by the same factor and
    /// rounded up to 25, for "NNW" was 9.5 degrees off once and is seldom written.
    static func halfAngleInDegrees(_ point: CompassPoint) -> Double {
        switch point.directionsInItsCompass {
        case 4: 45
        case 8: 35
        default: 25
        }
    }

    static let shortestShare = 0.85
    static let longestShare = 1.6
    static let longestShareFromEdge = 1.3
    /// No statement is this much too short, however far it reaches: what is left out is the anchor's own size.
    static let longestExcessInMetres = 15_000.0
    /// No interval of distances is narrower than this to either side.
    static let leastMarginInMetres = 2000.0
    /// A road is at most this much longer than the straight line.
    static let detour = 1.5
    /// Half the width of a band, as a share of its length, and its bounds.
    static let bandShare = 0.2
    /// "Between the cities of Azaz and Marea" is said of Kafrah, 7 km off their straight way of 18.
    static let betweenShare = 0.4
    static let bandLimitsInMetres = 2000.0...10_000.0
    /// Half the width of a band along a road whose course is known.
    static let knownRoadMarginInMetres = 1500.0

    static func headingLimitInMetres(rank: Int) -> Double { [15_000, 15_000, 30_000, 60_000][rank] }
    static func countrysideLimitInMetres(rank: Int) -> Double { [5000, 5000, 15_000, 50_000][rank] }
    static func nearLimitInMetres(rank: Int) -> Double { [5000, 5000, 15_000, 20_000][rank] }
}
