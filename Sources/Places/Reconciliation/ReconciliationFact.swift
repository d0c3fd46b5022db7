import Rows

/// Why a request to the reconciliation service is refused.
package enum ReconciliationFact: Error, ProblemFact, Equatable {
    case tooLarge(bytes: Int, limit: Int)
    case notJSON(reason: String, column: Int)
    case notABatch
    case tooManyQueries(count: Int, limit: Int)
    case badQuery(key: String, reason: String)
    case notAnExtension(reason: String)
    case tooManyEntities(count: Int, limit: Int)
    case unknownEntity(id: String)

    /// The HTTP status that fits.
    package var status: Int {
        switch self {
        case .tooLarge, .tooManyQueries, .tooManyEntities: 413
        case .unknownEntity: 404
        default: 400
        }
    }

    package var code: String {
        switch self {
        case .tooLarge: "too-large"
        case .notJSON: "not-json"
        case .notABatch: "not-a-batch"
        case .tooManyQueries: "too-many-queries"
        case .badQuery: "bad-query"
        case .notAnExtension: "not-an-extension"
        case .tooManyEntities: "too-many-entities"
        case .unknownEntity: "unknown-entity"
        }
    }

    package var sentence: String {
        switch self {
        case .tooLarge(let bytes, let limit): "the request has \(bytes) bytes, more than \(limit); send smaller batches"
        case .notJSON(let reason, let column): "not JSON at column \(column): \(reason)"
        case .notABatch:
            "expected an object of queries by their key ({\"q0\": {\"query\": …}}), or {\"queries\": [{\"conditions\": […]}]}"
        case .tooManyQueries(let count, let limit):
            "\(count) queries in one batch, more than \(limit); send smaller batches"
        case .badQuery(let key, let reason): "query \"\(printable(key, limit: 40))\": \(reason)"
        case .notAnExtension(let reason): "no data extension query: \(reason)"
        case .tooManyEntities(let count, let limit): "\(count) places in one request, more than \(limit)"
        case .unknownEntity(let id): "no place has the id \"\(printable(id, limit: 60))\""
        }
    }

    /// `{"status":"error","code":…,"message":…}`: the shape that version 0.2 leaves open.
    package var body: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("status")
            json.string("error")
            json.key("code")
            json.string(code)
            json.key("message")
            json.string(sentence)
        }
        return json.bytes
    }
}
