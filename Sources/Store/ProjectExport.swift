import Rows

extension Project {
    /// Writes the files of the scenario into a new folder, each as it was taken in, with the reports that were added
    /// since as further lines of `reports.ndjson`. All of them or none. Returns their names.
    ///
    /// Throws `InputError`: something stands at `folder`, or a row is not what was written; `WriteError`.
    package func export(to folder: String) throws -> [String] {
        guard !FileBytes.exists(folder) else { throw InputError(file: folder, fact: ProjectFact.standsAlready) }
        let names = try translated { try files() }.filter { $0.role == .scenario }.map(\.name)
        // A name out of a stranger's file must not lead elsewhere.
        try NewFolder.make(folder, of: names.filter { !$0.contains("/") }) { name in
            try translated { try bytes(ofFile: name) }
        }
        return names.sorted()
    }
}
