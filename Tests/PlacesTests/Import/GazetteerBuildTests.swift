import Geometry
import Rows
import TestSupport
import Testing

@testable import Places

/// Sources of each format, and what becomes of the same place in several.
struct GazetteerBuildTests {
    private func build(_ files: [(name: String, text: String)], merging: Bool = true) throws -> (
        gazetteer: Gazetteer, problems: [Problem]
    ) {
        let scratch = try Scratch()
        let build = GazetteerBuild()
        for file in files { try build.add(try scratch.write(file.text, to: file.name)) }
        return (Gazetteer(index: try NameIndex(bytes: build.finish(merging: merging))), build.problems.kept)
    }

    private static func dump(
        _ id: Int, _ name: String, _ alternates: String, _ latitude: Double, _ longitude: Double,
        code: String = "P\tPPL", people: Int = 0
    ) -> String {
        "\(id)\t\(name)\t\(name)\t\(alternates)\t\(latitude)\t\(longitude)\t\(code)\tSY\t\t09\t\t\t\t\(people)\t\t\tAsia/Damascus\t2024-01-01\n"
    }

    private static let cod = """
        admin1Name_en,admin1Pcode,admin2Name_en,admin2Pcode,admin4Name_en,admin4Name_ar,admin4Pcode,Longitude_x,Latitude_y
        Aleppo,SY02,A'zaz,SY0204,Kafra,كفرة,C1672,37.1601,36.5662
        Aleppo,SY02,A'zaz,SY0204,Yarubiyeh - Delha,اليعربية_دلحة,C1657,37.236,36.646

        """

    @Test func aDumpOfGeoNamesIsToldByItsShape() throws {
        let (gazetteer, problems) = try build([
            (
                "SY.txt",
                Self.dump(168742, "Kafrah", "Kafra,Kafrah,كفرة", 36.56661, 37.16275)
                    + Self.dump(170063, "Aleppo", "Halab", 36.20124, 37.16117, code: "P\tPPLA", people: 2_098_210)
                    + Self.dump(1, "Aleppo Governorate", "", 36.2, 37.6, code: "A\tADM1")
                    + "7\tno coordinate\tx\t\tnorth\t37\tP\tPPL\tSY\t\t\t\t\t\t0\t\t\t\t\n"
                    + Self.dump(2, "Nahr", "", 36.3, 37.3, code: "H\tSTM")
            )
        ])
        #expect(gazetteer.count == 4)
        let place = try #require(gazetteer.place(id: "gn:168742"))
        #expect(place.names.map(\.text) == ["Kafrah", "Kafra", "كفرة"])
        #expect(place.parent == "Aleppo Governorate" && place.region?.id == "SY.09")
        #expect(gazetteer.place(id: "gn:170063")?.kind == .city && gazetteer.place(id: "gn:2")?.kind == .river)
        #expect(problems.map(\.line) == [4] && problems[0].fact.code == "bad-coordinate")
    }

    @Test func alternateNamesBesideADumpGiveLanguages() throws {
        let scratch = try Scratch()
        try scratch.write(
            "1\t168742\tar\tكفرة\t1\t\t\t\n2\t168742\tlink\thttps://example.org\t\t\t\t\n3\t9\ten\tElsewhere\t\t\t\t\n",
            to: "alternateNamesV2.txt")
        let file = try scratch.write(Self.dump(168742, "Kafrah", "كفرة", 36.56661, 37.16275), to: "SY.txt")
        let place = try GazetteerReader.read(files: [file]).gazetteer.place(at: 0)
        #expect(place.names.map(\.text) == ["Kafrah", "كفرة"])
        #expect(place.names[1].language == "ar" && place.names[1].kind == .preferred)
    }

    @Test func theSamePlaceInTwoSourcesIsOne() throws {
        let (gazetteer, _) = try build([
            ("SY.txt", Self.dump(168742, "Kafrah", "كفرة", 36.56661, 37.16275)), ("cod.csv", Self.cod),
        ])
        #expect(gazetteer.count == 2)
        let place = gazetteer.place(at: 0)
        #expect(place.ids == ["gn:168742", "ocha:C1672"])
        #expect(place.coordinate == Coordinate(longitude: 37.16275, latitude: 36.56661))
        #expect(place.attestations.map(\.gazetteer) == ["GeoNames", "OCHA COD"])
        #expect(place.attestations[1].coordinate == Coordinate(longitude: 37.1601, latitude: 36.5662))
        #expect(place.names.first { $0.text == "كفرة" }?.sources == [0, 1])
        #expect(place.names.first { $0.text == "Kafra" }?.sources == [1])
        #expect(gazetteer.index(id: "ocha:C1672") == 0)
        // Two names in one string.
        let two = try #require(gazetteer.place(id: "ocha:C1657"))
        #expect(two.names.map(\.text).contains("Delha") && two.names.map(\.text).contains("دلحة"))
        #expect(two.district == PlaceUnit(id: "ocha:SY0204", name: "A'zaz"))
    }

    /// Rows that share a name and lie within 2 km, and what keeps them apart.
    @Test(arguments: [
        ("Mazra'at Jariz", "Jariz", "جارز"), ("Tall Jijan Fawqani", "Tall Jijan Tahtani", "تل جيجان"),
        ("Hawr Gharbi", "Hawr Sharqi", "حور النهر"), ("Samuqah Kabirah", "Samuqah", "صموقة"),
    ])
    func twinsStayTwo(one: String, other: String, shared: String) throws {
        let (gazetteer, _) = try build([
            ("SY.txt", Self.dump(1, one, shared, 36.5, 37.1)),
            ("cod.csv", Self.cod + "Aleppo,SY02,A'zaz,SY0204,\(other),\(shared),C1,37.101,36.501\n"),
        ])
        #expect(gazetteer.index(id: "gn:1") != gazetteer.index(id: "ocha:C1"), "\(one) / \(other)")
    }

    @Test func aHillIsNoVillageAndFarIsFar() throws {
        let (gazetteer, _) = try build([
            (
                "SY.txt",
                Self.dump(1, "Barsaya", "", 36.6, 37.0, code: "T\tHLL") + Self.dump(2, "Dabiq", "", 36.5, 37.2)
            ),
            (
                "cod.csv",
                Self.cod + "Aleppo,SY02,A'zaz,SY0204,Barsaya,,C1,37.0,36.6\n"
                    + "Aleppo,SY02,A'zaz,SY0204,Dabiq,,C2,37.2,36.52\n"
            ),
        ])
        #expect(gazetteer.index(id: "gn:1") != gazetteer.index(id: "ocha:C1"))
        #expect(gazetteer.index(id: "gn:2") != gazetteer.index(id: "ocha:C2"))
    }

    @Test func oneGazetteersOwnDoublesAreMergedOnlyWhereTheMainNameIsTheSame() throws {
        let (gazetteer, _) = try build([
            (
                "SY.txt",
                Self.dump(385197, "Hawar Killis", "Hiwar Kilis,حوار كلس", 36.65864, 37.21277)
                    + Self.dump(12938, "Hiwar Kalas", "حوار كلس", 36.65833, 37.225)
                    + Self.dump(3, "Shams", "Qamar", 36.9, 37.0) + Self.dump(4, "Qamarayn", "Qamar", 36.905, 37.0)
            )
        ])
        #expect(gazetteer.index(id: "gn:385197") == gazetteer.index(id: "gn:12938"))
        let kept = try #require(gazetteer.place(id: "gn:3"))
        #expect(kept.ids == ["gn:3"] && kept.doubles == ["gn:4"])
    }

    @Test func aSharedIDMakesOneAndAKeptTableIsNotMergedInItself() throws {
        let table = """
            id\ttitle\tlon\tlat\tmatches
            fl:1\tKafrah\t37.1627\t36.5666\tgn:168742
            fl:2\tKafrah\t37.1700\t36.5666\t

            """
        let (gazetteer, _) = try build([
            ("own.tsv", table), ("SY.txt", Self.dump(168742, "Quite Another", "", 36.56661, 37.16275)),
        ])
        #expect(gazetteer.count == 2 && gazetteer.index(id: "gn:168742") == gazetteer.index(id: "fl:1"))
        #expect(gazetteer.place(at: 0).names.map(\.text) == ["Kafrah", "Quite Another"])
    }

    /// With one name in the wrong list stand its other spellings; and an airport's code is no name.
    @Test func otherSpellingsOfANeighboursNameAndCodesAreFlagged() throws {
        let (gazetteer, _) = try build([
            (
                "SY.txt",
                Self.dump(167596, "Ma`arrin", "Minaq,Menagh,Maarin,MRN", 36.62165, 37.03244)
                    + Self.dump(166893, "Minaq", "Minaq,Minnik", 36.52472, 37.04795)
            )
        ])
        let names = try #require(gazetteer.place(id: "gn:167596")).names
        #expect(names.filter(\.isDoubtful).map(\.text).sorted() == ["MRN", "Menagh", "Minaq"])
        #expect(try #require(gazetteer.place(id: "gn:166893")).names.allSatisfy { !$0.isDoubtful })
    }

    @Test func aNeighboursNameIsFlagged() throws {
        let (gazetteer, _) = try build([
            (
                "SY.txt",
                Self.dump(167596, "Ma`arrin", "Manq,Maarin", 36.62165, 37.03244)
                    + Self.dump(166893, "Manq", "منق", 36.52472, 37.04795)
            )
        ])
        let names = try #require(gazetteer.place(id: "gn:167596")).names
        #expect(names.filter(\.isDoubtful).map(\.text) == ["Manq"])
        let findings = GazetteerCheck(gazetteer).findings
        #expect(findings.first { $0.kind == .doubtfulName }?.placeIDs == ["gn:167596", "gn:166893"])
    }

    @Test func whosOnFirstIsReadAsFeaturesAndAsATable() throws {
        let feature =
            #"{"type":"Feature","properties":{"wof:id":1243247883,"wof:name":"Kafrah","wof:placetype":"locality","geom:latitude":36.56661,"geom:longitude":37.16275,"wof:concordances":{"gn:id":168742},"name:ara_x_preferred":["كفرة"],"wof:hierarchy":[{"county_id":1108779117}]}}"#
        let (features, _) = try build([("sy.geojsonl", feature + "\nnot json\n")])
        #expect(features.place(at: 0).ids == ["wof:1243247883", "gn:168742"])
        #expect(features.place(at: 0).names.map(\.language) == [nil, "ar"])
        let (table, _) = try build([
            (
                "wof.csv",
                "id,name,placetype,geom_latitude,geom_longitude,region_id\n5,Kafrah,locality,36.5,37.1,85678359\n"
            )
        ])
        #expect(table.place(at: 0).id == "wof:5" && table.place(at: 0).region?.id == "wof:85678359")
    }

    @Test func whatIsNoGazetteerIsRefused() throws {
        let scratch = try Scratch()
        for (name, text) in [
            ("a.txt", "hello\nworld\n"), ("b.csv", "id,name,lon,lat\n"), ("c.txt", ""), ("d.txt", "\u{0}\u{1}\u{2}"),
        ] {
            let file = try scratch.write(text, to: name)
            #expect(throws: InputError.self, "\(name)") { try GazetteerBuild().add(file) }
        }
    }

    @Test func aTableWrittenAndReadAgainIsTheSame() throws {
        let (gazetteer, _) = try build([
            ("SY.txt", Self.dump(168742, "Kafrah", "كفرة,a@b", 36.56661, 37.16275)), ("cod.csv", Self.cod),
        ])
        let scratch = try Scratch()
        let text = String(decoding: GazetteerTable.bytes(gazetteer), as: UTF8.self)
        let again = try GazetteerReader.read(files: [try scratch.write(text, to: "places.tsv")]).gazetteer
        #expect(again.count == gazetteer.count)
        for (one, two) in zip(gazetteer.places, again.places) {
            #expect(one.ids == two.ids && one.coordinate == two.coordinate && one.kind == two.kind)
            #expect(one.names.map(\.text) == two.names.map(\.text))
            #expect(one.district == two.district && one.region == two.region)
        }
    }

    @Test func placesLieOnBothSidesOfTheMeridianOf180() throws {
        let (gazetteer, _) = try build([
            (
                "FJ.txt",
                Self.dump(1, "Naqelelevu", "", -16.1, 179.99) + Self.dump(2, "Vatoa", "", -16.1, -179.98)
                    + Self.dump(3, "Suva", "", -18.1, 178.4)
            )
        ])
        let near = gazetteer.names.spots.nearest(to: Coordinate(longitude: 179.995, latitude: -16.1), count: 2)
        #expect(near.map { gazetteer.place(at: $0.index).id } == ["gn:1", "gn:2"])
        #expect(abs(near[1].distanceInMetres - 2674) < 30)
    }

    @Test func ourOwnTableComesBackWithAllItSays() throws {
        let table = Command.file("Gazetteer/northern-aleppo.tsv")
        let build = GazetteerBuild()
        try build.add(table)
        let written = GazetteerTable.bytes(Gazetteer(index: try NameIndex(bytes: build.finish(merging: false))))
        let before = try DelimitedReader.read(try FileBytes.read(table), file: table, dialect: .tsv)
        let after = try DelimitedReader.read(written, file: "written", dialect: .tsv)
        #expect(before.rows.count == 761 && after.rows.count == before.rows.count)
        #expect(Set(before.names).isSubset(of: after.names))
        for (row, other) in zip(before.rows, after.rows) {
            for column in before.names where column != "geowkt" && column != "fclasses" {
                // Numbers may be written shorter, and no place is said to be itself.
                func plain(_ cell: String?) -> String? {
                    guard let cell else { return nil }
                    if let number = Double(cell) { return "\(number)" }
                    guard column == "matches" else { return cell }
                    let others = cell.split(separator: ";").filter { $0 != row["id"]! }
                    return others.isEmpty ? nil : others.joined(separator: ";")
                }
                let (seen, told) = (plain(row[column]), plain(other[column]))
                #expect(seen == told, "\(row.line) \(column)")
            }
        }
    }

    @Test func anIndexBuiltFromAnIndexKnowsWhatWasMerged() throws {
        let scratch = try Scratch()
        let dump = try scratch.write(Self.dump(168742, "Kafrah", "Kafra,كفرة", 36.56661, 37.16275), to: "SY.txt")
        let cod = try scratch.write(Self.cod, to: "cod.csv")
        let first = GazetteerBuild()
        for file in [dump, cod] { try first.add(file) }
        let bytes = first.finish()
        #expect(try NameIndex(bytes: bytes).mergedCount == 1)
        let file = scratch.path + "/first.index"
        try IndexFile.write(bytes, to: file)
        let again = GazetteerBuild()
        try again.add(file)
        let index = try NameIndex(bytes: again.finish())
        #expect(index.mergedCount == 1 && index.placeCount == 2)
    }
}
