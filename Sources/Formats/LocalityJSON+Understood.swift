import Places
import Rows

extension LocalityJSON {
    /// What the expression was read as.
    static func understood(_ expression: RelativeExpression, _ json: inout JSONWriter) {
        json.object { json in
            json.key("kind")
            json.string(expression.kind.rawValue)
            for (key, stated) in [("distance", expression.distance), ("second_distance", expression.secondDistance)] {
                guard let stated else { continue }
                json.key(key)
                json.object { json in
                    json.key("from_m")
                    json.number(stated.lowerInMetres, decimals: 1)
                    json.key("to_m")
                    json.number(stated.upperInMetres, decimals: 1)
                    json.key("precision_m")
                    json.number(stated.precisionInMetres, decimals: 1)
                    json.key("about")
                    json.bool(stated.isAbout)
                }
            }
            json.key("directions")
            json.array { json in for point in expression.directions { json.string(point.rawValue) } }
            json.key("anchors")
            json.array { json in for anchor in expression.anchors { json.string(anchor.text) } }
            if let name = expression.named?.name {
                json.key("named")
                json.string(name)
            }
            if let kind = expression.named?.kind {
                json.key("named_kind")
                json.string(kind.rawValue)
            }
            if let qualifier = expression.qualifier {
                json.key("qualifier")
                json.string(qualifier)
            }
            json.key("from_edge")
            json.bool(expression.isFromEdge)
            json.key("by_road")
            json.bool(expression.isByRoad)
            json.key("words")
            json.array { json in
                for use in expression.uses {
                    json.object { json in
                        json.key("role")
                        json.string(use.role)
                        json.key("from")
                        json.integer(use.range.lowerBound)
                        json.key("to")
                        json.integer(use.range.upperBound)
                    }
                }
            }
        }
    }
}
