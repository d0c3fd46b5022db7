import Foundation
import Places
import TestSupport
import Testing

/// Answers held against the published JSON schemas of version 0.2 (and, for batches, of the 1.0 draft), rule by rule.
@Suite struct ReconciliationTests {
    let service: ReconciliationService

    init() throws {
        let gazetteer = try GazetteerReader.read(files: [Command.file("Gazetteer/northern-aleppo.tsv")]).gazetteer
        var settings = ReconciliationService.Settings()
        settings.address = "http://localhost:8080/reconcile"
        settings.batchLimit = 3
        service = ReconciliationService(
            gazetteer, lookup: ResolverLookup(Resolver(gazetteer: gazetteer)), settings: settings)
    }

    private func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func results(_ query: String, _ key: String = "q0") throws -> [[String: Any]] {
        let answer = try object(service.answer(batch: Array(query.utf8)))
        let one = try #require(answer[key] as? [String: Any])
        return try #require(one["result"] as? [[String: Any]])
    }

    /// manifest.json: required fields; templates with {{id}}; suggest as service paths; preview with integers.
    @Test func theManifestHasWhatTheSchemaAsks() throws {
        let manifest = try object(service.manifest)
        #expect((manifest["versions"] as? [String])?.contains("0.2") == true)
        for key in ["name", "identifierSpace", "schemaSpace"] { #expect(manifest[key] is String) }
        #expect((manifest["view"] as? [String: String])?["url"]?.contains("{{id}}") == true)
        let preview = try #require(manifest["preview"] as? [String: Any])
        #expect((preview["url"] as? String)?.contains("{{id}}") == true)
        #expect(preview["width"] is Int && preview["height"] is Int)
        for service in try #require(manifest["suggest"] as? [String: [String: String]]).values {
            #expect(service["service_url"] != nil && service["service_path"]?.hasPrefix("/") == true)
        }
        #expect(manifest["batchSize"] as? Int == 3)
        for type in try #require(manifest["defaultTypes"] as? [[String: String]]) {
            #expect(type["id"]?.isEmpty == false && type["name"]?.isEmpty == false)
        }
        let bare = ReconciliationService(
            service.gazetteer, lookup: ResolverLookup(Resolver(gazetteer: service.gazetteer)))
        #expect(try object(bare.manifest)["preview"] == nil)
    }

    /// reconciliation-result-batch.json: id, name, score; match a boolean; type a list; features of number or boolean.
    @Test func aBatchIsAnsweredByItsKeys() throws {
        let batch = """
            {"q0": {"query": "Kafrah", "limit": 5, "type": "village", "properties": [{"pid": "near", "v": "Aazaz"}]},
             "q1": {"query": "Aazaz"}, "q2": {"query": "Xyzzyplugh"}}
            """
        let answer = try object(service.answer(batch: Array(batch.utf8)))
        #expect(answer.keys.sorted() == ["q0", "q1", "q2"])
        let first = try results(batch)
        #expect(first.first?["id"] as? String == "gn:168742")
        #expect(first.first?["match"] as? Bool == true)
        for candidate in first {
            #expect(candidate["name"] is String && candidate["match"] is Bool)
            let score = try #require(candidate["score"] as? Double)
            #expect(score >= 0 && score <= 100)
            for type in try #require(candidate["type"] as? [[String: String]]) { #expect(type["id"] != nil) }
            for feature in try #require(candidate["features"] as? [[String: Any]]) {
                #expect(feature["id"] is String && feature["value"] is NSNumber)
            }
        }
        let scores = first.compactMap { $0["score"] as? Double }
        #expect(scores == scores.sorted(by: >))
        #expect(try results(batch, "q2").isEmpty)
        #expect((try object(service.answer(batch: Array("{}".utf8)))).isEmpty)
    }

    @Test func hintsDecideBetweenTwoOfAName() throws {
        let alone = try results(#"{"q0": {"query": "Kafrah"}}"#)
        #expect(alone.count == 2 && alone.allSatisfy { $0["match"] as? Bool == false })
        for properties in [
            #"[{"pid": "hint", "v": "a village 10 km east of Aazaz"}]"#, #"[{"pid": "near", "v": [37.05, 36.59]}]"#,
            #"[{"pid": "near", "v": {"id": "gn:172082", "name": "Aazaz"}}]"#, #"[{"pid": "near", "v": "37.05,36.59"}]"#,
        ] {
            let found = try results(#"{"q0": {"query": "Kafrah", "properties": \#(properties)}}"#)
            #expect(found.first?["id"] as? String == "gn:168742")
            #expect(found.first?["match"] as? Bool == true, "\(properties) \(found)")
        }
        // An id as the query gives its place (section 4.4 of the report); hints alone give the places near.
        #expect(try results(#"{"q0": {"query": "gn:168742"}}"#).first?["match"] as? Bool == true)
        let near = try results(#"{"q0": {"properties": [{"pid": "near", "v": "37.1493,36.57086"}], "limit": 1}}"#)
        #expect(near.count == 1 && near[0]["id"] as? String == "gn:169169")
    }

    /// The 1.0 draft: queries in an array, answered in order, features with names.
    @Test func batchesOfTheDraftAreAnsweredInOrder() throws {
        let batch = """
            {"queries": [{"type": "town", "conditions": [{"matchType": "name", "propertyValue": "Marea"}]},
                         {"limit": 1, "conditions": [{"matchType": "name", "v": "Kafrah"},
                                         {"matchType": "property", "pid": "near", "v": "Aazaz"}]}]}
            """
        let answer = try object(service.answer(batch: Array(batch.utf8)))
        let results = try #require(answer["results"] as? [[String: Any]])
        let ids = results.map { ($0["candidates"] as? [[String: Any]])?.first?["id"] as? String }
        #expect(ids == ["gn:167245", "gn:168742"])
        let features = ((results[0]["candidates"] as? [[String: Any]])?.first?["features"] as? [[String: Any]]) ?? []
        #expect(!features.isEmpty && features.allSatisfy { $0["name"] is String })
    }

    /// reconciliation-query-batch.json: what it forbids is refused.
    @Test(arguments: [
        ("[]", "expected an object"), ("{", "not JSON"), (#"{"q0": []}"#, "expected an object"),
        (#"{"q0": {}}"#, "neither \"query\" nor \"properties\""), (#"{"q0": {"properties": []}}"#, "neither"),
        (#"{"q0": {"query": ""}}"#, "empty"), (#"{"q0": {"query": "A", "limit": 0}}"#, "limit"),
        (#"{"q0": {"query": "A", "limit": 1.5}}"#, "limit"), (#"{"q0": {"query": "A", "colour": 1}}"#, "colour"),
        (#"{"q0": {"query": "A", "type_strict": "maybe"}}"#, "type_strict"),
        (#"{"q0": {"query": "A", "properties": [{"v": 1}]}}"#, "pid"),
        (#"{"a": {"query": "A"}, "b": {"query": "A"}, "c": {"query": "A"}, "d": {"query": "A"}}"#, "4 queries"),
        (#"{"queries": [{"conditions": []}]}"#, "conditions"),
        (#"{"queries": [{"conditions": [{"v": "A"}]}]}"#, "matchType"),
    ])
    func badBatchesAreRefused(text: String, words: String) {
        do {
            _ = try service.answer(batch: Array(text.utf8))
            Issue.record("answered \(text)")
        } catch {
            #expect(error.sentence.contains(words), "\(error.sentence)")
            #expect((try? object(error.body))?["status"] as? String == "error")
            #expect(error.status == (words == "4 queries" ? 413 : 400))
        }
    }

    @Test func suggestionsCompleteWhatIsTyped() throws {
        func names(_ bytes: [UInt8]) throws -> [String] {
            try #require(try object(bytes)["result"] as? [[String: Any]]).compactMap { $0["name"] as? String }
        }
        #expect(try names(service.suggestEntities(prefix: "Aaz")).first == "Aazaz")
        #expect(try names(service.suggestEntities(prefix: "أعز")).first == "Aazaz")
        #expect(try names(service.suggestEntities(prefix: "gn:168742")).first == "Kafrah")
        #expect(try names(service.suggestEntities(prefix: "")).isEmpty)
        let all = try names(service.suggestEntities(prefix: "Kafr"))
        #expect(all.count == 20)
        #expect(try names(service.suggestEntities(prefix: "Kafr", cursor: 5)).prefix(15) == all.dropFirst(5))
        #expect(try names(service.suggestProperties(prefix: "lo")) == ["Longitude"])
        #expect(try names(service.suggestTypes(prefix: "vil")) == ["Village"])
    }

    /// data-extension-response.json: meta with id and name; rows by id and property; each value of one kind.
    @Test func columnsAreFetched() throws {
        let query =
            #"{"ids": ["gn:168742", "no:1"], "properties": [{"id": "lon"}, {"id": "kind"}, {"id": "population"}, {"id": "names"}]}"#
        let answer = try object(service.extend(Array(query.utf8)))
        let meta = try #require(answer["meta"] as? [[String: String]])
        #expect(meta.map { $0["id"] } == ["lon", "kind", "population", "names"])
        #expect(meta.allSatisfy { $0["name"]?.isEmpty == false })
        let rows = try #require(answer["rows"] as? [String: [String: [[String: Any]]]])
        #expect(rows["gn:168742"]?["lon"]?.first?["float"] as? Double == 37.16275)
        #expect(rows["gn:168742"]?["kind"]?.first?["str"] as? String == "village")
        #expect(rows["gn:168742"]?["population"]?.first?["int"] as? Int == 2859)
        #expect((rows["gn:168742"]?["names"]?.count ?? 0) > 2)
        #expect(rows["no:1"]?["lon"]?.isEmpty == true)
        #expect(throws: ReconciliationFact.self) { try service.extend(Array("{}".utf8)) }
        let proposal = try object(service.proposeProperties(type: "village", limit: 2))
        #expect((proposal["properties"] as? [[String: String]])?.count == 2)
    }

    @Test func previewsEscapeWhatTheGazetteerSays() throws {
        let scratch = try Scratch()
        let file = try scratch.write("id\ttitle\tlon\tlat\nt:1\t<script>alert('x')</script>\t37\t36\n", to: "p.tsv")
        let gazetteer = try GazetteerReader.read(files: [file]).gazetteer
        let hostile = ReconciliationService(gazetteer, lookup: ResolverLookup(Resolver(gazetteer: gazetteer)))
        let page = try hostile.preview(id: "t:1")
        #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
        #expect(throws: ReconciliationFact.self) { try hostile.preview(id: "t:2") }
        #expect(try service.preview(id: "gn:168742").contains("كفرة"))
    }
}
