import Audit
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
            case .proxy(let proxy): ID(of: proxy)
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
}
