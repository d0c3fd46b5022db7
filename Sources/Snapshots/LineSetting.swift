package import Fronts

/// How the lines of a snapshot are drawn.
package enum LineSetting: String, CaseIterable, Sendable {
    /// As the cells have them.
    case off
    case light
    case presentation

    package var smoothing: Smoothing? {
        switch self {
        case .off: nil
        case .light: .light
        case .presentation: .presentation
        }
    }
}
