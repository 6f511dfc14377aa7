import Clinical

/// One step of the schema, in the language of the database; never edited once released.
///
/// - Shape: a dated name and plain SQL that SQLite and PostgreSQL both speak, statements ended by `;`; where the two have no
///   common words for a change (a check that becomes wider), the words of PostgreSQL stand beside it
package struct Migration: Sendable {
    /// What an older program does with tables that were changed so.
    package enum Kind: String, Sendable {
        /// It works on: there is something more that it does not know.
        case expands
        /// It must not: something that it uses is gone or means something else. Comes one release after the last program
        /// that used it.
        case contracts
    }

    package let name: String
    package let sql: String
    package let kind: Kind
    private let postgres: String?

    package init(_ name: String, _ sql: String, postgres: String? = nil, _ kind: Kind = .expands) {
        self.name = name
        self.sql = sql
        self.postgres = postgres
        self.kind = kind
    }

    var statements: [String] { Self.statements(of: sql) }
    var statementsOfPostgres: [String] { Self.statements(of: postgres ?? sql) }

    private static func statements(of sql: String) -> [String] {
        sql.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
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
    /// What a newer program added is left alone, so that nodes of two versions can work side by side during an upgrade.
    ///
    /// - Throws: ``StorageFailure/newerDatabase`` when a newer program took something away that this one may need
    package func migrate(_ migrations: [Migration], at now: Instant) async throws {
        try await assertFit()
        try await engine.exclusively { [self] in
            try await write { db in
                try db.run(
                    """
                    CREATE TABLE IF NOT EXISTS storage_migration (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL,
                        kind TEXT NOT NULL)
                    """)
            }
            let found = try await ask {
                try $0.rows("SELECT name, kind FROM storage_migration") {
                    (name: try $0.text(0), kind: try $0.word(1, of: Migration.Kind.self))
                }
            }
            let known = Set(migrations.map(\.name))
            guard found.allSatisfy({ known.contains($0.name) || $0.kind == .expands }) else {
                throw StorageFailure.newerDatabase
            }
            let done = Set(found.map(\.name))
            for migration in migrations where !done.contains(migration.name) { try await apply(migration, at: now) }
        }
    }

    private func apply(_ migration: Migration, at now: Instant) async throws {
        let statements = engine.statements(of: migration)
        try await write { db in
            for statement in statements { try db.run(SQL(stringLiteral: statement)) }
            try db.run(
                "INSERT INTO storage_migration (name, applied_at, kind) VALUES (\(migration.name), \(now), \(migration.kind))"
            )
        }
    }
}
