package import Geometry
import Glibc
import Rows

/// Keeps tessellations between runs, so that a second command on the same places opens what the first worked out.
///
/// The folder is `$XDG_CACHE_HOME/frontline`, else `~/.cache/frontline`; `FRONTLINE_CACHE=off` turns it off. A file is
/// named after what it was made of. Nothing depends on it: a file that is damaged, foreign or missing is made anew, and
/// one that cannot be written is not.
package enum TessellationCache {
    /// Below this working it out takes a few milliseconds, no longer than writing a file takes.
    package static let fewestSites = 5_000
    /// Only the newest files are kept, as many as this and no more bytes than this.
    package static let mostFiles = 16
    static let mostBytes = 256 << 20

    /// Raised when the same places come out as other cells.
    private static let method = "tessellation/1"
    private static let prefix = "tessellation-"

    /// The cells as ``Geometry/Tessellation`` makes them, opened from the cache where they lie there.
    package static func tessellation(
        sites: [Coordinate], area: MultiPolygon?, reachInMetres: Double?, folder: String? = folder
    ) throws(TessellationError) -> Tessellation {
        let isOnEarth = sites.allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 }
        guard sites.count >= fewestSites, isOnEarth, let folder else {
            return try Tessellation(sites: sites, area: area, reachInMetres: reachInMetres)
        }
        let key = key(sites, area, reachInMetres)
        let file = "\(folder)/\(prefix)\(key.dropFirst("sha256:".count).prefix(32))"
        if FileBytes.exists(file), let bytes = try? FileBytes.read(file),
            let kept = Tessellation(fileBytes: bytes, key: Array(key.utf8))
        {
            return kept
        }
        let made = try Tessellation(sites: sites, area: area, reachInMetres: reachInMetres)
        makeFolder(folder)
        try? AtomicFile.write(made.fileBytes(key: Array(key.utf8)), to: file)
        removeOldest(in: folder)
        return made
    }

    /// Nil where there is none to be used.
    package static var folder: String? {
        if let text = variable("FRONTLINE_CACHE"), ["off", "0", "no"].contains(text.lowercased()) { return nil }
        if let folder = variable("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder + "/frontline" }
        return variable("HOME").map { $0 + "/.cache/frontline" }
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// The cells follow from these alone, and all of them from the nearest points of the grid.
    private static func key(_ sites: [Coordinate], _ area: MultiPolygon?, _ reachInMetres: Double?) -> String {
        var digest = Digest()
        digest.line(method, reachInMetres.map { "\($0)" } ?? "", "\(sites.count)")
        digest.numbers(sites.lazy.flatMap { site in [GridPoint(site).x, GridPoint(site).y] })
        for polygon in area?.polygons ?? [] {
            digest.line("polygon")
            for ring in polygon.rings {
                digest.line("ring", "\(ring.count)")
                // As they are: a coordinate that is no number has no grid point.
                for c in ring {
                    digest.numbers(
                        [c.longitude.bitPattern, c.latitude.bitPattern].flatMap { bits in
                            [Int32(truncatingIfNeeded: bits >> 32), Int32(truncatingIfNeeded: bits)]
                        })
                }
            }
        }
        return digest.finish()
    }

    private static func makeFolder(_ folder: String) {
        // The parent too, for a new account.
        if let slash = folder.lastIndex(of: "/") { mkdir(String(folder[..<slash]), 0o700) }
        mkdir(folder, 0o700)
    }

    private static func removeOldest(in folder: String) {
        struct Kept {
            let name: String
            let changed: Int
            let size: Int
        }
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        var files: [Kept] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            guard name.hasPrefix(prefix), stat("\(folder)/\(name)", &status) == 0 else { continue }
            files.append(Kept(name: name, changed: status.st_mtim.tv_sec, size: Int(status.st_size)))
        }
        files.sort { ($1.changed, $0.name) < ($0.changed, $1.name) }
        var bytes = 0
        for (place, file) in files.enumerated() {
            bytes += file.size
            if place >= mostFiles || bytes > mostBytes { unlink("\(folder)/\(file.name)") }
        }
    }
}
