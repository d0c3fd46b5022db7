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
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
            // A pipe or a device (/dev/stdout, /dev/null) cannot be replaced, only written to.
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure(path) }
            defer { close(descriptor) }
            guard writeAll(bytes, to: descriptor) else { throw failure(path) }
            return
        }
        // A link stays a link: what it points to is replaced.
        let path = resolved(path) ?? path
        // ^C waits for the few moments that this takes, so that no draft is left lying about.
        var (interrupts, before) = (sigset_t(), sigset_t())
        sigemptyset(&interrupts)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&interrupts, signal) }
        pthread_sigmask(SIG_BLOCK, &interrupts, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let temporary = "\(path).part-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        guard writeAll(bytes, to: descriptor), !syncs || fsync(descriptor) == 0 else {
            let error = failure(path)
            close(descriptor)
            unlink(temporary)
            throw error
        }
        guard close(descriptor) == 0, rename(temporary, path) == 0 else {
            let error = failure(path)
            unlink(temporary)
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

    /// As `write`, piece by piece, for what is too large to be held. What `body` throws leaves the old file as it was.
    package static func stream(to path: String, _ body: ((_ bytes: [UInt8]) throws -> Void) throws -> Void) throws {
        let path = resolved(path) ?? path
        var status = stat()
        // A pipe or a device cannot be replaced, only written to.
        let isReplaced = stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
        let target = isReplaced ? "\(path).part-\(getpid())" : path
        let descriptor = open(target, O_WRONLY | (isReplaced ? O_CREAT | O_TRUNC : 0) | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        do {
            defer { close(descriptor) }
            try body { bytes in if !writeAll(bytes, to: descriptor) { throw failure(path) } }
            if isReplaced, fsync(descriptor) != 0 { throw failure(path) }
        } catch {
            if isReplaced { unlink(target) }
            throw error
        }
        if isReplaced, rename(target, path) != 0 {
            let error = failure(path)
            unlink(target)
            throw error
        }
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
