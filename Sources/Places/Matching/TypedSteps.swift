/// How a badly typed name differs from a listed one, letter by letter.
enum TypedSteps {
    /// The steps of the cheapest way: letters left out, too many, wrong, or swapped with the next. Equal letters are not
    /// told.
    static func steps(_ query: TracedName, _ name: TracedName) -> [MatchTrace.Step] {
        let (n, m) = (query.folded.letterCount, name.folded.letterCount)
        let (left, right) = (query.folded.letters, name.folded.letters)
        var cost = [[Int]](repeating: [Int](repeating: 0, count: m + 1), count: n + 1)
        for i in 0...n { cost[i][0] = i }
        for j in 0...m { cost[0][j] = j }
        func areSwapped(_ i: Int, _ j: Int) -> Bool {
            i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
        }
        for i in stride(from: 1, through: n, by: 1) {
            for j in stride(from: 1, through: m, by: 1) {
                let change = left[i - 1] == right[j - 1] ? 0 : 1
                cost[i][j] = min(cost[i - 1][j - 1] + change, cost[i - 1][j] + 1, cost[i][j - 1] + 1)
                if areSwapped(i, j) { cost[i][j] = min(cost[i][j], cost[i - 2][j - 2] + 1) }
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
            if i > 0, j > 0, left[i - 1] == right[j - 1], cost[i][j] == cost[i - 1][j - 1] {
                tell(1, 1, "")
            } else if areSwapped(i, j), cost[i][j] == cost[i - 2][j - 2] + 1 {
                tell(2, 2, "typing error: letters swapped")
            } else if i > 0, j > 0, cost[i][j] == cost[i - 1][j - 1] + 1 {
                tell(1, 1, "typing error: another letter")
            } else if i > 0, cost[i][j] == cost[i - 1][j] + 1 {
                tell(1, 0, "typing error: a letter too many")
            } else {
                tell(0, 1, "typing error: a letter is missing")
            }
        }
        return steps.reversed()
    }
}
