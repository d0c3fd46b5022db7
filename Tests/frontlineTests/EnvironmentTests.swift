import Foundation
import TestSupport
import Testing

/// Neither the clock's zone nor the user's language changes a byte.
@Suite struct EnvironmentTests {
    private static let zones = ["UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati", "Europe/Istanbul"]
    private static let locales = ["C", "tr_TR.UTF-8", "ar_EG.UTF-8"]

    /// The commands of the golden files, and others with dates, numbers and names in them.
    private static let commands: [[String]] = {
        let scenario = "Tests/Scenarios/azaz-2015"
        let golden = GoldenTests.cases.map { golden -> [String] in
            let dot = golden.name.lastIndex(of: ".") ?? golden.name.endIndex
            var words = golden.name[..<dot].split(separator: " ").map(String.init)
            let isReports = words[0] == "reports"
            words.insert("Tests/Scenarios/\(golden.scenario)", at: isReports ? 2 : 1)
            let ending = String(golden.name[golden.name.index(after: dot)...])
            return isReports ? words : words + ["--format", ending == "txt" ? "text" : ending]
        }
        return golden + [
            ["resolve", "IHTIMALAT", "--json"], ["resolve", "كفرة"], ["describe", "37.16,36.57"],
            ["locate", "10,5 km east of Aazaz"], ["gazetteer", "near", "Aazaz"], ["gazetteer", "info", "--json"],
            ["why", scenario, "Kafrah", "--at", "2015-12-02T01:30+03:00"], ["limits"], ["resolve", "--help"],
            ["snapshot", "nowhere", "--at", "2015-12-02"], ["snapshot", scenario, "--at", "02.12.2015"],
        ]
    }()

    /// The locales, made where the system has them not; nil, loudly, where they cannot be made.
    private static func locales(in scratch: Scratch) throws -> [String: String]? {
        let known = try Command.other("locale", ["-a"])?.text.lowercased() ?? ""
        if known.contains("tr_tr.utf8"), known.contains("ar_eg.utf8") { return [:] }
        for name in ["tr_TR", "ar_EG"] {
            let made = try Command.other(
                "localedef", ["-i", name, "-f", "UTF-8", "\(scratch.path)/\(name).UTF-8"])
            guard made != nil, FileManager.default.fileExists(atPath: "\(scratch.path)/\(name).UTF-8/LC_CTYPE") else {
                Readers.loudly("the locale \(name) is missing and cannot be made: its test is skipped")
                return nil
            }
        }
        return ["LOCPATH": scratch.path]
    }

    @Test func zonesAndLanguagesChangeNothing() throws {
        let scratch = try Scratch()
        guard let made = try Self.locales(in: scratch) else { return }
        for command in Self.commands {
            let expected = try Command.run(command, environment: ["TZ": "UTC", "LC_ALL": "C"])
            // Each zone with each locale in turn: five by three would be the same again.
            for (number, zone) in Self.zones.enumerated() {
                let locale = Self.locales[number % Self.locales.count]
                let other = Self.locales[(number + 1) % Self.locales.count]
                let result = try Command.run(
                    command,
                    environment: made.merging(["TZ": zone, "LC_ALL": locale, "LANG": other, "LANGUAGE": other]) { $1 })
                #expect(result.output == expected.output, "\(command) \(zone) \(locale)")
                #expect(result.errors == expected.errors, "\(command) \(zone) \(locale)")
                #expect(result.status == expected.status)
            }
        }
    }
}
