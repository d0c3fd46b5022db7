/// How long a name may be: of a place, an actor, a source. What is longer is no name, but a file handed over by mistake or
/// an attack on whoever shows it.
package enum NameLimit {
    package static let bytes = 1024
    /// As a reader counts them: a letter with its marks is one.
    package static let characters = 200

    /// Whether a text is too long. Constant time for most that are not.
    package static func isExceeded(by text: String) -> Bool {
        let count = text.utf8.count
        return count > characters && (count > bytes || text.count > characters)
    }
}
