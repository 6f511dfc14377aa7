import Clinical
import Federation
import Storage

extension Identity {
    package static func add(_ row: ProviderRow, at now: Instant, _ db: Transaction) throws {
        let (authentication, keyID, audience) = row.authentication.columns
        try db.run(
            """
            INSERT INTO identity_provider (name, practice_id, title, kind, issuer, client_id, authentication, secret_file,
                                           key_id, key_audience, scopes, levels, minimum, maximum_age, reach, state,
                                           made_at)
            VALUES (\(row.name), \(row.organisation), \(row.title), \(row.kind), \(row.issuer), \(row.clientID),
                    \(authentication), \(row.file), \(keyID), \(audience), \(row.scopes.joined(separator: " ")),
                    \(row.levels.joined(separator: " ")), \(row.minimum), \(Int(row.maximumAge.components.seconds)),
                    \(row.reach), \(row.state), \(now))
            """
        )
    }

    package static func provider(named name: String, _ db: Transaction) throws -> ProviderRow? {
        try db.row(
            """
            SELECT name, practice_id, title, kind, issuer, client_id, authentication, secret_file, key_id, key_audience,
                   scopes, levels, minimum, maximum_age, reach, state
            FROM identity_provider
            WHERE name = \(name)
            """, providerRow)
    }

    /// All of them; there are never many.
    package static func providers(_ db: Transaction) throws -> [ProviderRow] {
        try db.rows(
            """
            SELECT name, practice_id, title, kind, issuer, client_id, authentication, secret_file, key_id, key_audience,
                   scopes, levels, minimum, maximum_age, reach, state
            FROM identity_provider
            ORDER BY kind, title, name
            """, providerRow)
    }

    /// Those whose word is taken now.
    static func openProviders(_ db: Transaction) throws -> [ProviderRow] {
        try providers(db).filter { $0.state == .on }
    }

    /// - Returns: whether there is such a house
    package static func turn(
        provider name: String, _ state: ProviderRow.State, at now: Instant, _ db: Transaction
    ) throws -> ProviderRow? {
        guard let row = try provider(named: name, db) else { return nil }
        try db.run("UPDATE identity_provider SET state = \(state) WHERE name = \(name)")
        if state == .off { try endSessions(from: row.issuer, at: now, db) }
        return row
    }

    /// The house, everybody who was joined to it, and every session that began there.
    ///
    /// - Returns: what was there, and nothing when it was not
    package static func removeProvider(
        _ name: String, at now: Instant, _ db: Transaction
    ) throws -> (row: ProviderRow, joined: Int)? {
        guard let row = try provider(named: name, db) else { return nil }
        try endSessions(from: row.issuer, at: now, db)
        let joined = try db.change("DELETE FROM identity_federated WHERE issuer = \(row.issuer)")
        try db.run("DELETE FROM identity_provider WHERE name = \(name)")
        return (row, joined)
    }

    private static func providerRow(_ row: Row) throws -> ProviderRow {
        ProviderRow(
            name: try row.text(0), title: try row.text(2), kind: try row.word(3), organisation: try row.id(1),
            issuer: try row.text(4), clientID: try row.text(5), authentication: try authentication(row),
            file: try row.text(7), scopes: try words(row, 10), levels: try words(row, 11), minimum: try row.text(12),
            maximumAge: .seconds(try row.int(13)), reach: try row.word(14), state: try row.word(15))
    }

    private static func authentication(_ row: Row) throws -> ProviderRow.Authentication {
        guard let id = try row.textIfAny(8) else { return .secret }
        return .key(id: id, audience: try row.word(9))
    }

    private static func words(_ row: Row, _ column: Int32) throws -> [String] {
        try row.text(column).split(separator: " ").map(String.init)
    }
}

extension Identity.ProviderRow.Authentication {
    fileprivate var columns: (String, String?, ClientKey.Audience?) {
        switch self {
        case .secret: ("secret", nil, nil)
        case .key(let id, let audience): ("key", id, audience)
        }
    }
}
