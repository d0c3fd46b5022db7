/// Lets numbers with a minus stand on the command line as they are.
///
/// `describe -3.7,40.4`, `--near -3.7,40.4`, `--box -4,40,-3,41` and `--reach-km -5` look like options to the parser of
/// arguments. A word that begins with a minus and is numbers with commas between is never an option of ours, so it is
/// joined to the option before it (`--near=-3.7,40.4`), which takes it or says what it expects; or it gets a space in
/// front, which the parser takes for a value and `NamedPoint` passes over.
enum PointArguments {
    static func readable(_ arguments: [String]) -> [String] {
        var out: [String] = []
        var isRest = false
        for argument in arguments {
            isRest = isRest || argument == "--"
            // A text is handed over as it is, whatever it begins with.
            if !isRest, let option = out.last, takesText.contains(option), argument.hasPrefix("-"),
                isMinusPhrase(argument) || countOfNumbers(argument) != nil
            {
                out[out.count - 1] = option + "=" + argument
                continue
            }
            guard !isRest, let count = countOfNumbers(argument) else {
                // "-5 km east of Aazaz" is refused for its minus and not as an option.
                out.append(!isRest && isMinusPhrase(argument) ? " " + argument : argument)
                continue
            }
            // A point may stand behind a flag, and be the place that is asked about.
            if let option = out.last, option.hasPrefix("--"), !option.contains("="),
                count != 2 || takesPoint.contains(option)
            {
                out[out.count - 1] = option + "=" + argument
            } else {
                out.append(" " + argument)
            }
        }
        return out
    }

    /// The options whose value may be a point.
    private static let takesPoint: Set<String> = ["--near", "--from"]

    /// The options whose value is a text of the user's own.
    private static let takesText: Set<String> = ["--note", "--place", "--place-hint", "--hint", "--title"]

    private static func isMinusPhrase(_ text: String) -> Bool {
        text.hasPrefix("-") && text.dropFirst().first?.isNumber == true && text.contains(" ")
    }

    /// Of a word with a minus in front that is numbers with commas between; nil for any other word.
    private static func countOfNumbers(_ text: String) -> Int? {
        guard text.hasPrefix("-"), let second = text.dropFirst().first, second == "." || second.isNumber else {
            return nil
        }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.allSatisfy { Double($0.filter { $0 != " " }) != nil } ? parts.count : nil
    }
}
