import Glibc
import Rows

/// Why a command ends without doing its job, with the exit code that says which kind of reason it is.
struct Failure: Error {
    /// The codes of sysexits.h that the help lists.
    enum Code: Int32 {
        case changes = 1
        case inputRejected = 65
        case notFound = 66
        case unavailable = 69
        case ourFault = 70
        case inputOutput = 74
    }

    let code: Code
    /// Empty where the command has said all already.
    let message: String
    /// The input that is to blame, where it is one.
    private(set) var input: InputError?

    init(_ code: Code, _ message: String = "") {
        self.code = code
        self.message = message
    }

    init(_ error: InputError) {
        switch error.fact {
        case RowFact.notFound: self.init(.notFound, error.description)
        case RowFact.notReadable: self.init(.inputOutput, error.description)
        default: self.init(.inputRejected, error.description)
        }
        input = error
    }

    init(_ error: WriteError) {
        self.init(.inputOutput, "\(error.file): cannot be written: \(error.systemError)")
    }

    func report() -> Never {
        if !message.isEmpty { ErrorText.tell(message, code.rawValue, input) }
        exit(code.rawValue)
    }
}

/// The last line of a command that fails.
enum ErrorText {
    static func tell(_ message: String, _ exitCode: Int32, _ input: InputError? = nil) {
        guard Output.isJSON else {
            let name = Output.isColoured ? "\u{1B}[1;31mfrontline:\u{1B}[0m" : "frontline:"
            return Output.errorLine(Array("\(name) \(disarmed(message))".utf8))
        }
        var json = JSONWriter()
        json.object { json in
            json.key("error")
            json.object { json in
                json.key("exit_code")
                json.integer(Int(exitCode))
                if let input {
                    json.key("code")
                    json.string(input.fact.code)
                    json.key("file")
                    json.string(input.file)
                    if input.line > 0 {
                        json.key("line")
                        json.integer(input.line)
                    }
                }
                json.key("message")
                json.string(input?.fact.sentence ?? message)
            }
        }
        Output.errorLine(json.bytes)
    }
}

/// Runs `body` with the errors of the library turned into failures of the command.
func reportingFailures<Value>(_ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as InputError {
        throw Failure(error)
    } catch let error as WriteError {
        throw Failure(error)
    }
}
