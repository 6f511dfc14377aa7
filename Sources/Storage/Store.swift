import Clinical
import GRDB

/// The database: many readers, and one lane of writers that share their commits.
///
/// Nothing is acknowledged before it is on disk: the store checks that the engine waits for the disk, and does not
/// open when it does not.
package final class Store: Sendable {
    private let pool: DatabasePool
    private let lane: Lane

    /// Opens the database file, and makes it when there is none.
    ///
    /// - Throws: ``StorageFailure/notDurable(found:)``
    package init(path: String, readers: Int = 16) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA case_sensitive_like = ON") }
        pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB sets NORMAL when it has opened a pool, so FULL comes after.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        lane = Lane(pool)
        try assertDurable()
    }

    /// Reads one consistent picture of the data.
    package func read<Value: Sendable>(
        _ look: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try lookNow(look)
    }

    /// A read takes microseconds and touches no network, so it is done where it is asked for; handing it to another
    /// thread and back costs more than the read.
    private func lookNow<Value>(_ look: (Transaction) throws -> Value) throws -> Value {
        try pool.read { try look(Transaction($0)) }
    }

    /// Changes the data; returns when the change is on disk.
    ///
    /// The closure may be run twice (when a neighbour in the shared commit fails), so it touches nothing but the
    /// transaction.
    @discardableResult
    package func write<Value: Sendable>(
        _ change: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await lane.write(change)
    }

    /// - Throws: ``StorageFailure/notDurable(found:)`` unless the writer runs in WAL mode with synchronous=FULL
    package func assertDurable() throws {
        let found = try pool.writeWithoutTransaction { db in
            (
                try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "none",
                try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
            )
        }
        guard found == ("wal", 2) else {
            throw StorageFailure.notDurable(found: "journal_mode=\(found.0), synchronous=\(found.1)")
        }
    }

    /// Keeps the engine's statistics fresh; cheap enough to run after every bulk load and once a day.
    package func optimise() async throws {
        try await lane.alone { try $0.execute(sql: "PRAGMA optimize = 0x10002") }
    }

    /// Copies the whole database to another file while it is in use.
    package func copy(to path: String) throws {
        try pool.backup(to: DatabaseQueue(path: path))
    }

    package func close() throws {
        guard lane.close() else { return }
        // What stands in the log is safe there; moving it over makes a copy of the one file a whole one.
        try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }  // somebody else may be reading
        try pool.close()
    }
}
