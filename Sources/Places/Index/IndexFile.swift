import Glibc
package import Rows

/// Index files: written whole or not at all, read by mapping.
package enum IndexFile {
    /// Maps an index file and checks that no record in it points anywhere outside, and that its bytes are those that were
    /// written: a bit that fell over would move a village without a word. Reads the whole file once.
    ///
    /// Throws `InputError`: not there, not readable, not an index, of another version or other rules, cut, damaged.
    package static func open(_ path: String, rules: MatchingRules = .standard) throws(InputError) -> NameIndex {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw InputError(file: path, fact: failure()) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw InputError(file: path, fact: failure()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw InputError(file: path, fact: RowFact.notAFile) }
        let count = Int(status.st_size)
        guard count > 0 else { throw InputError(file: path, fact: NameIndex.FormatError.notAnIndex) }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw InputError(file: path, fact: failure())
        }
        nonisolated(unsafe) let mapping = start
        let broken: String?
        do {
            let index = try NameIndex(base: UnsafeRawPointer(start), count: count, rules: rules) {
                munmap(mapping, count)
            }
            broken = index.brokenSections().first
            if broken == nil { return index }
        } catch {
            munmap(start, count)
            throw InputError(file: path, fact: error)
        }
        throw InputError(file: path, fact: NameIndex.FormatError.damaged(section: broken ?? ""))
    }

    /// Whether the file begins as an index does. False too where it cannot be read.
    package static func isIndex(_ path: String) -> Bool {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return false }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var magic: UInt64 = 0
        return pread(file, &magic, 8, 0) == 8 && magic == IndexHeader.magic
    }

    /// Writes an index beside its place and moves it there, so that no reader ever sees half of it.
    package static func write(_ bytes: [UInt8], to path: String) throws(WriteError) {
        try AtomicFile.write(bytes, to: path)
    }

    private static func failure() -> RowFact {
        errno == ENOENT || errno == ENOTDIR ? .notFound : .notReadable(systemError: String(cString: strerror(errno)))
    }
}
