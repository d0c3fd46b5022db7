import Glibc

/// A file could not be written; nothing stands under its name that did not stand there before.
package struct WriteError: Error, Sendable {
    package let file: String
    package let systemError: String

    package init(file: String, systemError: String) {
        self.file = file
        self.systemError = systemError
    }
}

/// Writes a file so that a reader sees the old bytes or all of the new ones, never a part.
package enum AtomicFile {
    /// Writes beside the target, syncs, then renames: rename(2) replaces in one step. Without `syncs` a power cut may leave
    /// an empty file; for those who check what they find.
    package static func write(_ bytes: [UInt8], to path: String, syncs: Bool = true) throws(WriteError) {
        do {
            try stream(to: path, syncs: syncs) { try $0(bytes) }
        } catch let error as WriteError {
            throw error
        } catch {
            throw WriteError(file: path, systemError: "\(error)")
        }
    }

    /// As `write`, piece by piece, for what is too large to be held. What `body` throws leaves the old file as it was, and
    /// so does ^C.
    package static func stream(
        to path: String, syncs: Bool = true, _ body: ((_ bytes: [UInt8]) throws -> Void) throws -> Void
    ) throws {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
            // A pipe or a device (/dev/stdout, /dev/null) cannot be replaced, only written to.
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure(path) }
            defer { close(descriptor) }
            return try body { bytes in if !writeAll(bytes, to: descriptor) { throw failure(path) } }
        }
        // A link stays a link: what it points to is replaced.
        let path = resolved(path) ?? path
        let draft = Draft("\(path).part-\(getpid())")
        defer { draft.forget() }
        let descriptor = draft.open()
        guard descriptor >= 0 else { throw failure(path) }
        do {
            defer { close(descriptor) }
            try body { bytes in if !writeAll(bytes, to: descriptor) { throw failure(path) } }
            if syncs, fsync(descriptor) != 0 { throw failure(path) }
        } catch {
            draft.remove()
            throw error
        }
        if !draft.move(to: path) {
            let error = failure(path)
            draft.remove()
            throw error
        }
    }

    /// Sees to it that a file written without `syncs` outlives a power cut.
    package static func sync(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// The path without links and dots; nil where nothing stands there.
    package static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// False where the descriptor takes no more; `errno` says why.
    package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var offset = 0
        return bytes.withUnsafeBytes { buffer in
            while offset < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                offset += count
            }
            return true
        }
    }

    private static func failure(_ path: String) -> WriteError {
        WriteError(file: path, systemError: String(cString: strerror(errno)))
    }
}
