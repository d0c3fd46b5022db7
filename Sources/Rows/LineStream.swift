import Glibc

/// The lines of standard input, as they come: whoever writes them slowly is answered at once.
package struct LineStream {
    private var rest: [UInt8] = []
    private var isAtEnd = false
    private let descriptor: Int32
    private let chunkSize = 1 << 20

    package init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

    /// The whole lines of the next piece of input, without their ends, or nil where there are no more. A last line needs
    /// no end; a carriage return before the end belongs to it.
    ///
    /// Throws `InputError`: not readable, or a line longer than `FileBytes.limit`.
    package mutating func next() throws(InputError) -> [ArraySlice<UInt8>]? {
        while !isAtEnd {
            var chunk = [UInt8](repeating: 0, count: chunkSize)
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                let reason = String(cString: strerror(errno))
                throw InputError(file: "-", fact: RowFact.notReadable(systemError: reason))
            }
            guard count > 0 else {
                isAtEnd = true
                break
            }
            guard rest.count + count <= FileBytes.limit else {
                throw InputError(
                    file: "-", fact: RowFact.tooLarge(bytes: rest.count + count, limit: FileBytes.limit))
            }
            guard let end = chunk[..<count].lastIndex(of: 0x0A) else {
                rest += chunk[..<count]
                continue
            }
            let whole = rest + chunk[..<end]
            rest = Array(chunk[(end + 1)..<count])
            return Self.lines(whole)
        }
        guard !rest.isEmpty else { return nil }
        defer { rest = [] }
        return Self.lines(rest)
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    }
}
