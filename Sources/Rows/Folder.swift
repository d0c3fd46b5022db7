import Glibc

/// Folders of files.
package enum Folder {
    /// The names in it, sorted, without `.` and `..`; nil where it cannot be read.
    package static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes the folder and those above it that are missing.
    package static func make(_ path: String) throws(WriteError) {
        if FileBytes.isFolder(path) { return }
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        var made = path.hasPrefix("/") ? "" : "."
        for part in parts {
            made += "/" + part
            guard mkdir(made, 0o777) == 0 || errno == EEXIST else {
                throw WriteError(file: path, systemError: String(cString: strerror(errno)))
            }
        }
        guard FileBytes.isFolder(path) else { throw WriteError(file: path, systemError: "a file stands there") }
    }

    package static func remove(_ path: String) { unlink(path) }
}
