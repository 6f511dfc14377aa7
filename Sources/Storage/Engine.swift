/// What a database can do for us. There are two: SQLite inside the program, and PostgreSQL beside it.
protocol Engine: Sendable {
    /// Reads one consistent picture.
    func read<Value: Sendable>(_ look: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value

    /// Asks one question: a single statement sees one picture by itself, and costs no transaction.
    func ask<Value: Sendable>(_ look: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value

    /// Changes the data; returns when the change is on disk.
    func write<Value: Sendable>(_ change: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value

    /// Adds rows and reads nothing; returns when they are on disk. It does not wait behind a long change.
    func append<Value: Sendable>(_ line: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value

    /// Does something that no other node may do at the same time.
    func exclusively(_ work: @escaping @Sendable () async throws -> Void) async throws

    /// The statements of a migration, as this engine wants to hear them.
    func statements(of migration: Migration) -> [String]

    /// - Throws: ``StorageFailure/unfit(found:)`` when an acknowledged change could be lost in a power cut, or texts have
    ///   another order than their bytes
    func assertFit() async throws

    /// Keeps the statistics fresh by which the engine chooses its way to an answer.
    func optimise() async throws

    /// Takes what was deleted out of the places on the disk where it stood.
    func scrub() async throws

    func close() throws
}

/// One connection with a transaction open.
protocol Session {
    /// Runs a statement whose answer nobody needs. An engine may do it later, together with what follows; then a failure
    /// comes out later too.
    func send(_ sql: SQL) throws

    /// Runs a statement, and shows each row of its answer until somebody has seen enough.
    ///
    /// - Returns: how many rows it changed
    func run(_ sql: SQL, _ visit: (Row) throws -> Visiting) throws -> Int

    /// Adds many rows to a table at once, by the engine's quickest way.
    func fill(_ table: Table, _ rows: [[SQLValue]]) throws

    /// How the engine would answer, one line a step.
    func plan(of sql: SQL) throws -> [String]

    /// How to stop what this connection is doing, for as long as it is ours.
    func stopper() throws -> Stopper
}

enum Visiting { case more, enough }
