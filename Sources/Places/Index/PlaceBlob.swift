import Geometry

/// The rest of a place as bytes: what an index holds beside the records for the matcher.
struct PlaceBlob {
    var kind = ""
    var uncertaintyInMetres = 0.0
    var population: Int?
    var parent: String?
    var district: PlaceUnit?
    var region: PlaceUnit?
    var otherIDs: [String] = []
    var sources: [String] = []
    var attestations: [Attestation] = []
    /// Ids of places that may be the same one, left apart for people to judge.
    var doubles: [String] = []
    var line = 0
    var shape = PlaceShape.point
    var origins = PlaceOrigins()

    /// - Parameter word: the number of a word that many places use; 0 is no word.
    func write(to blob: inout BlobWriter, word: (String) -> Int) {
        blob.number(word(kind))
        blob.number(Int((min(max(uncertaintyInMetres, 0), 1e12) * 10).rounded()))
        blob.number(population.map { $0 + 1 } ?? 0)
        blob.number(parent.map(word) ?? 0)
        for unit in [district, region] {
            blob.number(unit.map { word($0.id) } ?? 0)
            blob.number(unit.map { word($0.name) } ?? 0)
        }
        blob.number(line)
        blob.number(otherIDs.count)
        for id in otherIDs { blob.text(id) }
        blob.number(sources.count)
        for source in sources { blob.number(word(source)) }
        blob.number(attestations.count)
        for attestation in attestations {
            blob.text(attestation.id)
            blob.number(word(attestation.gazetteer))
            ShapeBlob.write(attestation.coordinate, to: &blob)
        }
        blob.number(doubles.count)
        for id in doubles { blob.text(id) }
        ShapeBlob.write(shape, to: &blob)
        // Most gazetteers say none of it: then it takes no byte.
        guard origins != PlaceOrigins() else { return }
        for text in [origins.name, origins.position, origins.start, origins.countries] { blob.number(word(text)) }
    }

    init() {}

    /// From behind the uncertainty to the other ids: population, parent, two units, and the line.
    static func skipToIDs(_ blob: inout BlobReader) {
        for _ in 0..<7 { _ = blob.number() }
    }

    init(_ blob: inout BlobReader, word: (Int) -> String) {
        kind = word(blob.number())
        uncertaintyInMetres = Double(blob.number()) / 10
        let people = blob.number()
        population = people > 0 ? people - 1 : nil
        let parent = blob.number()
        self.parent = parent > 0 ? word(parent) : nil
        func unit(_ id: Int, _ name: Int) -> PlaceUnit? {
            id == 0 && name == 0 ? nil : PlaceUnit(id: word(id), name: word(name))
        }
        district = unit(blob.number(), blob.number())
        region = unit(blob.number(), blob.number())
        line = blob.number()
        otherIDs = (0..<blob.count()).map { _ in blob.text() }
        sources = (0..<blob.count()).map { _ in word(blob.number()) }
        attestations = (0..<blob.count()).map { _ in
            Attestation(
                id: blob.text(), gazetteer: word(blob.number()), coordinate: ShapeBlob.coordinate(&blob))
        }
        doubles = (0..<blob.count()).map { _ in blob.text() }
        shape = ShapeBlob.shape(&blob)
        guard !blob.isAtEnd else { return }
        origins.name = word(blob.number())
        origins.position = word(blob.number())
        origins.start = word(blob.number())
        origins.countries = word(blob.number())
    }
}

/// Lines and areas as bytes, on the grid of 10⁻⁷ degrees.
enum ShapeBlob {
    static func write(_ coordinate: Coordinate, to blob: inout BlobWriter) {
        blob.signed(Int((coordinate.longitude * 1e7).rounded()))
        blob.signed(Int((coordinate.latitude * 1e7).rounded()))
    }

    static func coordinate(_ blob: inout BlobReader) -> Coordinate {
        // A damaged number must not become a place on no Earth.
        func degrees(_ limit: Double) -> Double { min(max(Double(blob.signed()) / 1e7, -limit), limit) }
        return Coordinate(longitude: degrees(180), latitude: degrees(90))
    }

    static func write(_ shape: PlaceShape, to blob: inout BlobWriter) {
        func write(_ line: [Coordinate]) {
            blob.number(line.count)
            for coordinate in line { self.write(coordinate, to: &blob) }
        }
        switch shape {
        case .point: blob.number(0)
        case .line(let line):
            blob.number(1)
            write(line)
        case .area(let area):
            blob.number(2)
            blob.number(area.polygons.count)
            for polygon in area.polygons {
                blob.number(polygon.rings.count)
                for ring in polygon.rings { write(ring) }
            }
        }
    }

    static func shape(_ blob: inout BlobReader) -> PlaceShape {
        func line() -> [Coordinate] { (0..<blob.count()).map { _ in coordinate(&blob) } }
        switch blob.number() {
        case 1:
            let line = line()
            return blob.isBroken || line.count < 2 ? .point : .line(line)
        case 2:
            let polygons = (0..<blob.count()).map { _ in Polygon(rings: (0..<blob.count()).map { _ in line() }) }
            let isSound = polygons.allSatisfy { polygon in
                !polygon.rings.isEmpty && polygon.rings.allSatisfy { $0.count >= 4 && $0.first == $0.last }
            }
            return blob.isBroken || polygons.isEmpty || !isSound ? .point : .area(MultiPolygon(polygons: polygons))
        default: return .point
        }
    }
}
