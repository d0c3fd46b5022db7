import Control
import Reports
import Snapshots

/// What every list of calls tells of one.
extension Call {
    /// The actor who holds the place; nil where no one is said to.
    var actorID: String? {
        if case .held(_, let id) = status { return id }
        return nil
    }

    /// The ids of the reports that had this part in the call, sorted.
    func reportIDs(_ role: Weighing.Role, in scenario: Scenario) -> [String] {
        Set(basis.filter { $0.role == role }.map { scenario.log.reports[$0.reportIndex].id }).sorted()
    }
}
