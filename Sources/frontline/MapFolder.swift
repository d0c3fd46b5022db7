import ArgumentParser
import Glibc
import Rows

/// The folder of a map, which stands whole or not at all: it is built beside its place and then put there.
struct MapFolder {
    /// As it was named, without slashes at its end.
    let name: String
    /// Where it stands; of a link, what it points to.
    private let path: String
    /// True where a map stands there already.
    private let replaces: Bool

    /// Throws `ValidationError` for what cannot be a folder.
    static func check(_ path: String) throws {
        guard !path.isEmpty, path != "-" else {
            throw ValidationError("-o '\(path)' is no folder; a map is many files, name a folder for them")
        }
    }

    /// Throws `Failure` where something else than a map stands there, before any work is done.
    init(_ path: String) throws {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        name = path
        // A link stays a link: the folder that it points to is replaced.
        self.path = AtomicFile.resolved(path) ?? path
        guard FileBytes.exists(self.path) else {
            replaces = false
            return
        }
        guard let names = Folder.names(in: self.path) else {
            throw Failure(.inputRejected, "\(printable(path)): is no folder; name a new one")
        }
        let isMap = names.isEmpty || Self.isMap(self.path)
        // All that stands there is replaced: nothing of the user's may be among it. The scripts of a map have had other
        // names in other versions.
        var other = names.first { !["code", "data", "index.html"].contains($0) }
        for folder in ["code", "data"] where other == nil {
            other = (Folder.names(in: "\(path)/\(folder)") ?? []).first {
                !$0.hasSuffix(".js") && !$0.hasSuffix(".css")
            }.map { "\(folder)/\($0)" }
        }
        guard isMap, other == nil else {
            throw Failure(
                .inputRejected,
                "\(printable(path)): holds other things than a map (\(printable(other ?? names[0]))); name a new or an "
                    + "empty folder")
        }
        replaces = true
    }

    private static func isMap(_ path: String) -> Bool {
        guard let bytes = try? FileBytes.read(path + "/data/map.js") else { return false }
        return String(decoding: bytes.prefix(200), as: UTF8.self).contains("\"format\":\"frontline-map\"")
    }

    /// Writes the files. ^C waits for the moment that it takes.
    func write(_ files: [(path: String, bytes: [UInt8])]) throws {
        var (stops, before) = (sigset_t(), sigset_t())
        sigemptyset(&stops)
        for stop in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&stops, stop) }
        pthread_sigmask(SIG_BLOCK, &stops, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        if let above = parent { try reportingFailures { try Folder.make(above) } }
        removeLeftovers()
        let draft = "\(path).part-\(getpid())"
        do {
            for folder in ["code", "data"] { try reportingFailures { try Folder.make(draft + "/" + folder) } }
            for file in files {
                try reportingFailures { try AtomicFile.write(file.bytes, to: draft + "/" + file.path, syncs: false) }
            }
            for file in files { AtomicFile.sync(draft + "/" + file.path) }
            try put(draft)
        } catch {
            Self.removeMap(draft)
            throw error
        }
    }

    private func put(_ draft: String) throws {
        let old = "\(path).part-\(getpid())-old"
        if replaces, rename(path, old) != 0, errno != ENOENT { throw failed() }
        guard rename(draft, path) == 0 else {
            let failure = failed()
            if replaces { rename(old, path) }
            throw failure
        }
        if replaces { Self.removeMap(old) }
    }

    private func failed() -> Failure {
        Failure(WriteError(file: path, systemError: String(cString: strerror(errno))))
    }

    private var parent: String? {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
        return String(path[..<slash])
    }

    /// Drafts of runs that were killed.
    private func removeLeftovers() {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let above = parent ?? (path.hasPrefix("/") ? "/" : ".")
        for other in Folder.names(in: above) ?? [] where other.hasPrefix(name + ".part-") {
            let number = other.dropFirst(name.count + 6).prefix { $0.isNumber }
            guard let process = pid_t(number), process != getpid(), kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            Self.removeMap(above + "/" + other)
        }
    }

    /// Removes the files that a map has, and the folders if that leaves them empty.
    private static func removeMap(_ path: String) {
        for folder in ["code", "data"] {
            for name in Folder.names(in: "\(path)/\(folder)") ?? [] { Folder.remove("\(path)/\(folder)/\(name)") }
            rmdir("\(path)/\(folder)")
        }
        Folder.remove(path + "/index.html")
        rmdir(path)
    }
}
