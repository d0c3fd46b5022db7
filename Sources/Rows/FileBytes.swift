import Glibc

/// Reads whole files and standard input.
package enum FileBytes {
    /// A larger file is refused with `RowFact.tooLarge`: 1 GiB.
    package static let limit = 1 << 30

    /// The bytes of the file at `path`, or of standard input for `-`.
    ///
    /// Throws `InputError`: not found, a folder, not readable, larger than `limit`.
    package static func read(_ path: String, limit: Int = FileBytes.limit) throws(InputError) -> [UInt8] {
        if path == "-" { return try drain(descriptor: STDIN_FILENO, name: "-", expected: 1 << 16, limit: limit) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw InputError(
                file: path, fact: errno == ENOENT || errno == ENOTDIR ? RowFact.notFound : systemFailure())
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw InputError(file: path, fact: systemFailure()) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw InputError(file: path, fact: RowFact.notAFile) }
        guard status.st_size <= limit else {
            throw InputError(file: path, fact: RowFact.tooLarge(bytes: Int(status.st_size), limit: limit))
        }
        return try drain(descriptor: descriptor, name: path, expected: Int(status.st_size), limit: limit)
    }

    /// True where a file or folder stands at `path`.
    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// True for /dev/null, /dev/stdout, a named pipe: what is written there is no file that has an ending.
    package static func isPipeOrDevice(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return path.hasPrefix("/dev/") || (status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR)
    }

    /// Pipes tell no size, so bytes are taken until there are no more.
    private static func drain(
        descriptor: Int32, name: String, expected: Int, limit: Int
    ) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected + 1)
        let chunk = 1 << 20
        var buffer = [UInt8](repeating: 0, count: min(chunk, max(expected + 1, 1 << 16)))
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw InputError(file: name, fact: systemFailure())
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw InputError(file: name, fact: RowFact.tooLarge(bytes: bytes.count + count, limit: limit))
            }
            bytes.append(contentsOf: buffer[0..<count])
        }
    }

    private static func systemFailure() -> RowFact {
        .notReadable(systemError: String(cString: strerror(errno)))
    }
}
