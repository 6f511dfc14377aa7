import Clinical
import Federation
import Storage

extension Identity {
    package static func add(_ client: ClientRow, at now: Instant, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO identity_client (client_id, practice_id, name, jwks, scopes, made_at)
            VALUES (\(client.id), \(client.organisation), \(client.name), \(client.jwks),
                    \(SystemScope.text(client.scopes)), \(now))
            """
        )
    }

    static func client(_ client: ID<Client>, _ db: Transaction) throws -> ClientRow? {
        try db.row(
            """
            SELECT client_id, practice_id, name, jwks, scopes, ended_at
            FROM identity_client
            WHERE client_id = \(client)
            """, clientRow)
    }

    /// All of them, also those that have ended.
    package static func clients(_ db: Transaction) throws -> [ClientRow] {
        try db.rows(
            """
            SELECT client_id, practice_id, name, jwks, scopes, ended_at
            FROM identity_client
            ORDER BY practice_id, made_at
            """, clientRow)
    }

    /// From this moment on it gets no token, and those that it has are worth nothing.
    ///
    /// - Returns: its organisation; nothing when there is no such machine, or it has ended before
    package static func end(_ client: ID<Client>, at now: Instant, _ db: Transaction) throws -> ID<Practice>? {
        let ended = try db.change(
            "UPDATE identity_client SET ended_at = \(now) WHERE client_id = \(client) AND ended_at IS NULL")
        guard ended == 1 else { return nil }
        try db.run("DELETE FROM identity_token WHERE client_id = \(client)")
        return try Identity.client(client, db)?.organisation
    }

    static func keep(
        token hash: [UInt8], of client: ID<Client>, _ scopes: Set<SystemScope>, from now: Instant, until end: Instant,
        _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO identity_token (token_hash, client_id, scopes, made_at, until_at)
            VALUES (\(hash), \(client), \(SystemScope.text(scopes)), \(now), \(end))
            """
        )
    }

    /// The machine that this token was given to, when it may still be used.
    package static func machine(token: String, at now: Instant, _ db: Transaction) throws -> Machine? {
        guard let bytes = SignIn.token(token) else { return nil }
        return try db.row(
            """
            SELECT client.client_id, client.practice_id, token.scopes
            FROM identity_token AS token
            JOIN identity_client AS client ON client.client_id = token.client_id
            WHERE token.token_hash = \(SignIn.hash(ofToken: bytes)) AND token.until_at > \(now)
              AND client.ended_at IS NULL
            """
        ) { Machine(client: try $0.id(0), organisation: try $0.id(1), scopes: try SystemScope.list(try $0.text(2))) }
    }

    package static func forgetTokens(at now: Instant, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_token WHERE until_at <= \(now)")
    }

    private static func clientRow(_ row: Row) throws -> ClientRow {
        ClientRow(
            id: try row.id(0), organisation: try row.id(1), name: try row.text(2), jwks: try row.text(3),
            scopes: try SystemScope.list(try row.text(4)), endedAt: try row.instantIfAny(5))
    }
}
