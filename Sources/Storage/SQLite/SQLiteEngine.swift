import Foundation
import GRDB
import GRDBSQLite
import Vault

/// The database as a file beside the program: many readers, and one writer whose commits are shared.
final class SQLiteEngine: Engine {
    private let pool: DatabasePool
    private let lane: Lane
    private let keys: MasterKeys?

    /// Opens the file, and makes it when there is none.
    ///
    /// - Throws: ``StorageFailure/unfit(found:)``
    init(path: String, readers: Int, keys: MasterKeys?) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .callback(Self.waitForTurn)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA case_sensitive_like = ON") }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB sets NORMAL when it has opened a pool, so FULL comes after.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON") }
        self.pool = pool
        self.keys = keys
        lane = Lane("lane", [Writer(pool: pool, keys: keys)], longestBatch: 512)
        try checkFit()
    }

    /// Another program writes in the same file. SQLite's own waiting grows to a tenth of a second between two looks, and
    /// then who writes in short turns is always there first.
    ///
    /// - Returns: whether to look again, for five seconds
    private static func waitForTurn(_ looks: Int) -> Bool {
        usleep(1000)
        return looks < 5000
    }

    /// A read takes microseconds and touches no network, so it is done where it is asked for; handing it to another
    /// thread and back costs more than the read.
    func read<Value: Sendable>(_ look: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try readNow { db in
            try SQLiteSession(db).between("BEGIN DEFERRED", "COMMIT") { try look(Transaction($0, KeyRing(keys))) }
        }
    }

    func ask<Value: Sendable>(_ look: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try readNow { try look(Transaction(SQLiteSession($0), KeyRing(keys))) }
    }

    /// The library opens a transaction of its own around a read, which costs several times what a small read costs.
    private func readNow<Value>(_ look: (Database) throws -> Value) throws -> Value { try pool.unsafeRead(look) }

    func write<Value: Sendable>(_ change: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await lane.run(change)
    }

    func append<Value: Sendable>(_ line: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await lane.run(line)
    }

    /// There is one writer in one program, so whoever works is alone.
    func exclusively(_ work: @escaping @Sendable () async throws -> Void) async throws { try await work() }

    /// A table is clustered by its primary key only when asked.
    func statements(of migration: Migration) -> [String] {
        migration.statements.map { $0.hasPrefix("CREATE TABLE") ? $0 + " WITHOUT ROWID" : $0 }
    }

    func assertFit() async throws { try checkFit() }

    private func checkFit() throws {
        let found = try pool.writeWithoutTransaction { db in
            (
                try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "none",
                try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
            )
        }
        guard found == ("wal", 2) else {
            throw StorageFailure.unfit(found: "journal_mode=\(found.0), synchronous=\(found.1)")
        }
    }

    func optimise() async throws {
        try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize = 0x10002") }
    }

    func scrub() async throws {
        try await pool.writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM")
            _ = try db.checkpoint(.truncate)
        }
    }

    func close() throws {
        guard lane.close() else { return }
        // What stands in the log is safe there; moving it over makes a copy of the one file a whole one.
        try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }  // somebody else may be reading
        try pool.close()
    }

    private struct Writer: Lane.Worker {
        let pool: DatabasePool
        let keys: MasterKeys?

        func together(_ batch: [Lane.Change]) throws {
            try pool.writeWithoutTransaction { db in
                try SQLiteSession(db).between("BEGIN IMMEDIATE", "COMMIT") { session in
                    let transaction = Transaction(session, KeyRing(keys))
                    for change in batch { try change(transaction) }
                }
            }
        }

        func end() {}
    }
}
