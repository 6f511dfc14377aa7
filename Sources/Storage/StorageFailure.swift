/// What can go wrong between us and the engine. It carries no bound value, so no patient's data reaches a log.
package enum StorageFailure: Error, Hashable, CustomStringConvertible {
    case unreadable(column: Int)
    case refused(code: Int, String)
    /// The engine does not wait for the disk, so an acknowledged reading could be lost in a power cut.
    case notDurable(found: String)
    case closed
    /// A newer program has changed the tables in a way this one does not know.
    case newerDatabase

    package var description: String {
        switch self {
        case .unreadable(let column): "column \(column) does not hold what was asked"
        case .refused(let code, let message): "the database refused (\(code)): \(message)"
        case .notDurable(let found): "the database is not durable: \(found)"
        case .closed: "the database is closed"
        case .newerDatabase: "the database belongs to a newer version of this program"
        }
    }

    /// Whether it may go better in a while; a row that the schema refuses, or a column that holds something else, is a
    /// mistake of ours and stays one.
    package var mayPass: Bool {
        switch self {
        case .refused: !isConstraint
        case .closed: true
        case .unreadable, .notDurable, .newerDatabase: false
        }
    }

    /// A row that breaks a UNIQUE, CHECK, NOT NULL or FOREIGN KEY of the schema.
    package var isConstraint: Bool {
        if case .refused(let code, _) = self { code & 0xFF == 19 } else { false }
    }
}
