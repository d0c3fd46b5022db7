import Foundation
import TestSupport
import Testing

/// `frontline snapshot -o map.svg` and `map.png`.
@Suite struct PictureTests {
    static let azaz = ["snapshot", "Tests/Scenarios/azaz-2015", "--at", "2015-12-02"]

    private func svg(_ more: String...) throws -> String {
        let result = try Command.run(Self.azaz + ["--format", "svg"] + more)
        #expect(result.status == 0, "\(result.errors)")
        return result.text
    }

    @Test func tellsWhatIsSeenAndHowItWasMade() throws {
        let text = try svg("--as-known-on", "2015-12-01")
        for words in [
            "Aazaz, November–December 2015", "2 December 2015, as known on 1 December 2015", "weighed-claims/",
            "reports that speak of who held a place", "Rebels, ", "Islamic State, ", "Front line", "Unknown", " km<",
            "36.6° N", ">Marea<", ">مارع<", ">Aleppo<",
        ] { #expect(text.contains(words), "\(words)") }
        // The colours of the GeoJSON: the mark of a reported place has that of its holder, whole.
        let actors = try String(contentsOfFile: Command.file("Tests/Scenarios/azaz-2015/actors.csv"), encoding: .utf8)
        for colour in ["#2E8B57", "#3C3C3C"] {
            #expect(actors.contains(colour) && text.contains("fill=\"\(colour)\""), "\(colour)")
        }
        #expect(!text.contains("nine tenths"))
        #expect(try svg("--bands").contains("nine tenths"))
    }

    @Test func libxmlReadsIt() throws {
        let scratch = try Scratch()
        let path = try scratch.write(try svg(), to: "map.svg")
        guard let answer = try Command.other("xmllint", ["--noout", "--nonet", path]) else {
            return Readers.loudly("xmllint is not installed: its test is skipped")
        }
        #expect(answer.status == 0, "\(answer.errors)")
    }

    /// Width and height as the head of the PNG has them.
    @Test(arguments: [500, 1100]) func aPNGIsAsWideAsAsked(width: Int) throws {
        guard try Command.other("rsvg-convert", ["--version"]) != nil else {
            return Readers.loudly("rsvg-convert is not installed: its test is skipped")
        }
        let scratch = try Scratch()
        let path = scratch.path + "/map.png"
        let result = try Command.run(Self.azaz + ["--width", "\(width)", "-o", path])
        try #require(result.status == 0, "\(result.errors)")
        let png = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        func number(_ offset: Int) -> Int { png[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
        #expect(number(16) == width)
        #expect(number(20) > width / 2 && number(20) < 2 * width)
        #expect(try Command.run(Self.azaz + ["--width", "\(width)", "--format", "png"]).output == png)
    }

    @Test func withoutTheOtherProgramItTellsTheWayOut() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/map.png"
        let result = try Command.run(
            Self.azaz + ["-o", path], environment: ["PATH": scratch.path])
        #expect(result.status == 69)
        #expect(result.errors.contains("librsvg2-bin") && result.errors.contains(".svg"), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: path))
        // A program of that name that does not do its work.
        for (script, words) in [("exit 3", "status 3"), ("echo no picture", "after 11 bytes")] {
            let fake = try scratch.write("#!/bin/sh\n\(script)\n", to: "rsvg-convert")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fake)
            let failed = try Command.run(
                Self.azaz + ["-o", path], environment: ["PATH": scratch.path + ":/bin:/usr/bin"])
            #expect(failed.status == 70 && failed.errors.contains(words), "\(failed.errors)")
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test(arguments: [
        (["--width", "1000", "-o", "a.geojson"], "--width is for pictures"),
        (["--width", "20", "-o", "a.svg"], "expected 400 to 10000 pixels"),
        (["--segments", "-o", "a.svg"], "--segments is for GeoJSON"),
        (["--overlay", "x.geojson", "-o", "a.svg"], "--format svg has our own map alone"),
        (["--format", "gpkg"], "a GeoPackage is written to a file"),
        (["-o", "a.tiff"], "its ending is none of the formats here"),
    ]) func whatCannotBeIsRefused(more: [String], words: String) throws {
        let result = try Command.run(Self.azaz + more)
        #expect(result.status == 64 && result.errors.contains(words), "\(result.errors)")
    }
}
