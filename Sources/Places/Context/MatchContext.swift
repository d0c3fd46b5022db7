/// What is known besides the name. Places go by their number.
package struct MatchContext {
    /// Only places that this admits are meant; nil admits all.
    package var admits: ((Int) -> Bool)?
    /// What else speaks for a place, in log-odds against "none of these".
    package var evidence: ((Int) -> Double)?

    package init(admits: ((Int) -> Bool)? = nil, evidence: ((Int) -> Double)? = nil) {
        self.admits = admits
        self.evidence = evidence
    }

    package static var none: MatchContext { MatchContext() }
}
