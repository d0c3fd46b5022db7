import Glibc
import Rows
import Testing

@Suite struct LineStreamTests {
    private func lines(_ pieces: [String]) throws -> [String] {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        var stream = LineStream(descriptor: ends[0])
        var found: [String] = []
        for piece in pieces {
            let bytes = Array(piece.utf8)
            try #require(write(ends[1], bytes, bytes.count) == bytes.count)
            // A piece with an end of line is answered before the next one is written.
            if piece.utf8.contains(0x0A) { found += try stream.next()!.map { String(decoding: $0, as: UTF8.self) } }
        }
        close(ends[1])
        while let rest = try stream.next() { found += rest.map { String(decoding: $0, as: UTF8.self) } }
        return found
    }

    @Test func linesComeWhole() throws {
        #expect(try lines(["a\nb\n"]) == ["a", "b"])
        #expect(try lines(["a\nb", "c\r\n", "d"]) == ["a", "bc", "d"])
        #expect(try lines(["\n\nx\n"]) == ["", "", "x"])
        #expect(try lines([]) == [])
    }
}
