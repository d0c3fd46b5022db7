import Rows
import Testing

struct HandoverTests {
    private struct Stopped: Error, Equatable { let at: Int }

    @Test(arguments: [0, 1, 3, 4, 1000])
    func everythingComesOnceAndInOrder(count: Int) throws {
        var made = 0
        var used: [Int] = []
        try Threads.handOver {
            guard made < count else { return nil }
            made += 1
            return made
        } to: {
            used.append($0)
        }
        #expect(used == Array(1...max(1, count)).prefix(count).map { $0 })
    }

    @Test func whatFailsInMakingIsThrownWhenTheRestWasUsed() {
        var made = 0
        var used: [Int] = []
        #expect(throws: Stopped(at: 8)) {
            try Threads.handOver {
                made += 1
                if made == 8 { throw Stopped(at: made) }
                return made
            } to: {
                used.append($0)
            }
        }
        #expect(used == Array(1...7))
    }

    @Test func whatFailsInUsingStopsTheMaking() {
        var made = 0
        #expect(throws: Stopped(at: 5)) {
            try Threads.handOver {
                made += 1
                return made
            } to: {
                if $0 == 5 { throw Stopped(at: 5) }
            }
        }
        // A few may have been on their way.
        #expect((5...20).contains(made))
    }
}
