import Places
package import Reports
import Rows
package import Snapshots

/// Colours in the words of simplestyle 1.1.0.
package enum Style {
    private static let unknownColour = "#BBBBBB"
    private static let contestedColour = "#F08A24"

    package static func colour(_ holder: Holder, _ actors: ActorTable) -> String {
        switch holder {
        case .held(let side): actors.lead(ofSide: side)?.colour ?? "#555555"
        case .contested: contestedColour
        case .unknown, .beyondReach: unknownColour
        }
    }

    static func area(_ holder: Holder, _ actors: ActorTable, into json: inout JSONWriter) {
        let colour = colour(holder, actors)
        json.key("fill")
        json.string(colour)
        json.key("fill-opacity")
        switch holder {
        case .held, .contested: json.number(0.4, decimals: 2)
        case .unknown: json.number(0.1, decimals: 2)
        case .beyondReach: json.number(0, decimals: 2)
        }
        json.key("stroke")
        json.string(colour)
        json.key("stroke-width")
        json.number(1, decimals: 0)
    }

    /// An outline over the area that it is part of.
    static func part(into json: inout JSONWriter) {
        json.key("fill-opacity")
        json.number(0, decimals: 0)
        json.key("stroke")
        json.string("#222222")
        json.key("stroke-width")
        json.number(3, decimals: 0)
    }

    static func front(isCertain: Bool, into json: inout JSONWriter) {
        json.key("stroke")
        json.string("#222222")
        json.key("stroke-width")
        json.number(2, decimals: 0)
        json.key("stroke-opacity")
        json.number(isCertain ? 1 : 0.4, decimals: 1)
    }

    static func band(into json: inout JSONWriter) {
        for (key, value) in [("fill", "#222222"), ("stroke", "#222222")] {
            json.key(key)
            json.string(value)
        }
        json.key("fill-opacity")
        json.number(0.12, decimals: 2)
        json.key("stroke-width")
        json.number(0, decimals: 0)
    }

    static func place(_ holder: Holder, _ place: Place, _ actors: ActorTable, into json: inout JSONWriter) {
        json.key("title")
        json.string(place.name)
        json.key("marker-color")
        json.string(colour(holder, actors))
        json.key("marker-size")
        json.string(place.kind.isTown ? "medium" : "small")
    }
}
