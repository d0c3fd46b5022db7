package import Foundation

/// Runs the built command, as a user would.
package struct Command {
    package let arguments: [String]
    package let status: Int32
    package let output: Data
    package let errors: String

    package var text: String { String(decoding: output, as: UTF8.self) }

    /// The repository's root: where the README and the scenarios are.
    package static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// The folder of the products, which holds the test bundle and the command side by side.
    private static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()

    /// The path of a file of the repository.
    package static func file(_ path: String) -> String { root.appendingPathComponent(path).path }

    /// Where the built command is.
    package static var path: String { products.appendingPathComponent("frontline").path }

    /// Runs `frontline` with the arguments in `folder` (the root where none is given) and waits for its end.
    package static func run(
        _ arguments: [String], input: Data? = nil, folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Command {
        try execute(products.appendingPathComponent("frontline"), arguments, input: input, folder: folder, environment)
    }

    package static func run(_ arguments: String..., input: String? = nil) throws -> Command {
        try run(arguments, input: input.map { Data($0.utf8) })
    }

    /// Runs another program found on the path; nil where it is not installed.
    package static func other(_ program: String, _ arguments: [String]) throws -> Command? {
        let paths =
            [root.appendingPathComponent(".venv-readers/bin").path]
            + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
        guard let path = paths.map({ "\($0)/\(program)" }).first(where: FileManager.default.isExecutableFile) else {
            return nil
        }
        return try execute(URL(fileURLWithPath: path), arguments, input: nil, folder: nil, [:])
    }

    private static func execute(
        _ program: URL, _ arguments: [String], input: Data?, folder: URL?, _ environment: [String: String]
    ) throws -> Command {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder ?? root
        // Nothing of an earlier build is opened from the cache.
        process.environment = ProcessInfo.processInfo.environment.merging(["FRONTLINE_CACHE": "off"]) { $1 }
            .merging(environment) { $1 }
        // Files, not pipes: a pipe that nobody drains while the other is read would stop the program.
        let scratch = FileManager.default.temporaryDirectory
        let outputFile = scratch.appendingPathComponent(UUID().uuidString)
        let errorFile = scratch.appendingPathComponent(UUID().uuidString)
        let inputFile = scratch.appendingPathComponent(UUID().uuidString)
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        try (input ?? Data()).write(to: inputFile)
        defer { for file in [outputFile, errorFile, inputFile] { try? FileManager.default.removeItem(at: file) } }
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        try process.run()
        process.waitUntilExit()
        return Command(
            arguments: arguments, status: process.terminationStatus, output: try Data(contentsOf: outputFile),
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }
}
