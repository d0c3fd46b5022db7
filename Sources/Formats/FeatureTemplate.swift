import Rows
import Snapshots

/// The feature of a place with its dates cut out, to be filled with those of another day.
struct FeatureTemplate {
    private let bytes: [UInt8]
    /// Where `time` and where the dates among the properties were.
    private let cuts: (time: Int, dates: Int)

    /// Nil where the feature does not have the dates of the stamp, once each and in this order.
    init?(_ feature: [UInt8], _ stamp: Stamp) {
        guard let time = Self.firstIndex(of: stamp.time, in: feature, from: 0),
            let dates = Self.firstIndex(of: stamp.dates, in: feature, from: time + stamp.time.count)
        else { return nil }
        bytes =
            Array(feature[..<time]) + feature[(time + stamp.time.count)..<dates]
            + feature[(dates + stamp.dates.count)...]
        cuts = (time, dates - stamp.time.count)
    }

    func filled(_ stamp: Stamp) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + stamp.time.count + stamp.dates.count)
        out += bytes[..<cuts.time]
        out += stamp.time
        out += bytes[cuts.time..<cuts.dates]
        out += stamp.dates
        out += bytes[cuts.dates...]
        return out
    }

    func isSame(as other: FeatureTemplate) -> Bool { bytes == other.bytes && cuts == other.cuts }

    /// The dates of a snapshot as they stand in its features. A quotation mark inside a string is written with a backslash
    /// before it, so no name can look like them.
    struct Stamp {
        let time: [UInt8]
        let dates: [UInt8]

        init(_ snapshot: Snapshot, _ writer: GeoJSONWriter) {
            var json = JSONWriter()
            json.object { writer.time(snapshot, into: &$0) }
            time = Array(json.bytes.dropFirst().dropLast())
            json = JSONWriter()
            json.object { writer.times(snapshot, into: &$0) }
            dates = Array(json.bytes.dropFirst().dropLast())
        }
    }

    private static func firstIndex(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                var index = start
                while index + pattern.count <= bytes.count {
                    if bytes[index] == first, (1..<pattern.count).allSatisfy({ bytes[index + $0] == pattern[$0] }) {
                        return index
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
