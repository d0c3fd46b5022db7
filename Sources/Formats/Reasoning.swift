package import Control
package import Reports

/// All that leads to one call, for `frontline why`.
package struct Reasoning: Sendable {
    package let call: Call
    /// The calls on all places, for the neighbours' part.
    package let calls: [Call]
    package let scenario: Scenario
    package let at: Moment
    package let asKnownOn: Moment?

    package init(call: Call, calls: [Call], scenario: Scenario, at: Moment, asKnownOn: Moment?) {
        self.call = call
        self.calls = calls
        self.scenario = scenario
        self.at = at
        self.asKnownOn = asKnownOn
    }

    /// The reports of the place, the kept ones first, then those overruled, discounted and merely context; heavier ones
    /// first.
    var weighings: [Weighing] {
        func rank(_ role: Weighing.Role) -> Int {
            switch role {
            case .carried: 0
            case .overruled: 1
            case .discounted: 2
            case .context: 3
            }
        }
        return call.basis.sorted {
            (rank($0.role), -$0.weight, $0.reportIndex) < (rank($1.role), -$1.weight, $1.reportIndex)
        }
    }
}
