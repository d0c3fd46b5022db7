package import Control
package import Reports

/// All that leads to one call, for `frontline why`.
package struct Reasoning: Sendable {
    package let call: Call
    package let explanation: Explanation
    package let scenario: Scenario
    package let at: Moment
    package let asKnownOn: Moment?

    /// Costs as much as all calls of the day.
    package init(placeIndex: Int, at: Moment, model: ControlModel, scenario: Scenario) {
        call = model.calls(at: at)[placeIndex]
        explanation = model.explanation(of: placeIndex, at: at)
        self.scenario = scenario
        self.at = at
        asKnownOn = model.asKnownOn
    }

    /// The reports of the place: the kept ones first, then those overruled, discounted and merely context; by time.
    var weighings: [Weighing] {
        func rank(_ role: Weighing.Role) -> Int {
            switch role {
            case .carried: 0
            case .overruled: 1
            case .discounted: 2
            case .context: 3
            }
        }
        let reports = scenario.log.reports
        return call.basis.sorted {
            (rank($0.role), reports[$0.reportIndex].validFrom.start, reports[$0.reportIndex].id)
                < (rank($1.role), reports[$1.reportIndex].validFrom.start, reports[$1.reportIndex].id)
        }
    }
}
