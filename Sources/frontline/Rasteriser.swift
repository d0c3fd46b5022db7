import Glibc
import Rows

/// Turns an SVG into a PNG with another program: what draws letters is large, and who needs no picture need not have it.
enum Rasteriser {
    private static let program = "rsvg-convert"

    /// The picture in the size that the SVG states.
    ///
    /// Throws `Failure`: 69 where the program is not installed, 70 where it fails.
    static func png(_ svg: [UInt8]) throws -> [UInt8] {
        // Files without a name, not pipes: a pipe that nobody drains while the other is filled would stop both.
        guard let input = tmpfile(), let output = tmpfile() else {
            throw Failure(.inputOutput, "no temporary file: \(String(cString: strerror(errno)))")
        }
        defer {
            fclose(input)
            fclose(output)
        }
        guard AtomicFile.writeAll(svg, to: fileno(input)), lseek(fileno(input), 0, SEEK_SET) == 0 else {
            throw Failure(.inputOutput, "a temporary file cannot be written: \(String(cString: strerror(errno)))")
        }
        var process = pid_t()
        let code = spawn(&process, input: fileno(input), output: fileno(output))
        guard code == 0 else {
            guard code == ENOENT else { throw failure("it cannot be started: \(String(cString: strerror(code)))") }
            throw Failure(
                .unavailable,
                "a PNG is made by rsvg-convert, which is not installed (Debian: apt install librsvg2-bin); or write to a "
                    + ".svg file, which needs nothing")
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        lseek(fileno(output), 0, SEEK_SET)
        let png = readAll(fileno(output))
        guard status == 0, png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
            throw failure("it ended with status \(status >> 8) after \(png.count) bytes")
        }
        return png
    }

    private static func spawn(_ process: inout pid_t, input: Int32, output: Int32) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup("--format"), strdup("png"), nil]
        defer { for argument in arguments { free(argument) } }
        return posix_spawnp(&process, program, &actions, nil, &arguments, environ)
    }

    private static func readAll(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count > 0 {
                bytes += piece[..<count]
            } else if count == 0 || errno != EINTR {
                return bytes
            }
        }
    }

    private static func failure(_ reason: String) -> Failure {
        Failure(.ourFault, "the PNG could not be made by \(program): \(reason); a .svg file needs no other program")
    }
}
