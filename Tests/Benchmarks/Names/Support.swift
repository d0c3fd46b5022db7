import Places
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

func readFile(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { fatalError("\(path): cannot open") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file)
    rewind(file)
    var bytes = [UInt8](repeating: 0, count: count)
    let done = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, count, file) }
    precondition(done == count)
    return bytes
}

/// Lines of a TSV file as strings, without its header.
func readTable(_ path: String, header: Bool = true) -> [[String]] {
    let lines = String(decoding: readFile(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
    return lines.dropFirst(header ? 1 : 0).map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}

/// Rows of a CSV file by column name.
func readCSV(_ path: String) -> [[String: String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var quoted = false
    let bytes = readFile(path)
    var place = 0
    func close() {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
    }
    while place < bytes.count {
        let byte = bytes[place]
        if quoted {
            if byte == 34 {
                if place + 1 < bytes.count, bytes[place + 1] == 34 {
                    field.append(34)
                    place += 1
                } else {
                    quoted = false
                }
            } else {
                field.append(byte)
            }
        } else if byte == 34 {
            quoted = true
        } else if byte == 44 {
            close()
        } else if byte == 10 {
            close()
            rows.append(row)
            row = []
        } else if byte != 13 {
            field.append(byte)
        }
        place += 1
    }
    if !field.isEmpty || !row.isEmpty {
        close()
        rows.append(row)
    }
    let header = rows[0]
    return rows.dropFirst().map { values in Dictionary(zip(header, values), uniquingKeysWith: { $1 }) }
}

/// CPU time: the machine is shared.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func kilometres(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    let x = (a.1 - b.1) * cos((a.0 + b.0) / 2 * .pi / 180)
    let y = a.0 - b.0
    return (x * x + y * y).squareRoot() * 111.2
}

func percent(_ part: Int, _ all: Int) -> String { all == 0 ? "-" : String(format3(Double(part) / Double(all))) }
func format3(_ value: Double) -> String {
    let scaled = Int((value * 1000).rounded())
    let digits = String(scaled % 1000)
    return "\(scaled / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
}

let shared = "../shared/data"

/// The index over Syria, built once and written to a file.
func syriaIndex() throws -> NameIndex {
    let path = ".build/syria.index"
    if let index = try? IndexFile.open(path) { return index }
    let builder = IndexBuilder()
    GazetteerFolder.add(
        places: readFile(shared + "/syria-places/places.tsv"), names: readFile(shared + "/syria-places/names.tsv"),
        to: builder)
    try IndexFile.write(builder.finish(), to: path)
    return try IndexFile.open(path)
}

struct Query {
    var set: String
    var text: String
    var id: String
    var at: (Double, Double)
    var exact: Bool

    func isRight(_ candidate: Candidate, _ index: NameIndex) -> Bool {
        isRight(candidate.place) || candidate.duplicates.contains { isRight(index.place($0)) }
    }

    func isRight(_ candidate: Resolution.Candidate, _ index: NameIndex) -> Bool {
        isRight(index.place(candidate.placeIndex)) || candidate.otherIndices.contains { isRight(index.place($0)) }
    }

    func isRight(_ place: MatchedPlace) -> Bool {
        (id.count > 3 && place.secondID == id) || kilometres((place.latitude, place.longitude), at) <= 2
    }
}

func developmentQueries() -> [Query] {
    var queries: [Query] = []
    for row in readTable(shared + "/names/ucdp_dev.tsv") {
        queries.append(
            Query(set: "ucdp", text: row[0], id: row[1], at: (Double(row[2])!, Double(row[3])!), exact: row[4] == "1"))
    }
    for row in readTable(shared + "/names/ocha_dev.tsv") {
        queries.append(
            Query(set: "ocha", text: row[0], id: row[2], at: (Double(row[3])!, Double(row[4])!), exact: false))
        queries.append(
            Query(set: "ocha-ar", text: row[1], id: row[2], at: (Double(row[3])!, Double(row[4])!), exact: false))
    }
    var seen: Set<String> = []
    for row in readCSV(shared + "/azaz-2015/places_expected.csv") {
        guard let latitude = Double(row["lat"]!), let longitude = Double(row["lon"]!), row["confidence"] != "unsure"
        else { continue }
        guard seen.insert(row["place"]!).inserted else { continue }
        let isArabic = row["place"]!.utf8.contains { $0 >= 0xD8 }
        queries.append(
            Query(
                set: isArabic ? "azaz-ar" : "azaz", text: row["place"]!, id: "gn:" + row["geonames_id"]!,
                at: (latitude, longitude), exact: false))
    }
    return queries
}

/// Queries made up for training and for the share of absent names: typing errors in listed names, names from
/// elsewhere, random letters. `id` is empty where nothing listed is meant.
func syntheticQueries(_ index: NameIndex, foreign: String, seed: UInt64 = 11, share: Int = 1) -> [Query] {
    var random = SeededGenerator(seed: seed)
    var queries: [Query] = []
    let letters = Array("abdehiklmnorstuy".utf8)
    for _ in 0..<1200 {
        let place = index.place(Int(random.next() % UInt64(index.placeCount)))
        var name = Array(fold(place.name).utf8)
        guard name.count >= 4 else { continue }
        for _ in 0..<(random.next() % 3 == 0 ? 2 : 1) {
            let at = Int(random.next() % UInt64(name.count))
            switch random.next() % 4 {
            case 0 where name.count > 3: name.remove(at: at)
            case 1: name.insert(letters[Int(random.next() % 16)], at: at)
            case 2: name[at] = letters[Int(random.next() % 16)]
            default: if at + 1 < name.count { name.swapAt(at, at + 1) }
            }
        }
        queries.append(
            Query(
                set: "typo", text: String(decoding: name, as: UTF8.self), id: place.secondID,
                at: (place.latitude, place.longitude), exact: false))
    }
    let rows = readTable(foreign, header: false)
    for _ in 0..<(300 * share) {
        let row = rows[15_000 + Int(random.next() % 20_000)]
        queries.append(Query(set: "foreign", text: row[1], id: "", at: (0, 0), exact: false))
    }
    let consonants = Array("bcdfghjklmnpqrstvwxz".utf8)
    let vowels = Array("aeiou".utf8)
    for _ in 0..<(200 * share) {
        let count = 6 + Int(random.next() % 8)
        let name = (0..<count).map {
            $0 % 2 == 1 ? consonants[Int(random.next() % 20)] : vowels[Int(random.next() % 5)]
        }
        queries.append(
            Query(set: "random", text: String(decoding: name, as: UTF8.self), id: "", at: (0, 0), exact: false))
    }
    return queries
}
