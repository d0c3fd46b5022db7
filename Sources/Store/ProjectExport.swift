import Glibc
import Rows

extension Project {
    /// Writes the files of the scenario into a new folder, each as it was taken in, with the reports that were added
    /// since as further lines of `reports.ndjson`. All of them or none. Returns their names.
    ///
    /// Throws `InputError`: something stands at `folder`, or a row is not what was written; `WriteError`.
    package func export(to folder: String) throws -> [String] {
        guard !FileBytes.exists(folder) else { throw InputError(file: folder, fact: ProjectFact.standsAlready) }
        let names = try translated { try files() }.filter { $0.role == .scenario }.map(\.name)
        let draft = "\(folder).part-\(getpid())"
        func failure() -> WriteError { WriteError(file: folder, systemError: String(cString: strerror(errno))) }
        guard mkdir(draft, 0o755) == 0 else { throw failure() }
        do {
            // A name out of a stranger's file must not lead elsewhere.
            for name in names where !name.contains("/") {
                let held = try translated { try bytes(ofFile: name) }
                try AtomicFile.write(held, to: draft + "/" + name)
            }
            // rename(2) takes an empty folder's place, but no other's.
            guard rename(draft, folder) == 0 else { throw failure() }
        } catch {
            for name in names where !name.contains("/") { unlink(draft + "/" + name) }
            rmdir(draft)
            throw error
        }
        return names.sorted()
    }
}
