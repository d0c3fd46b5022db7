import Places
package import Rows

extension Scenario {
    /// All files that ``load(_:gazetteer:)`` reads for the same arguments, in a fixed order.
    package static func inputFiles(_ folder: String, gazetteer path: String? = nil) throws(InputError) -> [String] {
        let present = fileNames.map { folder + "/" + $0 }.filter(FileBytes.exists)
        let own = present.filter { $0.hasSuffix("/places.tsv") || $0.hasSuffix("/places.csv") }
        return present + (path == nil && !own.isEmpty ? [] : try GazetteerFinder.files(named: path))
    }
}
