package import Places
package import Reports
package import Rows

/// Problems and findings as lines of NDJSON.
package enum ProblemJSON {
    package static func line(_ group: ProblemGroup) -> [UInt8] { line(group.problem, count: group.count) }

    package static func line(_ problem: Problem, count: Int = 1) -> [UInt8] {
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
            if count > 1 {
                json.key("count")
                json.integer(count)
            }
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
