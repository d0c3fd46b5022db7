/// Why rings cannot be laid over each other on the grid.
package enum OverlayError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Wider than 180 degrees: products of coordinates would not fit.
    case tooWide
    /// More pairs of edges come near each other than are looked at.
    case tooTangled
    /// More holders claim one spot than are told apart.
    case tooManyLayers(limit: Int)
    /// Splitting edges at their crossings came to no end.
    case notNoded

    package var description: String {
        switch self {
        case .tooWide: "the maps span more than 180 degrees of longitude"
        case .tooTangled: "the rings cross each other too often to be untangled"
        case .tooManyLayers(let limit): "more than \(limit) holders claim the same spot"
        case .notNoded: "splitting the edges at their crossings came to no end"
        }
    }
}
