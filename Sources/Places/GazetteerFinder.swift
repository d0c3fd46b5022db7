import Glibc
package import Rows

/// Where the gazetteer is, asked for in the order that the documentation gives.
package enum GazetteerFinder {
    /// The gazetteer files to read: those of `path` where one is named, else of the first folder found among
    /// `$FRONTLINE_GAZETTEER`, `$XDG_DATA_HOME/frontline`, `$XDG_DATA_DIRS`, `../share/frontline` beside the program and
    /// `Gazetteer/` above it.
    ///
    /// Throws `InputError`: the named file or folder is missing, or nothing was found (the error lists what was tried).
    package static func files(named path: String?) throws(InputError) -> [String] {
        if let path {
            if let files = tables(at: path) { return files }
            let found = FileBytes.exists(path)
            throw InputError(file: path, fact: found ? GazetteerFact.noPlaces : RowFact.notFound)
        }
        // A variable that points nowhere is a mistake to tell, not to pass over.
        if let named = variable("FRONTLINE_GAZETTEER") {
            do throws(InputError) {
                return try files(named: named)
            } catch {
                throw InputError(file: "FRONTLINE_GAZETTEER=\(named)", fact: error.fact)
            }
        }
        // What is no folder is something else of that name: the program itself, perhaps.
        for candidate in candidates() where FileBytes.isFolder(candidate) {
            if let files = tables(at: candidate) { return files }
        }
        throw InputError(file: "gazetteer", fact: GazetteerFact.gazetteerNotFound(tried: candidates()))
    }

    private static func candidates() -> [String] {
        var list: [String] = []
        let home = variable("HOME")
        if let data = variable("XDG_DATA_HOME") ?? home.map({ $0 + "/.local/share" }) {
            list.append(data + "/frontline")
        }
        for folder in (variable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share").split(separator: ":")
        // A path that hangs on where one stands is passed over, as the standard asks.
        where folder.hasPrefix("/") {
            list.append((folder.hasSuffix("/") ? folder.dropLast() : folder) + "/frontline")
        }
        var folders = programFolder().split(separator: "/").map(String.init)
        list.append("/" + (folders.dropLast() + ["share", "frontline"]).joined(separator: "/"))
        while !folders.isEmpty {
            list.append("/" + (folders + ["Gazetteer"]).joined(separator: "/"))
            folders.removeLast()
        }
        return list
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func programFolder() -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return "" }
        let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// The file itself; of a folder, itself where it holds places.tsv and names.tsv, else its tables sorted by name, else
    /// its index files; nil where there are none.
    private static func tables(at path: String) -> [String]? {
        guard FileBytes.exists(path) else { return nil }
        guard FileBytes.isFolder(path) else { return [path] }
        if GazetteerFormat.isGazetteerFolder(path) { return [path] }
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        for ending in [[".tsv", ".csv"], [".index"]] {
            let found = names.filter { name in ending.contains { name.hasSuffix($0) } }
            if !found.isEmpty { return found.sorted().map { path + "/" + $0 } }
        }
        return nil
    }
}
