extension SoundDistance {
    /// One step of an alignment: so many sounds on either side, and what reading them as one costs.
    struct Step {
        enum Kind: String { case same, reading, pair, dropped, swapped }

        var kind: Kind
        var left: Range<Int>
        var right: Range<Int>
        var cost: Int32
    }

    /// The steps of the cheapest alignment.
    func steps(_ left: [Sound], _ right: [Sound], pairing: Alphabet.Pairing) -> [Step] {
        guard !left.isEmpty, !right.isEmpty else { return [] }
        _ = left.withUnsafeBufferPointer { l in
            right.withUnsafeBufferPointer { r in
                cost(l.baseAddress!, l.count, r.baseAddress!, r.count, pairing: pairing, limit: Self.far)
            }
        }
        func at(_ i: Int, _ j: Int) -> Int32 { Int32(matrix[i * Self.side + j]) }
        func pair(_ first: Sound, _ second: Sound, _ single: Sound) -> Int32? {
            let row = Int(pairRow[Int(first) << 6 | Int(second)])
            if row == 0 { return nil }
            let cost = pairCost[(pairing.rawValue * 256 + row) << 6 | Int(single)]
            return cost == CostTable.none ? nil : Int32(cost)
        }
        var result: [Step] = []
        var i = left.count
        var j = right.count
        func take(_ kind: Step.Kind, _ m: Int, _ n: Int, _ cost: Int32) {
            result.append(Step(kind: kind, left: (i - m)..<i, right: (j - n)..<j, cost: cost))
            i -= m
            j -= n
        }
        while i > 0 || j > 0 {
            let here = at(i, j)
            if i > 0, j > 0 {
                let cost = Int32(substitution[pairing.rawValue * 4096 + Int(left[i - 1]) << 6 | Int(right[j - 1])])
                if at(i - 1, j - 1) + cost == here {
                    take(left[i - 1] == right[j - 1] ? .same : .reading, 1, 1, cost)
                    continue
                }
            }
            if i > 1, j > 0, let cost = pair(left[i - 2], left[i - 1], right[j - 1]), at(i - 2, j - 1) + cost == here {
                take(.pair, 2, 1, cost)
            } else if i > 0, j > 1, let cost = pair(right[j - 2], right[j - 1], left[i - 1]),
                at(i - 1, j - 2) + cost == here
            {
                take(.pair, 1, 2, cost)
            } else if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1],
                at(i - 2, j - 2) + Self.swapCost(pairing) == here
            {
                take(.swapped, 2, 2, Self.swapCost(pairing))
            } else if i > 0, at(i - 1, j) + Int32(drop[pairing.rawValue * 64 + Int(left[i - 1])]) == here {
                take(.dropped, 1, 0, here - at(i - 1, j))
            } else {
                take(.dropped, 0, 1, here - at(i, j - 1))
            }
        }
        return result.reversed()
    }

    /// Why a step is allowed, in the words of the tables.
    func reason(_ step: Step, _ left: [Sound], _ right: [Sound]) -> String {
        let names = rules.alphabet.names
        switch step.kind {
        case .same: return "same sound"
        case .swapped: return "letters swapped"
        case .dropped:
            let sound = step.left.isEmpty ? right[step.right.lowerBound] : left[step.left.lowerBound]
            return step.cost >= 90 ? "\(names[Int(sound)]) is missing" : "\(names[Int(sound)]) is often not written"
        case .reading:
            let key = Int(left[step.left.lowerBound]) << 6 | Int(right[step.right.lowerBound])
            return rules.costs.reasons[key] ?? (step.cost <= 30 ? "vowel" : "another letter")
        case .pair:
            let two = step.left.count == 2 ? Array(left[step.left]) : Array(right[step.right])
            let one = step.left.count == 2 ? right[step.right.lowerBound] : left[step.left.lowerBound]
            return rules.costs.reasons[Int(two[0]) << 12 | Int(two[1]) << 6 | Int(one)] ?? "read together"
        }
    }
}
