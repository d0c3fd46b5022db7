package import Rows

/// Problems of one kind that one cure mends: a source that is not listed is told once, however many reports it made.
package struct ProblemGroup: Sendable {
    /// The first of them.
    package let problem: Problem
    package private(set) var count = 1

    /// In the order of the problems; those that are told under a suspicion are left out.
    package static func groups(of problems: [Problem], suspicions: [Suspicion]) -> [ProblemGroup] {
        struct Row: Hashable {
            let file: String
            let line: Int
        }
        let dated = Set(
            suspicions.filter { $0.kind == .aheadDated }.flatMap(\.rows).map { Row(file: $0.file, line: $0.line) })
        var groupOfSource: [String: Int] = [:]
        var groups: [ProblemGroup] = []
        for problem in problems {
            switch problem.fact {
            case ReportFact.unknownSource(let source, _):
                if let known = groupOfSource[source] {
                    groups[known].count += 1
                    continue
                }
                groupOfSource[source] = groups.count
            case ReportFact.publishedBeforeItHappened:
                if dated.contains(Row(file: problem.file, line: problem.line)) { continue }
            default: break
            }
            groups.append(ProblemGroup(problem: problem))
        }
        return groups
    }

    /// As of a problem, with the count where there are several.
    package var description: String {
        problem.description + (count > 1 ? "; so in \(count) reports" : "")
    }

    private init(problem: Problem) { self.problem = problem }
}
