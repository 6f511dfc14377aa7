import Clinical
import Credentials
import Storage

extension Identity {
    /// - Parameter signIn: whose answer it must be; `nil` at the door, where nobody is known yet
    static func keep(challenge hash: [UInt8], for signIn: String?, at now: Instant, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO identity_challenge (hash, sign_in, made_at)
            VALUES (\(hash), \(signIn), \(now))
            """
        )
    }

    /// A challenge is answered once: whoever takes it, the next one finds nothing.
    ///
    /// - Returns: whether we handed it out, to this account, a short while ago
    static func take(
        challenge hash: [UInt8], of signIn: String?, at now: Instant, _ db: Transaction
    ) throws -> SignIn.Verdict {
        let taken = try db.change(
            """
            DELETE FROM identity_challenge
            WHERE hash = \(hash) AND sign_in IS NOT DISTINCT FROM \(signIn) AND made_at > \(now - Passkeys.patience)
            """
        )
        return taken == 1 ? .right : .wrong
    }

    /// Questions that nobody answered in time.
    package static func forgetOldChallenges(at now: Instant, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_challenge WHERE made_at <= \(now - Passkeys.patience)")
    }

    /// Of an account that has not ended.
    static func passkey(_ id: [UInt8], at now: Instant, _ db: Transaction) throws -> Passkeys.Stored? {
        try db.row(
            """
            SELECT passkey.sign_in, passkey.public_key, passkey.counter, passkey.backup,
                   account.role, account.practice_id, account.person_id
            FROM identity_passkey AS passkey
            JOIN identity_account AS account ON account.sign_in = passkey.sign_in
            WHERE passkey.credential = \(id) AND (account.ended_at IS NULL OR account.ended_at > \(now))
            """
        ) {
            let (signIn, role) = (try $0.text(0), try $0.word(4, of: Role.self))
            let person: ID<Account> = try $0.id(6)
            return Passkeys.Stored(
                credential: Passkey.Credential(
                    id: id, owner: try Passkeys.owner(number: person.bytes, signIn: signIn),
                    publicKey: try $0.bytes(1), counter: UInt32(truncatingIfNeeded: try $0.int(2)),
                    backup: try $0.word(3)),
                signIn: signIn, role: role, practice: try $0.id(5), patient: role == .patient ? ID(of: person) : nil)
        }
    }

    static func passkeys(of signIn: String, _ db: Transaction) throws -> [Passkeys.Listed] {
        try db.rows(
            """
            SELECT credential, name, made_at, used_at
            FROM identity_passkey
            WHERE sign_in = \(signIn)
            ORDER BY made_at DESC, credential
            """
        ) {
            Passkeys.Listed(
                id: try $0.bytes(0), name: try $0.text(1), madeAt: try $0.instant(2), usedAt: try $0.instantIfAny(3))
        }
    }

    /// - Returns: whether there was no passkey with this number yet, of anybody
    static func add(
        _ credential: Passkey.Credential, named name: String, to signIn: String, at now: Instant, _ db: Transaction
    ) throws -> SignIn.Verdict {
        let added = try db.change(
            """
            INSERT INTO identity_passkey (credential, sign_in, name, public_key, counter, backup, made_at)
            VALUES (\(credential.id), \(signIn), \(name), \(credential.publicKey), \(Int(credential.counter)),
                    \(credential.backup), \(now))
            ON CONFLICT (credential) DO NOTHING
            """
        )
        return added == 1 ? .right : .wrong
    }

    /// Keeps where the passkey is now with its counting, unless another answer with it came between.
    static func move(
        _ stored: Passkeys.Stored, to used: Passkey.Credential, at now: Instant, _ db: Transaction
    ) throws -> SignIn.Verdict {
        let moved = try db.change(
            """
            UPDATE identity_passkey
            SET counter = \(Int(used.counter)), backup = \(used.backup), used_at = \(now)
            WHERE credential = \(used.id) AND sign_in = \(stored.signIn) AND counter = \(Int(stored.credential.counter))
            """
        )
        return moved == 1 ? .right : .wrong
    }

    static func remove(passkey id: [UInt8], of signIn: String, _ db: Transaction) throws -> SignIn.Verdict {
        let removed = try db.change("DELETE FROM identity_passkey WHERE credential = \(id) AND sign_in = \(signIn)")
        return removed == 1 ? .right : .wrong
    }
}
