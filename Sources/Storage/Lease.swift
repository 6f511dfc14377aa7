import Clinical

extension Store {
    package static let schema = [
        Migration(
            "2026-11-25 storage: leases",
            """
            CREATE TABLE storage_lease (
                name    TEXT NOT NULL PRIMARY KEY,
                holder  BYTEA NOT NULL,
                until   BIGINT NOT NULL
            );
            """
        )
    ]

    /// Takes a piece of work that only one node may do in a while, such as the rounds past one practice.
    ///
    /// - Returns: whether it is ours until then; a node that dies gives it back by the clock
    package func lease<Node>(
        _ name: String, to node: ID<Node>, for duration: Duration, at now: Instant
    ) async throws -> Bool {
        try await write { db in
            try db.change(
                """
                INSERT INTO storage_lease (name, holder, until)
                VALUES (\(name), \(node), \(now + duration))
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
                WHERE storage_lease.until <= \(now)
                """
            ) == 1
        }
    }
}
