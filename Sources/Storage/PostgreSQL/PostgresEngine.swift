import Foundation

/// The database as a server beside the program, shared by many nodes.
///
/// Changes run as if they came one after the other (`SERIALIZABLE`), as they do in the embedded engine; whoever is in
/// the way of somebody else is run again. libpq waits for the server, so its connections have threads of their own and
/// no task ever waits.
final class PostgresEngine: Engine {
    /// As many connections as a node holds at most. All changes of a node go over one: they share their commits there, and
    /// are never in each other's way.
    private static let (writers, adders, readers, askers) = (1, 1, 4, 2)
    private static let longestBatch = 64

    private let address: String
    private let changes: Lane
    private let lines: Lane
    private let pictures: Lane
    private let questions: Lane

    /// Calls nobody yet.
    init(address: String) {
        self.address = address
        func workers(_ count: Int, _ begin: String?) -> [PostgresWorker] {
            (0..<count).map { _ in PostgresWorker(PostgresConnection(address: address), begin: begin) }
        }
        changes = Lane(
            "changes", workers(Self.writers, "BEGIN ISOLATION LEVEL SERIALIZABLE"), longestBatch: Self.longestBatch)
        lines = Lane("lines", workers(Self.adders, "BEGIN"), longestBatch: Self.longestBatch)
        pictures = Lane(
            "pictures", workers(Self.readers, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), longestBatch: 1)
        questions = Lane("questions", workers(Self.askers, nil), longestBatch: 1)
    }

    func read<Value: Sendable>(_ look: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await pictures.run(look)
    }

    func ask<Value: Sendable>(_ look: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await questions.run(look)
    }

    func write<Value: Sendable>(_ change: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await changes.run(change)
    }

    func append<Value: Sendable>(_ line: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await lines.run(line)
    }

    /// Held by a connection of its own, so that it ends with the node that holds it.
    func exclusively(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let connection = PostgresConnection(address: address)
        try await Self.beside {
            try connection.tell("SET lock_timeout = '5min'; SET statement_timeout = '5min'")
            try connection.tell("SELECT pg_advisory_lock(\(Self.lock))")
        }
        defer { connection.hangUp() }
        try await work()
    }

    /// The number that nodes of Hartlijn know each other by: "hartlijn" in ASCII.
    private static let lock = 0x6861_7274_6C69_6A6E

    func statements(of migration: Migration) -> [String] { migration.statements }

    func assertDurable() async throws {
        let address = address
        try await Self.beside {
            let connection = PostgresConnection(address: address)
            let found = try ["fsync", "full_page_writes", "synchronous_commit", "server_encoding"].map {
                ($0, try connection.word("SHOW \($0)"))
            }
            let isSafe =
                found[0].1 == "on" && found[1].1 == "on" && found[2].1 != "off" && found[3].1 == "UTF8"
            guard isSafe else {
                throw StorageFailure.notDurable(found: found.map { "\($0.0)=\($0.1)" }.joined(separator: ", "))
            }
        }
    }

    func optimise() async throws {
        let address = address
        try await Self.beside { try PostgresConnection(address: address).tell("ANALYZE") }
    }

    func close() throws { for lane in [changes, lines, pictures, questions] { _ = lane.close() } }

    /// Does something slow on a thread that nobody waits on.
    static func beside(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            Thread { continuation.resume(with: Result(catching: work)) }.start()
        }
    }
}

/// A connection that does what waits, in a transaction or without one.
private struct PostgresWorker: Lane.Worker {
    private let connection: PostgresConnection
    private let begin: String?

    init(_ connection: PostgresConnection, begin: String?) {
        self.connection = connection
        self.begin = begin
    }

    func together(_ batch: [Lane.Change]) throws {
        guard let begin else {
            for change in batch { try change(Transaction(connection)) }
            return
        }
        try connection.between(begin) { connection in
            let transaction = Transaction(connection)
            for change in batch { try change(transaction) }
        }
    }

    func end() { connection.hangUp() }
}
