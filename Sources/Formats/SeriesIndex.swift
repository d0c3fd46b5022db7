package import Control
import Rows

/// `index.json` of a series: what the folder holds, made of what, and in which state each moment is. Written last, so a
/// folder that has one is complete.
package struct SeriesIndex {
    package static let format = "frontline-series"
    package static let version = 1
    package static let fileName = "index.json"
    package static let areasFile = "areas.csv"
    package static let changesFile = "changes.csv"

    package let title: String?
    package let method: Method
    /// Of all files read and all options that the content hangs on; a series goes on only where it is the same.
    package let inputs: String
    package let options: [(name: String, value: String)]
    package let entries: [SeriesEntry]

    package init(
        title: String?, method: Method, inputs: String, options: [(name: String, value: String)], entries: [SeriesEntry]
    ) {
        self.title = title
        self.method = method
        self.inputs = inputs
        self.options = options
        self.entries = entries
    }

    package var areas: [UInt8] { Array((AreasCSV.header + entries.map(\.areaRows).joined()).utf8) }

    package var changes: [UInt8] { Array((ChangesCSV.header + entries.map(\.changeRows).joined()).utf8) }

    /// The whole file; `tables` are the two with their bytes. One moment a line.
    package func bytes(tables: [(file: String, bytes: [UInt8])]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("format")
            json.string(Self.format)
            json.key("version")
            json.integer(Self.version)
            if let title {
                json.key("title")
                json.string(title)
            }
            json.key("method")
            json.method(method)
            json.key("inputs")
            json.string(inputs)
            json.key("options")
            json.object { json in
                for option in options {
                    json.key(option.name)
                    json.string(option.value)
                }
            }
            json.key("tables")
            json.object { json in
                for (file, bytes) in tables {
                    json.key(file)
                    json.string(SeriesEntry.checksum(of: bytes))
                }
            }
            json.key("moments")
            json.array { json in
                for (index, entry) in entries.enumerated() {
                    if index == 0 { json.raw("\n") }
                    entry.write(into: &json, withRows: false)
                    if index + 1 < entries.count { json.raw(",\n") }
                }
                json.raw("\n")
            }
        }
        return json.bytes + [0x0A]
    }
}
