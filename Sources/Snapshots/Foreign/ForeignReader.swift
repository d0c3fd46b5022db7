package import Rows

/// How a foreign map is to be read.
package struct ForeignOptions: Sendable {
    /// The property that names the holder; nil to guess.
    package var holderProperty: String?
    /// The holder of all land, whatever the properties say.
    package var holder: String?
    /// Positions are [lat, lon].
    package var swapsAxes: Bool
    package var maximumBytes: Int

    package init(
        holderProperty: String? = nil, holder: String? = nil, swapsAxes: Bool = false,
        maximumBytes: Int = ForeignLimits.bytes
    ) {
        self.holderProperty = holderProperty
        self.holder = holder
        self.swapsAxes = swapsAxes
        self.maximumBytes = maximumBytes
    }
}

/// Reads maps of control that others made: GeoJSON (RFC 7946, and the older kind with `crs`) as a FeatureCollection, a
/// Feature, a geometry, or Features one by one (GeoJSONSeq, RFC 8142).
package enum ForeignReader {
    /// The map in the file, or on standard input for `-`.
    ///
    /// What has one plain meaning is repaired and counted in the map's `repairs`; what has not is refused.
    ///
    /// Throws `InputError` with the line. Linear in the bytes.
    package static func read(_ path: String, _ options: ForeignOptions = ForeignOptions()) throws(InputError)
        -> ForeignMap
    {
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = try FileBytes.read(path, limit: options.maximumBytes)
        } catch {
            guard case RowFact.tooLarge(let size, let limit) = error.fact else { throw error }
            throw InputError(file: path, fact: ForeignFact.tooLarge(bytes: size, limit: limit))
        }
        return try map(of: bytes, file: path, options)
    }

    /// The map in the bytes of a file of that name.
    package static func map(
        of bytes: [UInt8], file: String, _ options: ForeignOptions = ForeignOptions()
    ) throws(InputError) -> ForeignMap {
        if let fact = fault(ofFirst: bytes) { throw InputError(file: file, fact: fact) }
        let answer: Result<ForeignMap, InputError> = bytes.withUnsafeBufferPointer { buffer in
            var parser = ForeignParser(buffer, options)
            do {
                try parser.run()
                return .success(try ForeignMap(parser, file: file, options))
            } catch let error as JSONError {
                let line = Lines(buffer, upTo: error.offset)
                return .failure(
                    InputError(
                        file: file, line: line.number,
                        fact: ForeignFact.notJSON(reason: error.reason, column: line.column)))
            } catch let error as Located {
                return .failure(
                    InputError(file: file, line: Lines(buffer, upTo: error.offset).number, fact: error.fact))
            } catch let error as InputError {
                return .failure(error)
            } catch {
                return .failure(InputError(file: file, fact: ForeignFact.notText(kind: "unreadable (\(error))")))
            }
        }
        return try answer.get()
    }

    /// What is no text at all has clearer words than the first byte that is no JSON.
    private static func fault(ofFirst bytes: [UInt8]) -> ForeignFact? {
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) { return .empty }
        switch (bytes[0], bytes.count > 1 ? bytes[1] : 0x20) {
        case (0x1F, 0x8B): return .notText(kind: "compressed by gzip")
        case (0x50, 0x4B): return .notText(kind: "a zip archive")
        case (0xFF, 0xFE), (0xFE, 0xFF), (0, _), (_, 0): return .notText(kind: "UTF-16 or binary")
        case (UInt8(ascii: "<"), _): return .notText(kind: "HTML or XML")
        default: return nil
        }
    }

    /// A place in the file as an editor counts it, from 1.
    private struct Lines {
        let number: Int
        let column: Int

        init(_ bytes: UnsafeBufferPointer<UInt8>, upTo offset: Int) {
            let before = bytes[..<min(offset, bytes.count)]
            number = 1 + before.count { $0 == 0x0A }
            column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        }
    }
}
