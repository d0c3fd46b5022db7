import Rows

/// Elements of SVG, written in the order in which they are told.
struct SVG {
    private(set) var text = ""

    /// An element without content. What stands in the attributes is ours: a stranger's text is told by `words`.
    mutating func draw(_ name: StaticString, _ attributes: KeyValuePairs<String, String>) {
        draw(name, pairs: attributes.map { ($0.key, $0.value) })
    }

    mutating func draw(_ name: StaticString, pairs: [(String, String)]) {
        text += "<\(name)\(Self.attributes(pairs))/>\n"
    }

    mutating func group(
        _ name: StaticString, _ attributes: KeyValuePairs<String, String>, _ body: (inout SVG) -> Void
    ) {
        text += "<\(name)\(Self.attributes(attributes.map { ($0.key, $0.value) }))>\n"
        body(&self)
        text += "</\(name)>\n"
    }

    /// An element whose content is a text of whatever origin.
    mutating func words(_ name: StaticString, _ attributes: KeyValuePairs<String, String>, _ words: String) {
        self.words(name, pairs: attributes.map { ($0.key, $0.value) }, words)
    }

    mutating func words(_ name: StaticString, pairs attributes: [(String, String)], _ words: String) {
        text += "<\(name)\(Self.attributes(attributes))>\(XMLText.escaped(words))</\(name)>\n"
    }

    private static func attributes(_ pairs: [(String, String)]) -> String {
        pairs.map { " \($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
    }

    static func hundredths(_ value: Double) -> String { Decimals.shortest(value, decimals: 2) }

    /// At most one digit after the point: a tenth of a pixel.
    static func number(_ value: Double) -> String { Decimals.shortest(value, decimals: 1) }
}
