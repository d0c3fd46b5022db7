extension Overlay {
    /// More comparisons of edges than this are refused: honest maps need some dozens an edge.
    package static let comparisonLimit = 400_000_000
    /// More crossings of edges are refused: 2,000 random vertices have a million.
    package static let crossingLimit = 500_000
    /// More holders over one spot are refused.
    package static let layerLimit = 64
}
