package import Places
package import Rows

/// Problems and findings as lines of NDJSON.
package enum ProblemJSON {
    package static func line(_ problem: Problem) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("file")
            json.string(problem.file)
            json.key("line")
            json.integer(problem.line)
            json.key("effect")
            json.string(problem.effect.rawValue)
            json.key("code")
            json.string(problem.fact.code)
            json.key("message")
            json.string(problem.fact.sentence)
        }
        return json.bytes + [0x0A]
    }

    package static func line(_ finding: GazetteerCheck.Finding) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("line")
            json.integer(finding.line)
            json.key("code")
            json.string(finding.kind.rawValue)
            json.key("places")
            json.array { json in for id in finding.placeIDs { json.string(id) } }
            json.key("message")
            json.string(finding.sentence)
        }
        return json.bytes + [0x0A]
    }
}
