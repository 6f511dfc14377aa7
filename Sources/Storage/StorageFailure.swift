/// What can go wrong between us and an engine. It carries no bound value, so no patient's data reaches a log.
package enum StorageFailure: Error, Hashable, CustomStringConvertible {
    case unreadable(column: Int)
    /// The engine said no; the code is its own: a result code of SQLite, or an SQLSTATE.
    case refused(Refused, code: String, String)
    /// The database cannot be reached, or the connection broke before the change was known to be on disk.
    case unreachable(String)
    /// The engine does not wait for the disk, so an acknowledged reading could be lost in a power cut; or it puts texts in
    /// another order than their bytes, so a search by name would find nobody.
    case unfit(found: String)
    case closed
    /// A newer program has changed the tables in a way this one does not know.
    case newerDatabase

    /// Why the engine said no: the same words for both.
    package enum Refused: Hashable, Sendable {
        /// A row that breaks a UNIQUE, CHECK, NOT NULL or FOREIGN KEY of the schema.
        case constraint
        /// Somebody else changed the same rows at the same moment; doing it again is the cure.
        case conflict
        /// It took longer than a statement or the wait for a lock may take.
        case tooSlow
        /// The disk is full.
        case full
        /// The database has as many connections as it wants.
        case tooMany
        case other
    }

    package var description: String {
        switch self {
        case .unreadable(let column): "column \(column) does not hold what was asked"
        case .refused(_, let code, let message): "the database refused (\(code)): \(message)"
        case .unreachable(let message): "the database cannot be reached: \(message)"
        case .unfit(let found): "the database is not set up for us: \(found)"
        case .closed: "the database is closed"
        case .newerDatabase: "the database belongs to a newer version of this program"
        }
    }

    /// Whether it may go better in a while; a row that the schema refuses, or a column that holds something else, is a
    /// mistake of ours and stays one.
    package var mayPass: Bool {
        switch self {
        case .refused(let why, _, _): why != .constraint && why != .other
        case .closed, .unreachable: true
        case .unreadable, .unfit, .newerDatabase: false
        }
    }

    package var isConstraint: Bool { isRefused(.constraint) }

    /// Whether doing the same again at once is the cure.
    var isConflict: Bool { isRefused(.conflict) }

    private func isRefused(_ why: Refused) -> Bool { if case .refused(why, _, _) = self { true } else { false } }
}
