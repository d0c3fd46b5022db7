import Reports

/// Counts voices, not messages: repeats and copies weigh nothing, and a source speaking for the side that it favours
/// weighs little until somebody independent agrees.
enum Independence {
    static func apply(to evidence: inout [Evidence], sources: SourceTable, ownSideWeight: Double) {
        discountCopies(in: &evidence, sources: sources)
        discountRepeats(in: &evidence)
        discountOwnSide(in: &evidence, sources: sources, factor: ownSideWeight)
    }

    /// A source that copies another adds nothing where that other says the same.
    private static func discountCopies(in evidence: inout [Evidence], sources: SourceTable) {
        for index in evidence.indices {
            let one = evidence[index]
            guard
                let copied = sources[one.source]?.echoes.first(where: { echoed in
                    evidence.contains { $0.source == echoed && $0.side == one.side && $0.kind == one.kind }
                })
            else { continue }
            evidence[index].weight = 0
            evidence[index].reason += ", copies \(copied)"
        }
    }

    /// A source that says a thing again says it once: the newest time of it counts.
    private static func discountRepeats(in evidence: inout [Evidence]) {
        var newest: [String: Int] = [:]
        for index in evidence.indices where evidence[index].weight > 0 {
            let key = "\(evidence[index].source)\u{1F}\(evidence[index].side)\u{1F}\(evidence[index].kind)"
            guard let old = newest[key] else {
                newest[key] = index
                continue
            }
            let (kept, dropped) =
                (evidence[index].time, evidence[index].weight) > (evidence[old].time, evidence[old].weight)
                ? (index, old) : (old, index)
            newest[key] = kept
            evidence[dropped].weight = 0
            evidence[dropped].reason += ", repeated by the same source"
        }
    }

    private static func discountOwnSide(in evidence: inout [Evidence], sources: SourceTable, factor: Double) {
        let supported = Set(
            evidence.filter { $0.weight > 0 && sources[$0.source]?.leaning != $0.side && $0.kind == .holding }.map(
                \.side))
        for index in evidence.indices where evidence[index].weight > 0 {
            let one = evidence[index]
            guard one.kind == .holding || one.kind == .inside, sources[one.source]?.leaning == one.side,
                !supported.contains(one.side)
            else { continue }
            evidence[index].weight *= factor
            evidence[index].reason += ", favours \(one.side)"
        }
    }
}
