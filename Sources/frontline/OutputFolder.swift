import Rows

/// The folder in which a file is to be written.
enum OutputFolder {
    /// Told before the work and not after it: the folder of `file` is not there. Nil and `-` are standard output.
    static func check(_ file: String?) throws {
        guard let file, file != "-" else { return }
        let folder = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
        guard !FileBytes.isFolder(folder) else { return }
        let shown = printable(folder)
        guard !FileBytes.exists(folder) else {
            throw Failure(.inputOutput, "\(printable(file)): \(shown) is no folder; name another one")
        }
        let quoted =
            "'" + shown.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
        throw Failure(
            .inputOutput,
            "\(printable(file)): the folder \(shown) is not there; make it first: mkdir -p \(quoted)")
    }
}
