import Places
package import Reports
package import Rows

/// One moment of a series: what was made for it, by which it is known again, and its rows in the two tables.
package struct SeriesEntry: Hashable, Sendable {
    /// The moment, and the one before it in the series, from which its changes count; nil for the first.
    package let at: String
    package let since: String?
    package let knownAt: String?
    /// Of the state, as in the GeoJSON.
    package let digest: String
    /// The GeoJSON beside the index, with its checksum; nil where none was asked for.
    package let file: String?
    package let checksum: String?
    /// Places that changed hands, and that are otherwise called otherwise.
    package let changedHands: Int
    package let calledOtherwise: Int
    package let areaRows: String
    package let changeRows: String

    package init(
        at: String, since: String?, knownAt: String?, digest: String, file: String?, checksum: String?,
        changedHands: Int, calledOtherwise: Int, areaRows: String, changeRows: String
    ) {
        self.at = at
        self.since = since
        self.knownAt = knownAt
        self.digest = digest
        self.file = file
        self.checksum = checksum
        self.changedHands = changedHands
        self.calledOtherwise = calledOtherwise
        self.areaRows = areaRows
        self.changeRows = changeRows
    }

    /// Sixteen hexadecimal digits, by which an accident is noticed: a file cut short or altered. Nobody is kept from forging
    /// one. Hashing a series with SHA-256 would take longer than drawing it.
    package static func checksum(of bytes: [UInt8]) -> String {
        let text = String(bytes.withUnsafeBytes { Checksum.of($0) }, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    /// `2015-12-02.geojson`; a time without its colons, which some file systems do not take.
    package static func fileName(_ moment: Moment) -> String {
        moment.text.filter { $0 != ":" } + ".geojson"
    }

    /// Reads what ``write(into:withRows:)`` wrote with the rows; nil for all else, also for a file of another name than a
    /// series gives: what an index or a journal names may be deleted.
    package init?(_ json: JSONValue) {
        guard let at = json["at"]?.string, let digest = json["digest"]?.string,
            let handed = json["changed_hands"]?.number, let otherwise = json["called_otherwise"]?.number,
            let areas = json["area_rows"]?.string, let changes = json["change_rows"]?.string,
            json["file"].map({ $0.string == Moment(at).map(Self.fileName) }) ?? true
        else { return nil }
        self.init(
            at: at, since: json["since"]?.string, knownAt: json["known_at"]?.string, digest: digest,
            file: json["file"]?.string, checksum: json["checksum"]?.string, changedHands: Int(handed),
            calledOtherwise: Int(otherwise), areaRows: areas, changeRows: changes)
    }

    package func write(into json: inout JSONWriter, withRows: Bool) {
        func optional(_ key: String, _ text: String?, _ json: inout JSONWriter) {
            json.key(key)
            if let text { json.string(text) } else { json.null() }
        }
        json.object { json in
            json.key("at")
            json.string(at)
            optional("since", since, &json)
            optional("known_at", knownAt, &json)
            json.key("digest")
            json.string(digest)
            if let file {
                json.key("file")
                json.string(file)
                optional("checksum", checksum, &json)
            }
            json.key("changed_hands")
            json.integer(changedHands)
            json.key("called_otherwise")
            json.integer(calledOtherwise)
            guard withRows else {
                json.key("has_changes")
                json.bool(!changeRows.isEmpty)
                return
            }
            json.key("area_rows")
            json.string(areaRows)
            json.key("change_rows")
            json.string(changeRows)
        }
    }
}
