import ArgumentParser
import Glibc
import Places
import Rows

struct GazetteerBuildCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Makes one index file out of gazetteers, for --gazetteer of every command.",
        discussion: """
            EXAMPLES
              frontline gazetteer build syria-places -o syria.index
              frontline gazetteer build SY.txt syr_pplp.csv -o syria.index
              frontline resolve Kafrah --gazetteer syria.index

            The same place in several sources becomes one, with the ids, spots and names of all; the source named first \
            gives what is shown. alternateNamesV2.txt beside a GeoNames dump is read with it. Rows that cannot be used \
            are told with their line and skipped; where a source as a whole is unusable, the old index stays.
            """)

    @OptionGroup var input: GazetteerSources

    @Flag(help: "Leave every row a place of its own.")
    var noMerge = false

    @OptionGroup(title: "Manners") var common: CommonOptions

    func run() throws {
        try input.checkOutput()
        let build = try input.read()
        let bytes = build.finish(merging: !noMerge)
        try reportingFailures { try Output.write(bytes, to: input.output) }
        guard Output.isJSON ? input.file != nil : !Output.isQuiet, let index = try? NameIndex(bytes: bytes) else {
            return
        }
        for source in build.sources where !Output.isJSON {
            Output.tell(
                "\(source.path): \(source.format.rawValue), \(source.places) places, \(source.names) names"
                    + (source.skipped > 0 ? ", \(source.skipped) rows skipped" : ""))
        }
        let sentence =
            "\(input.output): \(index.placeCount) places, \(index.nameCount) spellings, \(index.mergedCount) rows merged "
            + "into others, \(Decimals.fixed(Double(bytes.count) / 1e6, decimals: 1)) MB"
        try Done(sentence).with("file", input.output).with("sources", build.sources.map(\.path))
            .with("places", index.placeCount).with("spellings", index.nameCount).with("merged", index.mergedCount)
            .with("skipped", build.problems.skipped).with("bytes", bytes.count)
            .tell()
    }
}

struct GazetteerImportCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turns gazetteers of any format into a table (LP-TSV) that people can read and mend.",
        discussion: """
            EXAMPLE
              frontline gazetteer import SY.txt --kinds city,town,village -o places.tsv
            """)

    @OptionGroup var input: GazetteerSources

    @Flag(help: "Make one row of the same place in several sources.")
    var merge = false

    @OptionGroup(title: "Manners") var common: CommonOptions

    func run() throws {
        try input.checkOutput()
        let build = try input.read()
        guard let index = try? NameIndex(bytes: build.finish(merging: merge)) else {
            throw Failure(.ourFault, "the index just built cannot be read")
        }
        try reportingFailures { try Output.write(GazetteerTable.bytes(Gazetteer(index: index)), to: input.output) }
        if let file = input.file {
            try Done().with("file", file).with("places", index.placeCount).with("skipped", build.problems.skipped)
                .tell()
        }
    }
}
