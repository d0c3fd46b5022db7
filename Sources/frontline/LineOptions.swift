import ArgumentParser
import Snapshots

/// How lines are drawn, and what is told of them.
struct LineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Smooth the lines: off, as the cells have them; light, without their steps; presentation, for a map.",
            valueName: "setting"))
    var lines = LineSetting.off

    @Flag(help: "Add the pieces of each line: the two places, their reports, how far off it may be.")
    var segments = false

    @Flag(help: "Add the bands in which half and nine tenths of each line should run.")
    var bands = false

    /// The details are features of their own, which a table has no room for.
    func check(hasFeatures: Bool, isPicture: Bool) throws {
        if segments && !hasFeatures {
            throw ValidationError("--segments is for GeoJSON and what is made of it: write to a .geojson file")
        }
        if bands && !hasFeatures && !isPicture {
            throw ValidationError("--bands is for GeoJSON and pictures: write to a .geojson or .svg file")
        }
    }
}

extension LineSetting: ExpressibleByArgument {}
