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
    }

    init(_ error: WriteError) {
        self.init(.inputOutput, "\(error.file): cannot be written: \(error.systemError)")
    }

    func report() -> Never {
        if !message.isEmpty { Output.note("frontline: \(message)") }
        exit(code.rawValue)
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
