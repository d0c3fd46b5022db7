import TestSupport
import Testing

struct HelpOfSubcommandsTests {
    @Test(arguments: [
        (["help", "snapshto"], "snapshot"), (["help", "gazetteer", "buidl"], "build"),
        (["help", "gazeteer"], "gazetteer"),
    ])
    func helpForWhatIsNoSubcommandSaysWhatWasMeant(arguments: [String], meant: String) throws {
        let result = try Command.run(arguments, input: nil)
        #expect(result.status == 64)
        #expect(result.text.isEmpty)
        #expect(result.errors.contains("There is no help for '\(arguments.last!)'"))
        #expect(result.errors.contains("Did you mean '\(meant)'?"))
    }

    @Test(arguments: [["help"], ["help", "snapshot"], ["help", "gazetteer", "build"], ["snapshot", "--help"]])
    func helpForOneIsGiven(arguments: [String]) throws {
        let result = try Command.run(arguments, input: nil)
        #expect(result.status == 0)
        #expect(result.text.contains("USAGE: frontline"))
    }
}
