import Glibc

/// A folder with all its files, or none: it is made beside its place and moved there when it is whole.
package enum NewFolder {
    /// Makes `folder` with a file for each name. What stands there already stays, but for an empty folder.
    ///
    /// Throws `WriteError` under the names that were asked for, and what `bytes` throws; then, and where the program is told
    /// to stop, nothing is left behind.
    package static func make(_ folder: String, of names: [String], _ bytes: (String) throws -> [UInt8]) throws {
        let path = "\(folder).part-\(getpid())"
        func failure() -> WriteError { WriteError(file: folder, systemError: String(cString: strerror(errno))) }
        let draft = Draft(path)
        let files = names.map { Draft(path + "/" + $0) }
        defer { for one in files + [draft] { one.forget() } }
        guard mkdir(path, 0o755) == 0 else { throw failure() }
        do {
            for name in names {
                let bytes = try bytes(name)
                do throws(WriteError) {
                    try AtomicFile.write(bytes, to: path + "/" + name)
                } catch {
                    throw WriteError(file: folder + "/" + name, systemError: error.systemError)
                }
            }
            guard draft.move(to: folder) else { throw failure() }
        } catch {
            for file in files { file.remove() }
            rmdir(path)
            throw error
        }
    }
}
