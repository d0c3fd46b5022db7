/// Somebody's map tiles, which the page fetches from them as it is looked at.
package struct TileSource: Sendable {
    /// With `{z}`, `{x}` and `{y}`.
    package let address: String
    /// The credit line that they ask for.
    package let credit: String
    /// `https://tile.example.org`: the one origin that the page may ask for pictures.
    package let origin: String

    package enum Fault: Error, Sendable {
        case noWebAddress
        case noPlaceholder(String)
        case badHost
    }

    /// Takes `https://host[:port]/path`; characters that could end the page's policy are not taken in the host.
    package init(_ address: String, credit: String) throws(Fault) {
        guard let scheme = ["https://", "http://"].first(where: address.lowercased().hasPrefix) else {
            throw .noWebAddress
        }
        let host = address.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let isPlain = host.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2E || byte == 0x2D || byte == 0x3A
        }
        guard !host.isEmpty, isPlain else { throw .badHost }
        for placeholder in ["{z}", "{x}", "{y}"] where !address.contains(placeholder) {
            throw .noPlaceholder(placeholder)
        }
        self.address = address
        self.credit = credit
        origin = scheme + host.lowercased()
    }
}
