package import Reports

/// What is said of a place at a moment, and on what it rests.
package struct Call: Sendable {
    package enum Status: Hashable, Sendable {
        /// One side holds the place; `actor` is the one of that side that the reports name.
        case held(side: String, actor: String)
        /// An enemy is inside and holds part; sides sorted.
        case contested(sides: [String])
        case unknown
    }

    /// Index in the gazetteer.
    package let placeIndex: Int
    package let status: Status
    /// How sure the status is, 0 to 1; 0 for unknown.
    package let probability: Double
    /// The side that most speaks for, also where that is not enough for a call; nil beyond reach.
    package let likeliestSide: String?
    /// The first moment of the run of reports that made it so; nil where nothing was reported.
    package let since: Moment?
    /// When the newest report that speaks of control was valid from.
    package let lastReportAt: Moment?
    /// True where no report speaks of the place, and its surroundings were asked.
    package let isInferred: Bool
    /// Every report of the place that was known, each with its part in the call.
    package let basis: [Weighing]

    package init(
        placeIndex: Int, status: Status, probability: Double, likeliestSide: String?, since: Moment?,
        lastReportAt: Moment?, isInferred: Bool,
        basis: [Weighing]
    ) {
        self.placeIndex = placeIndex
        self.status = status
        self.probability = probability
        self.likeliestSide = likeliestSide
        self.since = since
        self.lastReportAt = lastReportAt
        self.isInferred = isInferred
        self.basis = basis
    }

    /// Whether reports that count speak of who holds the place.
    package var isReported: Bool {
        !isInferred && basis.contains { $0.role == .carried || $0.role == .overruled }
    }

    /// The same place called unknown.
    var withdrawn: Call {
        Call(
            placeIndex: placeIndex, status: .unknown, probability: 0, likeliestSide: likeliestSide, since: nil,
            lastReportAt: lastReportAt, isInferred: false, basis: basis)
    }

    package static func unknown(_ placeIndex: Int, basis: [Weighing] = []) -> Call {
        Call(
            placeIndex: placeIndex, status: .unknown, probability: 0, likeliestSide: nil, since: nil, lastReportAt: nil,
            isInferred: false, basis: basis)
    }
}

/// The part of one report in a call.
package struct Weighing: Sendable {
    package enum Role: String, Sendable {
        /// It says what the call says.
        case carried
        /// It says otherwise and weighed less.
        case overruled
        /// It says nothing of who holds the place.
        case context
        /// It counts for nothing, for the reason given.
        case discounted
    }

    /// Index in the report log.
    package let reportIndex: Int
    package let role: Role
    /// From 0, nothing.
    package let weight: Double
    package let cause: Cause

    /// The cause in words.
    package var reason: String { cause.sentence }
}
