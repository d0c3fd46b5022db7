import Foundation

/// Other people's programs as independent readers of what we write.
package enum Readers {
    /// What `ogrinfo` (GDAL) says of a file, or nil, loudly, where it is not installed.
    package static func ogrinfo(_ file: String) throws -> Command? {
        let answer = try Command.other("ogrinfo", ["-ro", "-so", "-al", file])
        if answer == nil { loudly("ogrinfo is not installed: its test is skipped") }
        return answer
    }

    /// Runs a Python script with geopandas, or returns nil, loudly, where there is none.
    package static func geopandas(_ script: String, _ arguments: [String]) throws -> Command? {
        let probe = try Command.other("python", ["-c", "import geopandas"])
        guard probe?.status == 0 else {
            loudly("geopandas is not installed (make readers): its test is skipped")
            return nil
        }
        return try Command.other("python", ["-c", script] + arguments)
    }

    /// Runs a Python script that opens pages in headless Chromium, or returns nil, loudly, where there is no such browser.
    package static func chromium(_ script: String, _ arguments: [String]) throws -> Command? {
        guard try Command.other("chromium", ["--version"])?.status == 0,
            try Command.other("python3", ["--version"])?.status == 0
        else {
            loudly("chromium is not installed (make readers): its test is skipped")
            return nil
        }
        return try Command.other("python3", [script] + arguments)
    }

    package static func loudly(_ text: String) {
        FileHandle.standardError.write(Data("\n*** SKIPPED: \(text)\n".utf8))
    }
}
