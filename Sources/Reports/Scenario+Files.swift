import Places
package import Rows

extension Scenario {
    /// All files that ``load(_:gazetteer:from:)`` reads for the same arguments, in a fixed order, with their bytes.
    package static func inputs(
        _ folder: String, gazetteer path: String? = nil, from source: any FileSource = Disk()
    ) throws(InputError) -> [(name: String, bytes: [UInt8])] {
        let present = fileNames.map { folder + "/" + $0 }.filter(source.exists)
        let hasOwn = present.contains { $0.hasSuffix("/places.tsv") || $0.hasSuffix("/places.csv") }
        let kept = path == nil && !hasOwn ? source.keptGazetteer : []
        let elsewhere = path == nil && (hasOwn || !kept.isEmpty) ? [] : try GazetteerFinder.files(named: path)
        var inputs: [(name: String, bytes: [UInt8])] = []
        func name(_ file: String) -> String { String(file.split(separator: "/").last ?? "") }
        for file in present + kept { inputs.append((name(file), try source.read(file))) }
        for file in elsewhere { inputs.append((name(file), try FileBytes.read(file))) }
        return inputs
    }
}
