import TestSupport
import Testing

struct ThreadsVariableTests {
    @Test(arguments: ["abc", "0", "-2", "1.5", "65", "99999999999999999999"])
    func aNumberOfThreadsThatIsNoneIsRefused(value: String) throws {
        let result = try Command.run(["limits"], environment: ["FRONTLINE_THREADS": value])
        #expect(result.status == 64)
        #expect(result.text.isEmpty)
        #expect(result.errors.contains("FRONTLINE_THREADS=\(value): expected a whole number from 1 to 64"))
    }

    @Test(arguments: ["1", "64"]) func aNumberOfThreadsIsTaken(value: String) throws {
        #expect(try Command.run(["limits"], environment: ["FRONTLINE_THREADS": value]).status == 0)
    }
}
