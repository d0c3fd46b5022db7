/// Lets points west of Greenwich stand on the command line as they are.
///
/// `describe -3.7,40.4` and `--near -3.7,40.4` look like options to the parser of arguments. A word that begins with a
/// minus and is two numbers with a comma between is never an option of ours, so it is joined to the option before it
/// (`--near=-3.7,40.4`) or gets a space in front, which the parser takes for a value and `NamedPoint` passes over.
enum PointArguments {
    static func readable(_ arguments: [String]) -> [String] {
        var out: [String] = []
        var isRest = false
        for argument in arguments {
            if !isRest, isMinusPhrase(argument) {
                out.append(" " + argument)
                continue
            }
            guard !isRest, isWesternPoint(argument) else {
                isRest = isRest || argument == "--"
                out.append(argument)
                continue
            }
            if let option = out.last, option.hasPrefix("--"), !option.contains("="), takesPoint.contains(option) {
                out[out.count - 1] = option + "=" + argument
            } else {
                out.append(" " + argument)
            }
        }
        return out
    }

    /// The options whose value may be a point.
    private static let takesPoint: Set<String> = ["--near", "--from"]

    /// "-5 km east of Aazaz", which is refused for its minus and not as an option.
    private static func isMinusPhrase(_ text: String) -> Bool {
        text.hasPrefix("-") && text.dropFirst().first?.isNumber == true && text.contains(" ") && !isWesternPoint(text)
    }

    /// A minus, then digits, points, commas, spaces and minuses only, with one comma.
    private static func isWesternPoint(_ text: String) -> Bool {
        guard text.hasPrefix("-"), text.utf8.count > 3 else { return false }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { Double($0.filter { $0 != " " }) != nil }
    }
}
