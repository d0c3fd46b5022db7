import Foundation
import TestSupport
import Testing

/// `frontline diff a.geojson b.geojson` and `snapshot --overlay`, as a user runs them.
@Suite struct MapFilesTests {
    private static let scenario = "Tests/Scenarios/azaz-2015"

    private func snapshot(_ day: String, in scratch: Scratch) throws -> String {
        let path = "\(scratch.path)/\(day).geojson"
        let result = try Command.run("snapshot", Self.scenario, "--at", day, "-o", path)
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    private func object(_ command: Command) throws -> [String: Any] {
        try #require(command.status == 0, "\(command.errors)")
        return try #require(JSONSerialization.jsonObject(with: command.output) as? [String: Any])
    }

    /// Two snapshots as files differ by what the scenario says changed between the two days, to the square metre.
    @Test func twoSnapshotsDifferAsTheirScenarioDoes() throws {
        let scratch = try Scratch()
        let (a, b) = (try snapshot("2015-11-25", in: scratch), try snapshot("2015-12-15", in: scratch))
        let files = try object(Command.run("diff", a, b, "--format", "geojson"))
        let whole = try object(
            Command.run(
                "diff", Self.scenario, "--from", "2015-11-25", "--to", "2015-12-15", "--format", "geojson"))
        func changes(_ json: [String: Any]) throws -> [String: Double] {
            let features = try #require(json["features"] as? [[String: Any]])
            var areas: [String: Double] = [:]
            for feature in features {
                let properties = try #require(feature["properties"] as? [String: Any])
                guard properties["feature_type"] as? String == "change" else { continue }
                areas["\(properties["from"]!)>\(properties["to"]!)"] = try #require(properties["area_km2"] as? Double)
            }
            return areas
        }
        func events(_ json: [String: Any]) throws -> Set<String> {
            Set(
                try #require(json["features"] as? [[String: Any]]).compactMap { $0["id"] as? String }
                    .filter { $0.hasPrefix("event/") })
        }
        let (found, expected) = (try changes(files), try changes(whole))
        #expect(Set(found.keys) == Set(expected.keys) && !found.isEmpty)
        for (key, area) in expected { #expect(abs(found[key]! - area) < 0.0006, "\(key)") }
        #expect(try events(files) == events(whole))
        #expect(files["same_method"] as? Bool == true && files["engine"] as? String == "grid")
        let slivers = try #require(files["slivers"] as? [String: Any])
        #expect(slivers["pieces"] as? Int == 0)
    }

    /// shapely and pyproj: land by pair of holders, and every polygon valid.
    @Test func geopandasFindsTheSameLand() throws {
        let scratch = try Scratch()
        let pairs =
            try [(snapshot("2015-11-25", in: scratch), snapshot("2015-12-15", in: scratch), "holder")]
            + (SharedData.url("deepstate").map {
                [
                    (
                        $0.appendingPathComponent("deepstatemap_data_20240708.geojson").path,
                        $0.appendingPathComponent("deepstatemap_data_20251228.geojson").path, "none"
                    )
                ]
            } ?? [])
        // Edges are straight in longitude and latitude: pieces of 0.01 degrees make geodesics of them.
        let script = """
            import sys, json, shapely
            from pyproj import Geod
            earth = Geod(ellps="WGS84")
            def load(path):
                land = {}
                for f in json.load(open(path))["features"]:
                    p = f["properties"] or {}
                    if p.get("feature_type", "control_area") != "control_area": continue
                    status = p.get("status", "held")
                    key = "contested:" + "+".join(p["holders"]) if status == "contested" else p.get("holder", "held") if status == "held" else status
                    land[key] = shapely.make_valid(shapely.geometry.shape(f["geometry"]))
                return land
            def km2(g): return sum(abs(earth.geometry_area_perimeter(shapely.segmentize(q, 0.01))[0]) for q in shapely.get_parts(g) if q.geom_type == "Polygon") / 1e6
            a, b = load(sys.argv[1]), load(sys.argv[2])
            out = {x + ">" + y: km2(shapely.intersection(g, h)) for x, g in a.items() for y, h in b.items() if x != y}
            whole = [shapely.union_all(list(m.values())) for m in (a, b)]
            for x, g in a.items(): out[x + ">not_mapped"] = km2(shapely.difference(g, whole[1]))
            for y, h in b.items(): out["not_mapped>" + y] = km2(shapely.difference(h, whole[0]))
            for f in json.load(open(sys.argv[3]))["features"]:
                if f["properties"]["feature_type"] == "change": assert shapely.geometry.shape(f["geometry"]).is_valid, f["id"]
            print(json.dumps(out))
            """
        for (a, b, _) in pairs {
            let path = "\(scratch.path)/change.geojson"
            try #require(Command.run("diff", a, b, "-o", path).status == 0)
            guard let answer = try Readers.geopandas(script, [a, b, path]) else { return }
            try #require(answer.status == 0, "\(answer.errors)")
            let expected = try #require(JSONSerialization.jsonObject(with: answer.output) as? [String: Double])
            let json = try object(Command.run("diff", a, b, "--json"))
            var found: [String: Double] = [:]
            for transfer in try #require(json["transfers"] as? [[String: Any]]) {
                found["\(transfer["from"]!)>\(transfer["to"]!)"] = transfer["area_km2"] as? Double
            }
            for key in Set(found.keys).union(expected.keys) {
                let (x, y) = (found[key] ?? 0, expected[key] ?? 0)
                #expect(abs(x - y) < 1e-6 * max(x, y) + 0.01, "\(key): \(x), geopandas \(y)")
            }
        }
    }

    private static func square(_ west: Double, _ holder: String, property: String = "party") -> String {
        let ring = "[[\(west),36],[\(west + 1),36],[\(west + 1),37],[\(west),37],[\(west),36]]"
        return
            #"{"type":"Feature","id":"f","properties":{"\#(property)":"\#(holder)"},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }

    @Test func mapsFarApartAreRefusedWithTheWayOut() throws {
        let scratch = try Scratch()
        let here = try scratch.write(Self.square(37, "a"), to: "here.geojson")
        let there = try scratch.write(Self.square(17, "a"), to: "there.geojson")
        let turned = try scratch.write(
            #"{"type":"Polygon","coordinates":[[[36,50],[37,50],[37,51],[36,51],[36,50]]]}"#, to: "turned.geojson")
        let far = try scratch.write(Self.square(50, "a"), to: "far.geojson")
        let apart = try Command.run("diff", here, there)
        #expect(apart.status == 65 && apart.errors.contains("does not overlap"), "\(apart.errors)")
        let swapped = try Command.run("diff", far, turned)
        #expect(swapped.status == 65 && swapped.errors.contains("--swap-axes"), "\(swapped.errors)")
        let told = try Command.run("diff", far, turned, "--swap-axes", turned, "--holder", "a")
        #expect(told.status == 0 && told.text.contains("nothing changed"), "\(told.text)\(told.errors)")
        let wrong = try Command.run("diff", far, turned, "--swap-axes", "other.geojson")
        #expect(wrong.status == 64 && wrong.errors.contains("is none of the maps"), "\(wrong.errors)")
    }

    @Test func namesAreMatchedAndTheExitCodeTellsOfChanges() throws {
        let scratch = try Scratch()
        let ours = try scratch.write(Self.square(37, "isis"), to: "a.geojson")
        let theirs = try scratch.write(Self.square(37, "ISIL", property: "side"), to: "b.geojson")
        let apart = try Command.run("diff", ours, theirs, "--exit-code")
        #expect(apart.status == 1 && apart.text.contains("--match"), "\(apart.text)")
        #expect(apart.errors.contains("the property \"side\" is taken for the holder"), "\(apart.errors)")
        let same = try Command.run("diff", ours, theirs, "--match", "isis=ISIL", "--exit-code")
        #expect(same.status == 0 && same.text.contains("nothing changed"), "\(same.text)\(same.errors)")
        let typo = try Command.run("diff", ours, theirs, "--match", "isis=ISI")
        #expect(typo.status == 65 && typo.errors.contains("it has ISIL"), "\(typo.errors)")
        let invented = try Command.run("diff", ours, theirs, "--match", "isi=ISIL")
        #expect(invented.status == 65 && invented.errors.contains("did you mean isis?"), "\(invented.errors)")
        let over = try Command.run("diff", ours, theirs, "-o", ours)
        #expect(over.status == 65 && over.errors.contains("choose another name"), "\(over.errors)")
        let csv = try Command.run("diff", ours, theirs, "--format", "csv")
        #expect(csv.text.hasPrefix("from,to,area_km2,pieces\nisis,ISIL,"), "\(csv.text)")
    }

    @Test func repairsAreToldByFeature() throws {
        let scratch = try Scratch()
        let file = try scratch.write(
            #"{"type":"Feature","id":"bow","properties":{"party":"a"},"geometry":{"type":"Polygon","coordinates":[[[37,36,9],[38,37],[38,36],[37,37]]]}}"#,
            to: "bow.geojson")
        let result = try Command.run("diff", file, file, "--json")
        #expect(result.errors.contains("1 rings closed that did not end where they begin (feature bow)"))
        let json = try object(result)
        let from = try #require(json["from"] as? [String: Any])
        let repairs = try #require(from["repairs"] as? [[String: Any]])
        #expect(repairs.map { $0["kind"] as? String } == ["unclosed-ring", "self-crossing", "extra-ordinate"])
    }

    @Test func aMapOfOthersLiesOverOurs() throws {
        let scratch = try Scratch()
        let ours = try snapshot("2015-12-02", in: scratch)
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: ours))) as? [String: Any])
        // Our own map under other names, with one area given to another.
        let features = try #require(json["features"] as? [[String: Any]]).filter {
            ($0["properties"] as? [String: Any])?["feature_type"] as? String == "control_area"
                && ($0["properties"] as? [String: Any])?["status"] as? String == "held"
        }
        let theirs = features.map { feature -> [String: Any] in
            let holder = (feature["properties"] as! [String: Any])["holder"] as! String
            return [
                "type": "Feature", "properties": ["party": holder == "isis" ? "ISIL" : "rebels"],
                "geometry": feature["geometry"]!,
            ]
        }
        let data = try JSONSerialization.data(
            withJSONObject: ["type": "FeatureCollection", "features": theirs] as [String: Any])
        let file = try scratch.write(data, to: "theirs.geojson")
        let arguments = ["snapshot", Self.scenario, "--at", "2015-12-02", "--overlay", file]
        let text = try Command.run(arguments)
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.text.contains("agreed") && text.text.contains("disputed"), "\(text.text)")
        let overlaid = try object(Command.run(arguments + ["--format", "geojson"]))
        let overlay = try #require(overlaid["overlay"] as? [String: Any])
        let invented = try Command.run(arguments + ["--match", "zzz=rebels"])
        #expect(invented.status == 65 && invented.errors.contains("has no holder \"zzz\""), "\(invented.errors)")
        let rows = try Command.run(arguments + ["--format", "csv"])
        #expect(rows.status == 64 && rows.errors.contains("--format geojson"), "\(rows.errors)")
        // ISIL is a name that the scenario knows.
        let agreed = try #require(overlay["agreed"] as? [[String: Any]]).compactMap { $0["holder"] as? String }
        #expect(Set(agreed) == ["isis", "rebels"])
        let disagreements = try #require(overlaid["features"] as? [[String: Any]])
            .compactMap { $0["properties"] as? [String: Any] }
            .filter { $0["feature_type"] as? String == "disagreement" }
        #expect(disagreements.contains { $0["kind"] as? String == "disputed" && $0["theirs"] as? String == "rebels" })
        #expect(disagreements.contains { !(($0["places"] as? [String]) ?? []).isEmpty })
    }

    /// The order of features, their split into parts and the number of threads make no difference to the bytes.
    @Test func theSameLandGivesTheSameBytes() throws {
        let scratch = try Scratch()
        func collection(_ features: [String]) -> String {
            #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        }
        let features = (0..<6).map { i in
            Self.square(Double(37 + i), i % 2 == 0 ? "a" : "b").replacingOccurrences(of: "\"id\":\"f\",", with: "")
        }
        let other = try scratch.write(Self.square(37, "c"), to: "c.geojson")
        let first = try scratch.write(collection(features), to: "x.geojson")
        let one = try Command.run("diff", first, other, "--format", "geojson")
        try scratch.write(collection(features.reversed()), to: "x.geojson")
        let two = try Command.run("diff", first, other, "--format", "geojson")
        #expect(one.status == 0 && one.output == two.output)
    }
}
