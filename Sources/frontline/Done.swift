import Formats
import Rows

/// What a command did that writes files: a sentence for people, which `--quiet` leaves out; under `--json` the facts, an
/// object on standard output.
struct Done {
    private enum Fact {
        case text(String)
        case count(Int)
        case texts([String])
    }

    private let sentence: String?
    private var facts: [(name: String, fact: Fact)] = []

    /// Nil where people see by the file itself what was done.
    init(_ sentence: String? = nil) { self.sentence = sentence }

    func with(_ name: String, _ text: String?) -> Done { adding(name, text.map { .text($0) }) }

    func with(_ name: String, _ count: Int) -> Done { adding(name, .count(count)) }

    func with(_ name: String, _ texts: [String]) -> Done { adding(name, .texts(texts)) }

    private func adding(_ name: String, _ fact: Fact?) -> Done {
        var more = self
        if let fact { more.facts.append((name, fact)) }
        return more
    }

    /// Not for a result that was itself written to standard output: that stands there alone.
    func tell() throws {
        guard Output.isJSON else {
            if let sentence { Output.tell(sentence) }
            return
        }
        var json = JSONWriter()
        json.object { json in
            for (name, fact) in facts {
                json.key(name)
                switch fact {
                case .text(let text): json.string(text)
                case .count(let count): json.integer(count)
                case .texts(let texts): json.array { json in for text in texts { json.string(text) } }
                }
            }
        }
        try Output.data(json.bytes + [0x0A])
    }
}
