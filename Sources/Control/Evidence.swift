import Reports

/// One report's word on who holds a place, weighed.
struct Evidence {
    enum Kind: Hashable {
        /// The side holds the place.
        case holding
        /// The side is inside; whether it holds all is not said.
        case inside
        /// The side has left.
        case leaving
        /// The side is named as the one from whom `taker` took the place later: until then it held it.
        case before(taker: String)
    }

    let reportIndex: Int
    let kind: Kind
    let side: String
    let actor: String
    let source: String
    /// When it is taken to be true, in days on the engine's scale.
    let time: Double
    var weight: Double
    var reason: String
}
