/// How a badly typed name differs from a listed one, letter by letter.
enum TypedSteps {
    /// The steps of the cheapest way: letters left out, too many, wrong, or swapped with the next. Equal letters are not
    /// told.
    static func steps(_ query: TracedName, _ name: TracedName) -> [MatchTrace.Step] {
        let (n, m) = (query.folded.letterCount, name.folded.letterCount)
        let (left, right) = (query.folded.letters, name.folded.letters)
        // One row after the other.
        let side = m + 1
        var cost = [Int](repeating: 0, count: (n + 1) * side)
        for i in 0...n { cost[i * side] = i }
        for j in 0...m { cost[j] = j }
        func areSwapped(_ i: Int, _ j: Int) -> Bool {
            i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
        }
        for i in stride(from: 1, through: n, by: 1) {
            for j in stride(from: 1, through: m, by: 1) {
                let change = left[i - 1] == right[j - 1] ? 0 : 1
                let at = i * side + j
                cost[at] = min(cost[at - side - 1] + change, cost[at - side] + 1, cost[at - 1] + 1)
                if areSwapped(i, j) { cost[at] = min(cost[at], cost[at - 2 * side - 2] + 1) }
            }
        }
        var steps: [MatchTrace.Step] = []
        var (i, j) = (n, m)
        func tell(_ letters: Int, _ others: Int, _ rule: String) {
            if !rule.isEmpty {
                steps.append(
                    MatchTrace.Step(
                        query: query.letters(i - letters, i), name: name.letters(j - others, j), rule: rule, cost: 1))
            }
            i -= letters
            j -= others
        }
        while i > 0 || j > 0 {
            let at = i * side + j
            if i > 0, j > 0, left[i - 1] == right[j - 1], cost[at] == cost[at - side - 1] {
                tell(1, 1, "")
            } else if areSwapped(i, j), cost[at] == cost[at - 2 * side - 2] + 1 {
                tell(2, 2, "typing error: letters swapped")
            } else if i > 0, j > 0, cost[at] == cost[at - side - 1] + 1 {
                tell(1, 1, "typing error: another letter")
            } else if i > 0, cost[at] == cost[at - side] + 1 {
                tell(1, 0, "typing error: a letter too many")
            } else {
                tell(0, 1, "typing error: a letter is missing")
            }
        }
        return steps.reversed()
    }
}
