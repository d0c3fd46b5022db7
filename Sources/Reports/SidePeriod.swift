/// The side of an actor over a time: alliances are made and broken.
package struct SidePeriod: Hashable, Sendable {
    package let side: String
    /// Its first moment; nil for always before.
    package let from: Moment?
    /// Its last moment, which still belongs to it: a day counts whole. Nil for no end.
    package let to: Moment?

    package init(side: String, from: Moment?, to: Moment?) {
        self.side = side
        self.from = from
        self.to = to
    }

    package func contains(_ moment: Instant) -> Bool {
        (from.map { $0.start <= moment } ?? true) && (to.map { moment < $0.end } ?? true)
    }

    /// Whether both cover some moment.
    package func overlaps(_ other: SidePeriod) -> Bool {
        func begins(_ a: SidePeriod, before b: SidePeriod) -> Bool {
            guard let from = a.from, let to = b.to else { return true }
            return from.start < to.end
        }
        return begins(self, before: other) && begins(other, before: self)
    }
}
