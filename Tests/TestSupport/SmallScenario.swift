/// A scenario of a few places on a line, east of 37° E at 36.5° N and 0.05° apart: small enough to know the answer.
package struct SmallScenario {
    package var places: [(id: String, name: String, longitude: Double, latitude: Double)]
    package var reports: [String] = []
    package var actors = """
        id,name,names,side,parent,colour
        red,Red Army,Reds|الأحمر,red,,#CC0000
        redguard,Red Guard,,red,red,
        blue,Blue Front,,blue,,#0000CC
        green,Green Corps,,green,,#00CC00
        """
    package var sources = """
        id,name,kind,reliability,leaning,echoes,url
        monitor,Monitor,monitor,B,,,
        agency,Agency,news,B,,,
        paper,Paper,news,C,,,
        redtv,Red TV,party,D,red,,
        bluetv,Blue TV,party,D,blue,,
        relay,Relay,news,D,,monitor,
        rumour,Rumour,activist,E,,,
        """
    package static let header =
        "id,published_at,recorded_at,valid_from,place,actor,claim,against,extent,source,credibility,supersedes,evidence"

    package init(count: Int) {
        places = (0..<count).map { ("t:\($0)", "Place\(Self.letters($0))", 37 + 0.05 * Double($0), 36.5) }
    }

    /// PlaceA … PlaceZ, PlaceBA …
    private static func letters(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : letters(index / 26) + letter
    }

    /// Adds a report; place by position. Names of one letter are kept apart; where
    /// there are more places, their ids are written.
    package mutating func report(
        _ id: String, _ date: String, place: Int, _ actor: String, _ claim: String = "holds", against: String = "",
        source: String, credibility: Int = 2, published: String? = nil, recorded: String = "", extent: String = "",
        supersedes: String = "", evidence: String = ""
    ) {
        reports.append(
            "\(id),\(published ?? date),\(recorded),\(date),\(places.count <= 26 ? places[place].name : places[place].id),\(actor),\(claim),\(against),\(extent),\(source),\(credibility),\(supersedes),\(evidence)"
        )
    }

    /// Writes the folder and returns its path.
    package func write(to scratch: Scratch, name: String = "scenario") throws -> String {
        try scratch.write(([Self.header] + reports).joined(separator: "\n") + "\n", to: "\(name)/reports.csv")
        try scratch.write(actors + "\n", to: "\(name)/actors.csv")
        try scratch.write(sources + "\n", to: "\(name)/sources.csv")
        let rows = places.map { "\($0.id)\t\($0.name)\t\($0.longitude)\t\($0.latitude)\tvillage\ttest" }
        try scratch.write(
            (["id\ttitle\tlon\tlat\ttypes\tsources"] + rows).joined(separator: "\n") + "\n", to: "\(name)/places.tsv")
        return scratch.path + "/\(name)"
    }
}
