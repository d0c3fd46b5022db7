#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Index files: written whole or not at all, read by mapping.
package enum IndexFile {
    package struct FileError: Error, CustomStringConvertible {
        package let description: String

        init(_ action: String, _ path: String) {
            description = "\(path): cannot \(action): \(String(cString: strerror(errno)))"
        }
    }

    /// Maps an index file. Nothing is read but its header; pages come when they are used.
    package static func open(_ path: String, rules: MatchingRules = .standard) throws -> NameIndex {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError("open", path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileError("read", path) }
        let count = Int(status.st_size)
        guard count > 0 else { throw NameIndex.FormatError.notAnIndex }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw FileError("map", path)
        }
        nonisolated(unsafe) let mapping = start
        do {
            return try NameIndex(base: UnsafeRawPointer(start), count: count, rules: rules) { munmap(mapping, count) }
        } catch {
            munmap(start, count)
            throw error
        }
    }

    /// Writes an index beside its place and moves it there, so that no reader ever sees half of it.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let draft = path + ".\(getpid()).draft"
        let file = Glibc.open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileError("create", draft) }
        var done = 0
        var failed = false
        bytes.withUnsafeBytes { source in
            while done < source.count {
                let written = Glibc.write(file, source.baseAddress! + done, source.count - done)
                if written < 0 {
                    if errno == EINTR { continue }
                    failed = true
                    return
                }
                done += written
            }
        }
        if failed || fsync(file) != 0 || close(file) != 0 || rename(draft, path) != 0 {
            let error = FileError("write", path)
            unlink(draft)
            throw error
        }
    }
}
