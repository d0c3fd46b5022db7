import ArgumentParser

/// How the GeoJSON looks in viewers.
struct StyleOption: ParsableArguments {
    @Flag(help: "Add simplestyle colours to the GeoJSON.")
    var style = false
}
