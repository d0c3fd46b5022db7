import Glibc
import Rows

/// How far a long job is, on one line of the terminal. Nothing where standard error is none.
struct ProgressBar {
    private static let width = 30

    private let total: Int
    private let isShown = Output.showsProgress
    private var percent = -1

    init(total: Int) { self.total = total }

    mutating func show(_ done: Int, _ what: String) {
        guard isShown, total > 0, done * 100 / total != percent else { return }
        percent = done * 100 / total
        let full = done * Self.width / total
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
        write("\r\(bar) \(done) of \(total)  \(what)\u{1B}[K")
    }

    /// Takes the line away.
    mutating func clear() {
        if isShown, percent >= 0 { write("\r\u{1B}[K") }
        percent = -1
    }

    private func write(_ text: String) { _ = AtomicFile.writeAll(Array(text.utf8), to: STDERR_FILENO) }
}
