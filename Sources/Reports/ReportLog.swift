/// The reports of a scenario with the places that they speak of, sorted by id.
package struct ReportLog: Sendable {
    package let reports: [Report]
    /// One per report.
    package let placements: [Placement]
    private let indexOfID: [String: Int]

    /// Sorts, so that the order in which reports were read is forgotten.
    package init(_ reports: [Report], placements: [Placement]) {
        let order = reports.indices.sorted { reports[$0].id < reports[$1].id }
        self.reports = order.map { reports[$0] }
        self.placements = order.map { placements[$0] }
        indexOfID = Dictionary(uniqueKeysWithValues: order.enumerated().map { (reports[$1].id, $0) })
    }

    package func index(id: String) -> Int? { indexOfID[id] }
}
