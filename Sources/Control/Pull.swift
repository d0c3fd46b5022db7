/// Log-odds by which the surroundings of a place pull, by how far they lean to a side.
enum Pull {
    /// Twice the share less one, between -`limit` and `limit`.
    static func lean(_ share: Double, limit: Double = Constants.clip) -> Double {
        min(max(2 * share - 1, -limit), limit)
    }

    /// Odd, and steeper where the neighbours agree.
    static func reported(_ lean: Double) -> Double {
        0.5 * (Constants.linearPull * lean + Constants.cubicPull * lean * lean * lean)
    }

    /// Where nothing was reported of the place: that nobody ever told of its fall says more than today's neighbours,
    /// until these are of one mind.
    static func silent(_ lean: Double, past: Double) -> Double {
        0.5
            * (Constants.unreportedLinearPull * lean + Constants.unreportedCubicPull * lean * lean * lean
                + Constants.pastPull * past)
    }

    /// How far behind the line the place lies: nothing by the front, strong in the rear.
    static func wide(_ share: Double) -> Double {
        let far = lean(share, limit: Constants.wideClip)
        return 0.5 * Constants.widePull * far * far * far * far * far
    }
}
