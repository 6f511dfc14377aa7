import Audit
import Clinical
import Storage

extension Identity {
    struct StoredAccount: Sendable {
        let role: Role
        let password: KeptPassword
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
            SELECT role, salt, password_hash, rounds, parallelism, practice_id, person_id
            FROM identity_account
            WHERE sign_in = \(signIn) AND (ended_at IS NULL OR ended_at > \(now))
            """
        ) {
            let role: Role = try $0.word(0)
            return StoredAccount(
                role: role,
                password: KeptPassword(
                    salt: try $0.bytes(1), hash: try $0.bytes(2),
                    cost: HashCost(rounds: try $0.int(3), parallelism: try $0.int(4))),
                practice: try $0.id(5), patient: role == .patient ? try $0.id(6) : nil)
        }
    }

    static func saveAccount(
        _ signIn: String, of person: Visitor.Person, role: Role, in practice: ID<Practice>,
        _ password: KeptPassword, at now: Instant, _ db: Transaction
    ) throws {
        let id: ID<Account> =
            switch person {
            case .patient(let patient): ID(of: patient)
            case .proxy(let proxy): ID(of: proxy)
            case .worker(let worker): ID(of: worker)
            }
        try db.run(
            """
            INSERT INTO identity_account (sign_in, practice_id, person_id, role, salt, password_hash, rounds,
                                          parallelism, made_at)
            VALUES (\(signIn), \(practice), \(id), \(role), \(password.salt), \(password.hash),
                    \(password.cost.rounds), \(password.cost.parallelism), \(now))
            """
        )
    }

    static func changePassword(
        of signIn: String, to password: KeptPassword, _ db: Transaction
    ) throws -> Bool {
        let changed = try db.change(
            """
            UPDATE identity_account
            SET salt = \(password.salt), password_hash = \(password.hash), rounds = \(password.cost.rounds),
                parallelism = \(password.cost.parallelism)
            WHERE sign_in = \(signIn) AND ended_at IS NULL
            """
        )
        try endSessions(of: signIn, db)
        return changed == 1
    }

    /// The same password, kept as it is done today; nobody notices, and no session ends.
    static func keep(
        _ password: KeptPassword, of signIn: String, insteadOf old: KeptPassword, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE identity_account
            SET salt = \(password.salt), password_hash = \(password.hash), rounds = \(password.cost.rounds),
                parallelism = \(password.cost.parallelism)
            WHERE sign_in = \(signIn) AND password_hash = \(old.hash)
            """
        )
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
}
