package import Reports

/// The weight of a report by the grades of its source and of itself.
package enum Grading {
    /// 0 to 1. Reliability and credibility are rated apart and multiplied; F and 6 mean "cannot be judged" and lie in
    /// the middle, not at the end (NATO AJP-2.1).
    package static func weight(_ reliability: Reliability, _ credibility: Credibility) -> Double {
        let ofSource: Double
        switch reliability {
        case .a: ofSource = 1
        case .b: ofSource = 0.8
        case .c: ofSource = 0.6
        case .d: ofSource = 0.35
        case .e: ofSource = 0.15
        case .f: ofSource = 0.3
        }
        let ofReport: Double
        switch credibility {
        case .confirmed: ofReport = 1
        case .probable: ofReport = 0.85
        case .possible: ofReport = 0.65
        case .doubtful: ofReport = 0.35
        case .improbable: ofReport = 0.15
        case .unjudged: ofReport = 0.6
        }
        return ofSource * ofReport
    }
}
