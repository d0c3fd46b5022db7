import Control
import Reports
import TestSupport
import Testing

/// A report more changes what it can change, and the outcome is that of weighing all anew.
@Suite struct IncrementTests {
    /// All that a call says, to the last bit.
    private func text(_ calls: [Call]) -> [String] {
        calls.map { call in
            let basis = call.basis.map { "\($0.reportIndex) \($0.role) \($0.weight.bitPattern) \($0.reason)" }
            return
                "\(call.status) \(call.probability.bitPattern) \(call.likeliestSide ?? "") \(call.since?.text ?? "") "
                + "\(call.lastReportAt?.text ?? "") \(call.isInferred) \(basis)"
        }
    }

    private func load(_ war: RandomWar) throws -> Scenario {
        let scratch = try Scratch()
        return try Scenario.load(try war.scenario.write(to: scratch))
    }

    private static let days = ["2020-05-20", "2020-12-28"].map { Moment($0)! }

    @Test(arguments: 0..<25) func oneReportMoreEqualsAllAnew(seed: Int) throws {
        var war = RandomWar(seed: UInt64(seed))
        for number in 0..<4 { war.add("x\(number)") }
        let full = try load(war)
        let steps = full.reports.reports.filter { $0.id.hasPrefix("x") }
        var known = ReportSet(full.reports.reports.filter { !$0.id.hasPrefix("x") })
        var model = ControlModel(full.with(known), keepsWork: true)
        for day in Self.days { _ = model.calls(at: day) }
        for report in steps {
            known = known.merged(with: ReportSet([report]))
            let scenario = full.with(known)
            model = ControlModel(scenario, reusing: model, keepsWork: true)
            let anew = ControlModel(scenario)
            for day in Self.days { #expect(text(model.calls(at: day)) == text(anew.calls(at: day)), "\(report.id)") }
            // Its own place, and those that know it better or worse where it changes a text or a correction.
            #expect(model.work.placesBuilt <= 2)
            #expect(model.work.placesWalked <= anew.work.placesWalked)
            #expect(model.work.planesFitted <= anew.work.planesFitted)
        }
    }

    /// A report that changes no record reaches the places around its own, and no others.
    @Test func aFarReportLeavesTheRestAlone() throws {
        var scenario = SmallScenario(count: 200)
        for place in 0..<200 {
            scenario.report(
                "a\(place)", place % 2 == 0 ? "2019-09-01" : "2020-02-20", place: place, place < 100 ? "red" : "blue",
                source: "monitor")
        }
        let scratch = try Scratch()
        let before = try Scenario.load(try scenario.write(to: scratch))
        let old = ControlModel(before, keepsWork: true)
        let day = Moment("2020-03-01")!
        _ = old.calls(at: day)
        scenario.report("b", "2020-02-01", place: 20, "red", "present", source: "agency")
        let after = try Scenario.load(try scenario.write(to: scratch, name: "after"))
        let new = ControlModel(after, reusing: old, keepsWork: true)
        let anew = ControlModel(after)
        #expect(text(new.calls(at: day)) == text(anew.calls(at: day)))
        #expect(new.work.placesBuilt == 1)
        #expect(new.work.placesWalked < anew.work.placesWalked / 4)
        #expect(new.work.placesJudged < anew.work.placesJudged / 3)
        #expect(new.work.planesFitted * 3 < anew.work.planesFitted)
    }

    /// A grade that changes reaches every place that its source speaks of.
    @Test(arguments: 0..<8) func anotherGradeIsWeighedEverywhere(seed: Int) throws {
        let scenario = try load(RandomWar(seed: UInt64(100 + seed)))
        let old = ControlModel(scenario, keepsWork: true)
        for day in Self.days { _ = old.calls(at: day) }
        let sources = SourceTable(
            scenario.sources.sources.map {
                $0.id == "paper"
                    ? Source(id: $0.id, name: $0.name, kind: $0.kind, reliability: .a, leaning: "blue", echoes: [])
                    : $0
            })
        let regraded = scenario.with(sources)
        let new = ControlModel(regraded, reusing: old)
        for day in Self.days {
            #expect(text(new.calls(at: day)) == text(ControlModel(regraded).calls(at: day)))
        }
        #expect(new.work.placesBuilt > 1)
    }

    /// Days asked one after the other say what each says alone.
    @Test func aSeriesSaysWhatItsDaysSay() throws {
        let scenario = try load(RandomWar(seed: 7))
        let model = ControlModel(scenario)
        for day in stride(from: 0, to: 330, by: 13) {
            let at = Moment(RandomWar.date(day))!
            #expect(text(model.calls(at: at)) == text(ControlModel(scenario).calls(at: at)))
        }
    }

    @Test(arguments: 0..<20) func partsMergeInAnyOrder(seed: Int) throws {
        let scenario = try load(RandomWar(seed: UInt64(200 + seed), reports: 90))
        var generator = SeededGenerator(seed: UInt64(seed))
        let all = scenario.reports
        // Overlapping parts, one report told with another content under its id.
        var parts: [[Report]] = [[], [], []]
        for report in all.reports {
            parts[Int.random(in: 0..<3, using: &generator)].append(report)
            if Bool.random(using: &generator) { parts[Int.random(in: 0..<3, using: &generator)].append(report) }
        }
        let twin = all.reports[Int.random(in: 0..<all.reports.count, using: &generator)]
        parts[seed % 3].append(
            Report(
                id: twin.id, publishedAt: twin.publishedAt, recordedAt: twin.recordedAt, validFrom: twin.validFrom,
                validTo: nil, precision: twin.precision, place: twin.place, placeHint: nil, placeID: nil,
                claim: .holds("green", from: nil), extent: nil, source: twin.source, via: nil,
                credibility: twin.credibility, supersedes: nil, url: nil, evidence: nil, note: nil, file: "b", line: 1))
        let (a, b, c) = (ReportSet(parts[0].shuffled(using: &generator)), ReportSet(parts[1]), ReportSet(parts[2]))
        #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c)))
        #expect(a.merged(with: b) == b.merged(with: a))
        #expect(a.merged(with: a) == a)
        let merged = c.merged(with: a).merged(with: b)
        #expect(merged.reports.count == all.reports.count)
        let together = ReportSet(parts.joined().shuffled(using: &generator))
        #expect(merged == together)
        for day in Self.days {
            #expect(
                text(ControlModel(scenario.with(merged)).calls(at: day))
                    == text(ControlModel(scenario.with(together)).calls(at: day)))
        }
    }
}
