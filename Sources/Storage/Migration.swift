import Clinical

/// One step of the schema, in the language of the database; never edited once released.
///
/// - Shape: a dated name and plain SQL that SQLite and PostgreSQL both speak, statements ended by `;`
package struct Migration: Sendable {
    package let name: String
    package let sql: String

    package init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }

    var statements: [String] { sql.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty } }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension Store {
    /// Brings an empty or older database up to date, one migration a transaction, in the order given; however many nodes
    /// start at once, one does it and the others wait.
    ///
    /// - Throws: ``StorageFailure/newerDatabase`` when a newer program was here before
    package func migrate(_ migrations: [Migration], at now: Instant) async throws {
        try await assertDurable()
        try await engine.exclusively { [self] in
            try await write { db in
                try db.run(
                    "CREATE TABLE IF NOT EXISTS storage_migration (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)")
            }
            let done = Set(try await ask { try $0.rows("SELECT name FROM storage_migration") { try $0.text(0) } })
            guard done.isSubset(of: migrations.map(\.name)) else { throw StorageFailure.newerDatabase }
            for migration in migrations where !done.contains(migration.name) { try await apply(migration, at: now) }
        }
    }

    private func apply(_ migration: Migration, at now: Instant) async throws {
        let statements = engine.statements(of: migration)
        try await write { db in
            for statement in statements { try db.run(SQL(stringLiteral: statement)) }
            try db.run("INSERT INTO storage_migration (name, applied_at) VALUES (\(migration.name), \(now))")
        }
    }
}
