import Reports

/// Fighting that was reported at a place: context for claims about it, not a claim itself.
struct Fight {
    let time: Double
    let sides: Set<String>
    let source: String
    let leaning: String?

    /// Whether it lends weight to a claim that `side` made there at `time`: others must have seen it, not the claimant
    /// or somebody who favours the same side.
    func supports(side: String, time claimed: Double, source claimant: String, leaning claimantsLeaning: String?)
        -> Bool
    {
        let lag = time - claimed
        return lag >= -Constants.fightingBeforeInDays && lag <= Constants.fightingAfterInDays && sides.contains(side)
            && (source != claimant || claimantsLeaning == nil) && (leaning == nil || leaning != claimantsLeaning)
    }
}
