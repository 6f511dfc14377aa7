import Foundation
import Vault

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
    init(address: String, keys: MasterKeys?) {
        self.address = address
        func workers(_ count: Int, _ way: PostgresWorker.Way) -> [PostgresWorker] {
            (0..<count).map { _ in PostgresWorker(PostgresConnection(address: address), way, keys) }
        }
        changes = Lane(
            "changes", workers(Self.writers, .changes("BEGIN ISOLATION LEVEL SERIALIZABLE")),
            longestBatch: Self.longestBatch)
        lines = Lane("lines", workers(Self.adders, .changes("BEGIN")), longestBatch: Self.longestBatch)
        pictures = Lane(
            "pictures", workers(Self.readers, .looks("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")),
            longestBatch: 1)
        questions = Lane("questions", workers(Self.askers, .asks), longestBatch: 1)
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

    /// An index over ten years of readings takes longer than a page may; waiting for a lock does not, as others wait
    /// behind who waits.
    func statements(of migration: Migration) -> [String] {
        ["SET LOCAL statement_timeout = '2h'"] + migration.statementsOfPostgres
    }

    func assertFit() async throws {
        let address = address
        try await Self.beside {
            let connection = PostgresConnection(address: address)
            let found = try ["fsync", "full_page_writes", "synchronous_commit", "server_encoding"].map {
                ($0, try connection.word("SHOW \($0)"))
            }
            let isSafe =
                found[0].1 == "on" && found[1].1 == "on" && found[2].1 != "off" && found[3].1 == "UTF8"
            // The order of bytes, asked for by what it does: a locale has several ways to be another one.
            guard try connection.word("SELECT 'Z' < 'a' AND 'z' < U&'\\00e9' AND '2-' < '20'") == "t" else {
                throw StorageFailure.unfit(found: "texts in the order of a language; make it with --locale=C")
            }
            guard isSafe else {
                throw StorageFailure.unfit(found: found.map { "\($0.0)=\($0.1)" }.joined(separator: ", "))
            }
        }
    }

    func optimise() async throws {
        let address = address
        try await Self.beside { try PostgresConnection(address: address).tell("ANALYZE") }
    }

    func scrub() async throws {
        let address = address
        try await Self.beside {
            let connection = PostgresConnection(address: address)
            try connection.tell("SET statement_timeout = '2h'")
            try connection.tell("VACUUM FULL")
            try connection.tell("CHECKPOINT")
        }
    }

    func close() throws { for lane in [changes, lines, pictures, questions] { _ = lane.close() } }

    /// Does something slow on a thread that nobody waits on.
    static func beside(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            Thread { continuation.resume(with: Result(catching: work)) }.start()
        }
    }
}

/// A connection that does what waits, in its own way.
private struct PostgresWorker: Lane.Worker {
    /// How a batch is done, and the word that begins its transaction.
    enum Way: Sendable {
        case changes(String)
        case looks(String)
        /// A single question, without a transaction.
        case asks
    }

    private let connection: PostgresConnection
    private let way: Way
    private let keys: MasterKeys?

    init(_ connection: PostgresConnection, _ way: Way, _ keys: MasterKeys?) {
        self.connection = connection
        self.way = way
        self.keys = keys
    }

    func together(_ batch: [Lane.Change]) throws {
        let all: (PostgresConnection) throws -> Void = { connection in
            let transaction = Transaction(connection, KeyRing(keys))
            for change in batch { try change(transaction) }
        }
        switch way {
        case .changes(let begin): try connection.between(begin, all)
        case .looks(let begin): try connection.look(begin, all)
        case .asks: try connection.ask(all)
        }
    }

    func end() { connection.hangUp() }
}
