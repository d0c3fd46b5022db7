import ArgumentParser
import Glibc
import Rows
import Store

/// What `init` and `import` share: the name of a new project, and how it is made and told of.
enum ProjectName {
    /// Other programs know a GeoPackage by its ending.
    static func check(_ path: String) throws {
        guard path.hasSuffix(".gpkg") else {
            throw ValidationError("\(printable(path)): a project's name ends in .gpkg, such as war.gpkg")
        }
    }

    static func make(_ path: String, of files: [String], gazetteer: String?) throws {
        try OutputFolder.check(path)
        let showsProgress = Output.showsProgress
        let summary = try reportingFailures {
            try ProjectMaking.make(
                path, of: files, gazetteer: gazetteer, progress: showsProgress ? { Progress.show($0) } : nil)
        }
        if showsProgress { Progress.clear() }
        Notes.tell(summary.problems, further: summary.untold)
        for file in summary.gazetteerLeftOut {
            Output.note("\(file): is no table and is not kept; commands look for the usual gazetteer")
        }
        if let missing = summary.gazetteerMissing {
            Output.note("the project has no places, so nothing can be drawn of it: \(missing)")
        }
        let sentence =
            "\(path): \(summary.reports) reports, \(summary.skipped) rows skipped, \(summary.places) places with "
            + "\(summary.names) names"
        try Done(sentence).with("file", path).with("reports", summary.reports).with("skipped", summary.skipped)
            .with("places", summary.places).with("names", summary.names).tell()
    }
}
