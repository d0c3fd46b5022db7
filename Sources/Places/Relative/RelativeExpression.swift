/// What a phrase such as "Kafrah, a village 10 km east of Aazaz" says of where something is.
package struct RelativeExpression: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        /// So far in a direction: "10 km east of Aazaz".
        case offset
        /// Two legs at right angles: "10 km north and 5 km east of Aazaz".
        case orthogonal
        /// So far, in no direction: "15 km from Azaz".
        case distance
        /// So far along a road, whose other end is the second anchor where one is named: "10 km along the road from A to B".
        case roadDistance = "road_distance"
        /// At most so far: "within 5 km of Aazaz".
        case within
        /// A direction alone: "north of Aleppo".
        case heading
        /// "Near Tell Rifaat".
        case near
        /// "The northern outskirts of Aazaz".
        case outskirts
        /// "The eastern countryside of Aazaz", ريف أعزاز الشرقي.
        case countryside
        /// "At the entrance of Aazaz".
        case entrance
        /// "Between Aazaz and Marea".
        case between
        /// "Halfway between Aazaz and Marea".
        case halfway
        /// "On the road from Aazaz to Aleppo".
        case road
    }

    /// A place that the position is told from, as written.
    package struct Anchor: Sendable, Equatable {
        package let text: String
        /// UTF-8 offsets in the expression.
        package let range: Range<Int>
    }

    /// What the phrase places: a name, a kind of place, or both.
    package struct NamedThing: Sendable, Equatable {
        package let name: String?
        package let kind: PlaceKind?
        package let range: Range<Int>
    }

    /// A stretch of the text with what it was read as.
    package struct Use: Sendable, Equatable {
        package let role: String
        /// UTF-8 offsets in the expression.
        package let range: Range<Int>
    }

    package let text: String
    package let kind: Kind
    package let distance: StatedDistance?
    /// The second leg of `orthogonal`.
    package let secondDistance: StatedDistance?
    /// One for each distance of `offset` and `orthogonal`; at most one elsewhere.
    package let directions: [CompassPoint]
    package let anchors: [Anchor]
    package let named: NamedThing?
    /// "In Aleppo governorate" behind the anchor.
    package let qualifier: String?
    /// Counted from the edge of the anchor: "10 km outside Aleppo".
    package let isFromEdge: Bool
    /// Counted along a road.
    package let isByRoad: Bool
    /// In the order of the text.
    package let uses: [Use]

    /// Reads the expression. English and Arabic; words may mix. Throws what is wrong where it is none.
    ///
    /// - Complexity: linear in the first 64 words; longer text is refused.
    package init(parsing text: String) throws(RelativeExpressionFact) {
        self = try RelativeParser(text).expression()
    }

    init(text: String, body: RelativeParser.Body, named: NamedThing?, qualifier: String?, uses: [Use]) {
        self.text = text
        kind = body.kind
        distance = body.distance
        secondDistance = body.secondDistance
        directions = body.directions
        anchors = body.anchors
        self.named = named
        self.qualifier = qualifier
        isFromEdge = body.isFromEdge
        isByRoad = body.isByRoad
        self.uses = uses
    }
}

extension RelativeExpression {
    /// A longer phrase is refused.
    package static let wordLimit = 64
    /// A phrase that tells a greater distance is refused.
    package static let distanceLimitInKilometres = 500
}
