import Foundation
import TestSupport
import Testing

/// Some thousand hostile files through every reader: `Hostile/hostile.py`, which says what it looks at.
@Suite struct HostileFilesTests {
    @Test func noReaderCrashesHangsOrAcceptsWhatItMustNot() throws {
        #if DEBUG
            let seconds = "20"
        #else
            let seconds = "2"
        #endif
        let script = Command.file("Tests/frontlineTests/Hostile/hostile.py")
        guard let answer = try Command.other("python3", [script, Command.path, "--seconds", seconds]) else {
            return Readers.loudly("python3 is not installed: its test is skipped")
        }
        #expect(answer.status == 0, "\(answer.text)\(answer.errors)")
        #expect(answer.text.contains(" runs, 0 wrong; "), "\(answer.text)\(answer.errors)")
    }
}
