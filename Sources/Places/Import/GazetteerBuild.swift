package import Rows

/// Reads gazetteers of any format into one index.
package final class GazetteerBuild {
    /// What came of one source.
    package struct SourceCount: Sendable {
        package let path: String
        package let format: GazetteerFormat
        package let places: Int
        package let names: Int
        package let skipped: Int
    }

    package private(set) var sources: [SourceCount] = []
    package private(set) var problems = ProblemList()
    /// Kinds to keep; empty = all.
    package var kinds: Set<PlaceKind> = []
    /// Called now and then with what is done of a file, 0...1.
    package var progress: ((_ path: String, _ share: Double) -> Void)?
    private let builder = IndexBuilder()

    package init() {}

    package var placeCount: Int { builder.placeCount }
    package var nameCount: Int { builder.nameCount }

    /// Reads a source to its end. Rows that cannot be used are skipped and stand in ``problems``.
    ///
    /// Throws `InputError`: not there, not readable, of no known format, without a usable row.
    package func add(_ path: String, format named: GazetteerFormat? = nil) throws(InputError) {
        guard FileBytes.exists(path) else { throw InputError(file: path, fact: RowFact.notFound) }
        var guessed = named
        if guessed == nil { guessed = try GazetteerFormat.guess(path) }
        guard let format = guessed else {
            if FileBytes.isFolder(path) { return try addFolder(path) }
            throw InputError(
                file: path, fact: GazetteerFact.unknownFormat(known: GazetteerFormat.allCases.map(\.rawValue)))
        }
        let (placesBefore, namesBefore, skippedBefore) = (builder.placeCount, builder.nameCount, problems.skipped)
        let input = SourceInput(
            builder: builder, path: path, gazetteer: format.gazetteer ?? Self.name(of: path), kinds: kinds,
            progress: progress.map { report in { report(path, $0) } })
        switch format {
        case .table: try TableSource.read(input)
        case .geonames: try GeoNamesSource.read(input)
        case .wof: try WhosOnFirstSource.read(input)
        case .cod: try CODSource.read(input)
        case .folder: try FolderSource.read(input)
        case .index: try IndexSource.read(input)
        }
        problems.add(input.problems)
        guard builder.placeCount > placesBefore else {
            throw InputError(file: path, fact: input.problems.kept.first?.fact ?? GazetteerFact.noPlaces)
        }
        if let licence = format.licence, !builder.notes.contains(licence) { builder.notes.append(licence) }
        sources.append(
            SourceCount(
                path: path, format: format, places: builder.placeCount - placesBefore,
                names: builder.nameCount - namesBefore, skipped: problems.skipped - skippedBefore))
    }

    /// A folder of tables, in the order of their names.
    private func addFolder(_ path: String) throws(InputError) {
        let files = try GazetteerFinder.files(named: path)
        for file in files { try add(file) }
    }

    /// The index as bytes, the same for the same sources in the same order.
    package func finish(merging: Bool = true) -> [UInt8] {
        if merging { PlaceMerger(builder).merge() }
        return builder.finish()
    }

    private static func name(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    }
}

/// Where a source puts what it reads.
final class SourceInput {
    let builder: IndexBuilder
    let path: String
    let gazetteer: String
    var problems = ProblemList()
    private let kinds: Set<PlaceKind>
    private let progress: ((Double) -> Void)?
    private var linesOfIDs: [UInt64: Int32] = [:]

    init(
        builder: IndexBuilder, path: String, gazetteer: String, kinds: Set<PlaceKind>, progress: ((Double) -> Void)?
    ) {
        self.builder = builder
        self.path = path
        self.gazetteer = gazetteer
        self.kinds = kinds
        self.progress = progress
    }

    func wants(_ kind: PlaceKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }

    func skip(_ line: Int, _ fact: any ProblemFact) {
        problems.add(Problem(file: path, line: line, effect: .skipped, fact: fact))
    }

    func done(_ share: Double) { progress?(share) }

    /// Notes an id; the line where it stood before, if it did.
    func lineOfFirst(id: [UInt8], line: Int) -> Int? {
        let hash = id.withUnsafeBufferPointer { $0.isEmpty ? 0 : Hash.bytes($0.baseAddress!, $0.count) }
        if let first = linesOfIDs[hash] { return Int(first) }
        linesOfIDs[hash] = Int32(clamping: line)
        return nil
    }
}

/// Problems: all counted, the first thousand kept.
package struct ProblemList: Sendable {
    package static let limit = 1000
    package private(set) var kept: [Problem] = []
    package private(set) var skipped = 0
    package private(set) var count = 0

    package init() {}

    package mutating func add(_ problem: Problem) {
        count += 1
        if problem.effect == .skipped { skipped += 1 }
        if kept.count < Self.limit { kept.append(problem) }
    }

    package mutating func add(_ other: ProblemList) {
        kept += other.kept.prefix(max(0, Self.limit - kept.count))
        count += other.count
        skipped += other.skipped
    }
}
