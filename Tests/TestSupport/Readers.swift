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

    /// What `xmllint` (libxml2) says of a KML file by OGC's schema of KML 2.2, which comes with fastkml; nil, loudly, where
    /// either is not installed.
    package static func validateKML(_ file: String) throws -> Command? {
        let folder = try Command.other(
            "python", ["-c", "import fastkml, os; print(os.path.dirname(fastkml.__file__), end='')"])
        guard let folder, folder.status == 0 else {
            loudly("fastkml, which has the schema of KML, is not installed (make readers): its test is skipped")
            return nil
        }
        let schema = folder.text + "/schema/ogckml22.xsd"
        let answer = try Command.other("xmllint", ["--noout", "--nonet", "--schema", schema, file])
        if answer == nil { loudly("xmllint is not installed: its test is skipped") }
        return answer
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
