import Clinical
import Vault

/// The database: everything that is kept goes through here, whichever engine keeps it.
///
/// Nothing is acknowledged before it is on disk: the store checks that the engine waits for the disk, and does not
/// open when it does not.
package final class Store: Sendable {
    let engine: any Engine
    package let address: StoreAddress
    /// With which keys fields are sealed in it; they are in a file, and never in the database or its backup.
    package let keys: MasterKeys?

    /// Opens the database. A file is made when there is none; a server is only called when it is needed, so that a node can
    /// start before its database does.
    ///
    /// - Throws: ``StorageFailure/unfit(found:)``
    package init(_ address: StoreAddress, keys: MasterKeys? = nil) throws {
        self.address = address
        self.keys = keys
        engine =
            switch address {
            case .sqlite(let path): try SQLiteEngine(path: path, readers: 16, keys: keys)
            case .postgres(let url): PostgresEngine(address: url, keys: keys)
            }
    }

    package convenience init(path: String, keys: MasterKeys? = nil) throws {
        try self.init(.sqlite(path: path), keys: keys)
    }

    /// Reads one consistent picture of the data. It is given up when its task is cancelled.
    package func read<Value: Sendable>(
        _ look: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await stoppable(look) { try await engine.read($0) }
    }

    /// Asks one question: a closure with a single statement in it, which sees one picture by itself.
    package func ask<Value: Sendable>(
        _ look: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await stoppable(look) { try await engine.ask($0) }
    }

    private func stoppable<Value: Sendable>(
        _ look: @escaping @Sendable (Transaction) throws -> Value,
        _ read: (@escaping @Sendable (Transaction) throws -> Value) async throws -> Value
    ) async throws -> Value {
        let interruption = Interruption()
        return try await withTaskCancellationHandler {
            try await read { db in try db.stoppable(by: interruption) { try look(db) } }
        } onCancel: {
            interruption.cancel()
        }
    }

    /// Changes the data; returns when the change is on disk.
    ///
    /// The closure may be run more than once (when a neighbour in the shared commit fails, or when another node changes
    /// the same rows), so it touches nothing but the transaction.
    @discardableResult
    package func write<Value: Sendable>(
        _ change: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await engine.write(change)
    }

    /// Adds rows and reads nothing, such as a line of the access log; returns when they are on disk.
    @discardableResult
    package func append<Value: Sendable>(
        _ line: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await engine.append(line)
    }

    /// - Throws: ``StorageFailure/unfit(found:)`` when an acknowledged change could be lost in a power cut, or texts have
    ///   another order than their bytes
    package func assertFit() async throws { try await engine.assertFit() }

    /// Whether a change would be taken now: nothing is changed, and a copy that only follows says no.
    ///
    /// - Throws: ``StorageFailure``
    package func assertWritable() async throws {
        try await write { try $0.run("UPDATE storage_migration SET applied_at = 0 WHERE name = ''") }
    }

    /// Keeps the engine's statistics fresh; cheap enough to run after every bulk load and once a day.
    package func optimise() async throws { try await engine.optimise() }

    /// After something was deleted that nobody may find any more: it is gone from free pages and from the log of the
    /// engine. On PostgreSQL an archive of that log keeps it for as long as the archive is kept.
    package func scrub() async throws { try await engine.scrub() }

    package func close() throws { try engine.close() }
}

/// Where the database is.
///
/// - Shape: `sqlite:PATH`, or `postgres://USER@HOST/DATABASE?…` as libpq reads it
package enum StoreAddress: Hashable, Sendable, CustomStringConvertible {
    case sqlite(path: String)
    case postgres(url: String)

    package init?(_ text: String) {
        if text.hasPrefix("sqlite:"), text.count > 7 {
            self = .sqlite(path: String(text.dropFirst(7)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text)
        } else {
            return nil
        }
    }

    /// Without what could be a password.
    package var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let url): "postgres://…/\(url.prefix { $0 != "?" }.split(separator: "/").last ?? "")"
        }
    }
}
