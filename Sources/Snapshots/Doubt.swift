/// How far from a drawn line the true one is likely to run.
///
/// A line is known to lie between two places that face each other, hardly better. On the replay of a real front (see
/// `Drawing` in the documentation of this target) half of what was drawn lay within 0.16 of the distance between the two
/// from the true line, and nine tenths within 0.39 of it; where one of the calls was less than 90 % sure, 0.20 and 0.56.
package struct Doubt: Sendable {
    package static let sureProbability = 0.9
    package static let sure = (half: 0.16, nineInTen: 0.39)
    package static let unsure = (half: 0.20, nineInTen: 0.56)

    /// Half of the line should lie within this distance of the true one.
    package let halfInMetres: Double
    /// And nine tenths within this.
    package let nineInTenInMetres: Double

    /// That of two places.
    package init(_ facing: Snapshot.Facing) {
        let factors = facing.isSure ? Self.sure : Self.unsure
        halfInMetres = factors.half * facing.distanceInMetres
        nineInTenInMetres = factors.nineInTen * facing.distanceInMetres
    }

    /// The median over the places that face each other across a line; nil for a line without any.
    package init?(_ front: Snapshot.FrontLine) {
        let doubts = front.facing.map { Doubt($0) }
        guard !doubts.isEmpty else { return nil }
        halfInMetres = doubts.map(\.halfInMetres).sorted()[doubts.count / 2]
        nineInTenInMetres = doubts.map(\.nineInTenInMetres).sorted()[doubts.count / 2]
    }
}
