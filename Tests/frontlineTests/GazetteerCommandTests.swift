import Foundation
import TestSupport
import Testing

/// Building, importing and looking at gazetteers, as a user does it.
@Suite struct GazetteerCommandTests {
    private static let table = """
        id\ttitle\tlon\tlat\tvariants\tsources
        a:1\tKafrah\t37.16275\t36.56661\tكفرة@ar\tx
        a:2\tJariz\t37.1493\t36.57086\tجارز@ar\tx
        a:3\tbroken\teast\t36\t\tx

        """

    @Test func anIndexAnswersAsItsSourceDoes() throws {
        let scratch = try Scratch()
        let index = scratch.path + "/places.index"
        let built = try Command.run("gazetteer", "build", Command.file("Gazetteer"), "-o", index)
        #expect(built.status == 0 && built.text.isEmpty && built.errors.contains("761 places"))
        let table = Command.file("Gazetteer/northern-aleppo.tsv")
        for arguments in [
            ["describe", "Jarez", "--from", "Marea"], ["resolve", "Kafrah", "--near", "Aazaz", "--json"],
            ["gazetteer", "near", "37.16,36.57", "--count", "20", "--format", "geojson"],
            ["gazetteer", "near", "--box", "37,36.5,37.2,36.6", "--format", "json"],
            ["snapshot", Command.file("Tests/Scenarios/azaz-2015"), "--at", "2015-12-02", "--format", "geojson"],
        ] {
            let one = try Command.run(arguments + ["--gazetteer", table])
            let other = try Command.run(arguments + ["--gazetteer", index])
            #expect(one.status == 0 && one.output == other.output, "\(arguments)")
        }
    }

    @Test func aBrokenRowIsToldAndABrokenSourceLeavesTheOldIndex() throws {
        let scratch = try Scratch()
        let source = try scratch.write(Self.table, to: "places.tsv")
        let index = scratch.path + "/places.index"
        let built = try Command.run("gazetteer", "build", source, "-o", index)
        #expect(built.status == 0)
        #expect(built.errors.contains("\(source):4: skipped: lon \"east\" is no number of degrees"))
        let before = try Data(contentsOf: URL(fileURLWithPath: index))
        for (name, text) in [("a.tsv", "id\ttitle\tlon\tlat\n"), ("b.txt", "no gazetteer at all\n"), ("c.tsv", "")] {
            let broken = try scratch.write(text, to: name)
            let result = try Command.run("gazetteer", "build", source, broken, "-o", index)
            #expect(result.status == 65 && result.errors.contains(broken), "\(name): \(result.errors)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: index)) == before)
        }
        let strict = try Command.run("gazetteer", "build", source, "-o", index, "--strict")
        #expect(strict.status == 65)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        #expect(left.filter { $0.contains(".part-") }.isEmpty)
    }

    @Test func whereNothingCanBeWrittenNothingIs() throws {
        let scratch = try Scratch()
        let source = try scratch.write(Self.table, to: "places.tsv")
        for (target, word) in [
            (scratch.path + "/none/x.index", "not there"), (scratch.path, "folder"), ("/dev/full", "No space left"),
        ] {
            let result = try Command.run("gazetteer", "build", source, "-o", target)
            #expect(result.status == 74 && result.errors.contains(word), "\(target): \(result.errors)")
        }
        let itself = try Command.run("gazetteer", "build", source, "-o", source)
        #expect(itself.status == 65 && itself.errors.contains("one of the sources"))
        #expect(try String(contentsOfFile: source, encoding: .utf8) == Self.table)
    }

    @Test func aDamagedIndexIsRefusedWithAReason() throws {
        let scratch = try Scratch()
        let index = scratch.path + "/places.index"
        _ = try Command.run("gazetteer", "build", Command.file("Gazetteer"), "-o", index)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: index))
        try scratch.write(bytes.prefix(bytes.count / 2), to: "cut.index")
        let cut = try Command.run("resolve", "Kafrah", "--gazetteer", scratch.path + "/cut.index")
        #expect(cut.status == 65 && cut.errors.contains("cut"))
        // A letter of a name: harmless to read, but not what was built.
        let place = try #require(bytes.range(of: Data("Kafrah".utf8)))
        bytes[place.lowerBound] = UInt8(ascii: "L")
        try scratch.write(bytes, to: "changed.index")
        let changed = try Command.run("gazetteer", "check", "--gazetteer", scratch.path + "/changed.index")
        #expect(changed.status == 65 && changed.errors.contains("is damaged: the part \"text\""))
    }

    @Test func anImportedTableIsReadAgain() throws {
        let scratch = try Scratch()
        let source = try scratch.write(
            "1\tKafrah\tKafrah\tكفرة\t36.56661\t37.16275\tP\tPPL\tSY\t\t09\t\t\t\t120\t\t\tAsia/Damascus\t2024-01-01\n",
            to: "SY.txt")
        let table = scratch.path + "/out.tsv"
        #expect(try Command.run("gazetteer", "import", source, "-o", table).status == 0)
        let result = try Command.run("resolve", "كفرة", "--gazetteer", table, "--json")
        #expect(result.text.contains("\"ids\":[\"gn:1\"]") && result.text.contains("\"kind\":\"village\""))
        let info = try Command.run("gazetteer", "info", "--gazetteer", source, "--json")
        #expect(info.text.contains("\"places\":1") && info.text.contains("GeoNames: CC BY 4.0"))
    }

    @Test func wrongQuestionsAreRefused() throws {
        for arguments in [
            ["near"], ["near", "37,36", "--box", "1,2,3,4"], ["near", "37,36", "--count", "0"],
            ["near", "--box", "1,2,3"], ["near", "37,36", "--kinds", "vilage"],
            ["build", Command.file("Gazetteer"), "-o", "/dev/null", "--kinds", "vilage"],
        ] {
            let result = try Command.run(["gazetteer"] + arguments)
            #expect(result.status == 64, "\(arguments): \(result.errors)")
        }
    }
}
