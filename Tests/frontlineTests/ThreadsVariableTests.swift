import TestSupport
import Testing

struct ThreadsVariableTests {
    @Test(arguments: ["abc", "0", "-2", "1.5"])
    func aNumberOfThreadsThatIsNoneIsRefused(value: String) throws {
        let result = try Command.run(["limits"], environment: ["FRONTLINE_THREADS": value])
        #expect(result.status == 64)
        #expect(result.text.isEmpty)
        #expect(result.errors.contains("FRONTLINE_THREADS=\(value): expected a whole number from 1 to 64"))
    }

    @Test func oneIsANumber() throws {
        #expect(try Command.run(["limits"], environment: ["FRONTLINE_THREADS": "1"]).status == 0)
    }
}
