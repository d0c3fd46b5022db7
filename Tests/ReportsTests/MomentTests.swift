import Reports
import TestSupport
import Testing

@Suite struct MomentTests {
    @Test(arguments: [
        ("2015-12-02", "2015-12-02T00:00:00Z", "2015-12-03T00:00:00Z"),
        ("2015-12-02T19:00+02:00", "2015-12-02T17:00:00Z", "2015-12-02T17:00:01Z"),
        ("2015-12-02T23:59:59.7Z", "2015-12-02T23:59:59Z", "2015-12-03T00:00:00Z"),
        ("2015-12-31 01:00-03:30", "2015-12-31T04:30:00Z", "2015-12-31T04:30:01Z"),
        ("2016-02-29", "2016-02-29T00:00:00Z", "2016-03-01T00:00:00Z"),
    ])
    func timesAreRead(text: String, start: String, end: String) throws {
        let moment = try #require(Moment(text))
        #expect(moment.start.timestamp == start)
        #expect(moment.end.timestamp == end)
    }

    @Test(arguments: [
        "", "2015", "2015-13-01", "2015-02-29", "02.12.2015", "12/02/2015", "2015-12-02T19:00", "2015-12-02T25:00Z",
        "2015-12-02T19:00+2", "20151202", "2015-12-2", "0000-01-01", "２０１５-12-02", "2015-12-02Z", "yesterday",
        "2015-12-02T12:30:60Z", "2015-12-31T23:59:60+02:00", "2015-12-31T23:59:61Z",
    ])
    func whatIsNoTimeIsRefused(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<5000 {
            let seconds = Int64.random(in: -6_000_000_000...7_000_000_000, using: &generator)
            let text = Instant(seconds: seconds).timestamp
            #expect(Moment(text)?.start.seconds == seconds, "\(text)")
        }
    }
}
