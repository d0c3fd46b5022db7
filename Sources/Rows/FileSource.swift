/// Where files stand that belong together: in a folder on the disk, or in a project that holds them.
///
/// A file's path is the folder's or the project's, a slash, and its name: messages name it so, wherever it stands.
package protocol FileSource: Sendable {
    func exists(_ path: String) -> Bool

    /// The bytes of the file. Throws `InputError`: not found, not readable, damaged, larger than the limit.
    func read(_ path: String, limit: Int) throws(InputError) -> [UInt8]

    /// Tables that stand for the usual gazetteer; none on the disk, where it is looked for.
    var keptGazetteer: [String] { get }
}

extension FileSource {
    package func read(_ path: String) throws(InputError) -> [UInt8] { try read(path, limit: FileBytes.limit) }
}

/// Files as they stand.
package struct Disk: FileSource {
    package init() {}

    package func exists(_ path: String) -> Bool { FileBytes.exists(path) }

    package func read(_ path: String, limit: Int) throws(InputError) -> [UInt8] {
        try FileBytes.read(path, limit: limit)
    }

    package var keptGazetteer: [String] { [] }
}
