import CSQLite
import Rows

extension DatabaseError {
    /// What it means for the one who uses the file.
    func translated(_ path: String) -> any Error {
        switch primary {
        case SQLITE_BUSY, SQLITE_LOCKED: InputError(file: path, fact: ProjectFact.busy)
        case SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_NOMEM:
            WriteError(file: path, systemError: message)
        default: InputError(file: path, fact: ProjectFact.damaged(reason: message))
        }
    }
}
