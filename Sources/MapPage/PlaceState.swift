import Control
import Reports
import Snapshots

/// What is said of a place at a moment, but for how sure it is, which changes more often.
struct CallKind: Hashable, Sendable {
    let holder: Holder
    let isInferred: Bool
    /// The side that most speaks for, where the place is unknown.
    let likely: String?
    /// The actor that the reports name, where a side holds the place.
    let actor: String?

    init(_ call: Call) {
        holder = Holder(call.status)
        isInferred = call.isInferred
        likely = call.status == .unknown ? call.likeliestSide : nil
        if case .held(_, let actor) = call.status { self.actor = actor } else { actor = nil }
    }
}

/// Since when it is so, and from when the newest report is.
struct PlaceDates: Hashable, Sendable {
    let since: Moment?
    let lastReport: Moment?
}

/// The part of a report in the call of a place.
struct WeighedReport: Hashable, Sendable {
    let report: Int
    let role: Weighing.Role
    /// In hundredths.
    let weight: Int
    let cause: Cause

    init(_ weighing: Weighing) {
        report = weighing.reportIndex
        role = weighing.role
        weight = Int((weighing.weight * 100).rounded(.toNearestOrAwayFromZero))
        cause = weighing.cause
    }
}
