internal import CGEOS

/// What GEOS says went wrong.
package struct GEOSError: Error, Hashable, Sendable, CustomStringConvertible {
    package let operation: String
    package let reason: String

    package var description: String { "\(operation): \(reason)" }
}

/// A GEOS context: the handle that every call needs, and the last message it left.
///
/// One for each use, on one thread; making one costs less than a tenth of a microsecond. Not Sendable.
final class GEOSContext {
    let handle: OpaquePointer
    private let log = Log()

    /// A class, so that the C callback has an address that stays.
    private final class Log {
        var last = ""
    }

    init() {
        // Null only when out of memory.
        handle = lazyGEOS_init_r()!
        _ = lazyGEOSContext_setErrorMessageHandler_r(
            handle,
            { message, data in
                guard let message, let data else { return }
                Unmanaged<Log>.fromOpaque(data).takeUnretainedValue().last = String(cString: message)
            }, Unmanaged.passUnretained(log).toOpaque())
    }

    deinit {
        lazyGEOS_finish_r(handle)
    }

    /// The error to throw after a call that failed.
    func error(_ operation: String) -> GEOSError {
        GEOSError(operation: operation, reason: log.last.isEmpty ? "GEOS gave no reason" : log.last)
    }
}
