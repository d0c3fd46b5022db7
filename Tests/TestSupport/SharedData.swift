package import Foundation

/// Data that is not part of the project but may lie beside it, in `../shared/data`.
package enum SharedData {
    /// The file or folder, or nil, loudly, where it is missing.
    package static func url(_ path: String) -> URL? {
        let url = Command.root.deletingLastPathComponent().appendingPathComponent("shared/data/\(path)")
        guard FileManager.default.fileExists(atPath: url.path) else {
            Readers.loudly("../shared/data/\(path) is missing: its test is skipped")
            return nil
        }
        return url
    }
}
