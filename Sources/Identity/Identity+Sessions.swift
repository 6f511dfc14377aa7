import Clinical
import Storage

extension Identity {
    struct StoredAccount: Sendable {
        let role: Role
        let salt: [UInt8]
        let hash: [UInt8]
        let rounds: Int
        let practice: ID<Practice>
        /// When it is the account of a patient.
        let patient: ID<Patient>?
    }

    /// Sign-in names are the same in capitals and small letters.
    static func foldedSignIn(_ text: String) -> String { String(text.lowercased().prefix(200)) }

    /// An account that has not ended.
    static func account(_ signIn: String, at now: Instant, _ db: Transaction) throws -> StoredAccount? {
        try db.row(
            """
            SELECT role, salt, password_hash, rounds, practice_id, person_id
            FROM identity_account
            WHERE sign_in = \(signIn) AND (ended_at IS NULL OR ended_at > \(now))
            """
        ) {
            let role: Role = try $0.word(0)
            return StoredAccount(
                role: role, salt: try $0.bytes(1), hash: try $0.bytes(2), rounds: try $0.int(3),
                practice: try $0.id(4), patient: role == .patient ? try $0.id(5) : nil)
        }
    }

    static func saveAccount(
        _ signIn: String, of person: Visitor.Person, role: Role, in practice: ID<Practice>, salt: [UInt8],
        hash: [UInt8], rounds: Int, at now: Instant, _ db: Transaction
    ) throws {
        let id: ID<Account> =
            switch person {
            case .patient(let patient): ID(of: patient)
            case .worker(let worker): ID(of: worker)
            }
        try db.run(
            """
            INSERT INTO identity_account (sign_in, practice_id, person_id, role, salt, password_hash, rounds, made_at)
            VALUES (\(signIn), \(practice), \(id), \(role), \(salt), \(hash), \(rounds), \(now))
            """
        )
    }

    static func changePassword(
        of signIn: String, salt: [UInt8], hash: [UInt8], rounds: Int, _ db: Transaction
    ) throws -> Bool {
        let changed = try db.change(
            """
            UPDATE identity_account
            SET salt = \(salt), password_hash = \(hash), rounds = \(rounds)
            WHERE sign_in = \(signIn) AND ended_at IS NULL
            """
        )
        try endSessions(of: signIn, db)
        return changed == 1
    }

    /// From this moment on nothing opens for this account any more: every request looks at it. An end is never put off.
    ///
    /// - Returns: the organisation of the account; nothing when there is no such account, or it ends before that already
    static func endAccount(_ signIn: String, at end: Instant, now: Instant, _ db: Transaction) throws -> ID<Practice>? {
        let changed = try db.change(
            """
            UPDATE identity_account
            SET ended_at = \(end)
            WHERE sign_in = \(signIn) AND (ended_at IS NULL OR ended_at > \(end))
            """
        )
        guard changed == 1 else { return nil }
        if end <= now { try endSessions(of: signIn, db) }
        return try db.row("SELECT practice_id FROM identity_account WHERE sign_in = \(signIn)") { try $0.id(0) }
    }

    private static func endSessions(of signIn: String, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_session WHERE sign_in = \(signIn)")
        try forgetDevices(of: signIn, db)
    }

    static func startSession(
        tokenHash: [UInt8], of signIn: String, formSecret: [UInt8], at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO identity_session (token_hash, sign_in, form_secret, started_at, seen_at)
            VALUES (\(tokenHash), \(signIn), \(formSecret), \(now), \(now))
            """
        )
    }

    static func touchSession(_ tokenHash: [UInt8], at now: Instant, _ db: Transaction) throws {
        try db.run("UPDATE identity_session SET seen_at = \(now) WHERE token_hash = \(tokenHash)")
    }

    static func endSession(_ tokenHash: [UInt8], at now: Instant, _ db: Transaction) throws {
        try db.run(
            "UPDATE identity_session SET ended_at = \(now) WHERE token_hash = \(tokenHash) AND ended_at IS NULL")
    }

    static func visitor(tokenHash: [UInt8], at now: Instant, _ db: Transaction) throws -> Visitor? {
        try db.row(
            """
            SELECT account.practice_id, account.person_id, account.role, session.form_secret, session.seen_at,
                   COALESCE(patient.given_name, worker.given_name),
                   COALESCE(patient.family_name, worker.family_name), practice.name
            FROM identity_session AS session
            JOIN identity_account AS account ON account.sign_in = session.sign_in
            JOIN identity_practice AS practice ON practice.practice_id = account.practice_id
            LEFT JOIN identity_patient AS patient
                 ON account.role = 'patient' AND patient.practice_id = account.practice_id
                AND patient.id = account.person_id
            LEFT JOIN identity_worker AS worker
                 ON account.role <> 'patient' AND worker.practice_id = account.practice_id
                AND worker.id = account.person_id
            WHERE session.token_hash = \(tokenHash) AND session.ended_at IS NULL
              AND session.seen_at > \(now - SignIn.longestPause)
              AND session.started_at > \(now - SignIn.longestSession)
              AND (account.ended_at IS NULL OR account.ended_at > \(now))
            """
        ) { row in
            let role: Role = try row.word(2)
            return Visitor(
                person: role == .patient ? .patient(try row.id(1)) : .worker(try row.id(1)),
                practice: try row.id(0), role: role, givenName: try row.text(5), familyName: try row.text(6),
                practiceName: try row.text(7), formSecret: try row.bytes(3), tokenHash: tokenHash,
                seenAt: try row.instant(4))
        }
    }
}
