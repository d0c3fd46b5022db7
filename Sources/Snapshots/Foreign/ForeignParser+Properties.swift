import Rows

extension ForeignParser {
    /// Reads the properties of a feature and keeps those that tell of a holder.
    mutating func properties(of number: Int) throws {
        _ = scanner.peek()
        let start = scanner.position
        guard scanner.peek() == UInt8(ascii: "{") else {
            throw Located(.wrongMember(name: "properties", expected: "an object or null"), at: start)
        }
        var count = 0
        var members = try scanner.openObject()
        while let name = try scanner.nextMember(&members) {
            count += 1
            guard count <= Self.propertyLimit else {
                throw Located(.tooManyProperties(limit: Self.propertyLimit), at: start)
            }
            guard name.utf8.count <= Self.nameLimit else {
                throw Located(.longName(bytes: name.utf8.count, limit: Self.nameLimit), at: start)
            }
            if propertyNames.count < 64 { propertyNames.insert(name) }
            try property(name, of: number)
        }
    }

    private mutating func property(_ name: String, of number: Int) throws {
        switch name {
        case "feature_type": features[number].featureType = try text()
        case "place_id": features[number].placeID = try text()
        case "holders": features[number].holders = try scanner.value().array?.compactMap(\.string) ?? []
        case "_umap_options":
            // uMap keeps the colour of a shape, which is the layer that it belongs to, in an object of its own.
            if let colour = try scanner.value()["color"]?.string, let rank = HolderProperty.rank(of: "color") {
                features[number].candidates.append((rank, colour))
            }
        default:
            let isAsked = name == options.holderProperty
            guard isAsked || HolderProperty.rank(of: name) != nil else { return try scanner.skip() }
            guard let value = try text() else { return }
            if name == "status" { features[number].status = value }
            if name == "name" { features[number].name = value }
            if isAsked {
                features[number].candidates.append((Self.askedRank, value))
            }
            if let rank = HolderProperty.rank(of: name) { features[number].candidates.append((rank, value)) }
        }
    }

    /// The rank of the property that was asked for.
    static let askedRank = -1

    /// A text or a number as it was written; nil, and passed over, for anything else.
    private mutating func text() throws -> String? {
        switch scanner.peek() {
        case UInt8(ascii: "\""): return try scanner.string()
        case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
            guard case .number(_, let text) = try scanner.value() else { return nil }
            return text
        default:
            try scanner.skip()
            return nil
        }
    }
}
