/// A file that a project holds.
struct HeldFile {
    enum Role: String {
        /// One of the scenario's own.
        case scenario
        /// A table of the gazetteer that was the usual one when the project was made.
        case gazetteer
    }

    let fid: Int
    let name: String
    let role: Role
    /// No byte was ever put into it.
    let isEmpty: Bool

    /// Lists a file that has nothing in it yet, and returns its number.
    static func add(_ name: String, _ role: Role, to connection: Connection) throws -> Int {
        let fid = (try connection.firstRow("SELECT max(fid) FROM files") { $0.integer(0) } ?? 0) + 1
        try connection.run(
            "INSERT INTO files VALUES (?, ?, ?, ?)",
            [.integer(fid), .text(name), .text(role.rawValue), .blob(hash(fid, name, role))])
        return fid
    }

    static func hash(_ fid: Int, _ name: String, _ role: Role) -> [UInt8] {
        ContentHash.of([.integer(fid), .text(name), .text(role.rawValue)])
    }
}
