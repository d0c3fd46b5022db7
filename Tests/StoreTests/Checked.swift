import TestSupport
import Testing

/// What `project check` says of a project that is as it was written.
struct Checked {
    let reports: Int

    init(_ project: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let check = try Command.run("project", "check", project)
        #expect(check.status == 0, "\(check.text)\(check.errors)", sourceLocation: sourceLocation)
        let line = check.text.split(separator: "\n").first { $0.hasPrefix("reports ") }
        reports = line.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) } ?? -1
    }
}
