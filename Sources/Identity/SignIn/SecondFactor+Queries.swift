import Clinical
import Credentials
import Storage
import Vault

extension Identity {
    /// Whether the app has shown its first digits.
    enum AppState: String, Sendable { case pending, confirmed }

    static func appSecret(
        of signIn: String, _ state: AppState, _ db: Transaction
    ) throws -> (secret: TOTP.Secret, lastStep: Int64)? {
        try db.row("SELECT secret, last_step FROM identity_app WHERE sign_in = \(signIn) AND state = \(state)") {
            (
                try TOTP.Secret(try db.openForHouse(try $0.bytes(0), at: appPlace(of: signIn))), Int64(try $0.int(1))
            )
        }
    }

    static func appPlace(of signIn: String) -> Place {
        Place(table: "identity_app", row: RowID(of: signIn), column: "secret")
    }

    static func factors(of signIn: String, _ db: Transaction) throws -> SignIn.Factors {
        let found = try db.row(
            """
            SELECT (SELECT count(*) FROM identity_app WHERE sign_in = \(signIn) AND state = 'confirmed'),
                   (SELECT count(*) FROM identity_recovery_code WHERE sign_in = \(signIn) AND used_at IS NULL),
                   (SELECT count(*) FROM identity_passkey WHERE sign_in = \(signIn))
            """
        ) {
            SignIn.Factors(
                app: try $0.int(0) > 0 ? .confirmed : .none, codesLeft: try $0.int(1), passkeys: try $0.int(2))
        }
        guard let found else { throw StorageFailure.unreadable(column: 0) }
        return found
    }

    static func offer(_ secret: TOTP.Secret, to signIn: String, at now: Instant, _ db: Transaction) throws {
        let sealed = try db.sealForHouse(secret.bytes, at: appPlace(of: signIn))
        try db.run(
            """
            INSERT INTO identity_app (sign_in, state, secret, last_step, made_at)
            VALUES (\(signIn), 'pending', \(sealed), -1, \(now))
            ON CONFLICT (sign_in, state) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at
            """
        )
    }

    /// What was offered takes the place of what there was.
    static func settleOffer(of signIn: String, step: Int64, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_app WHERE sign_in = \(signIn) AND state = 'confirmed'")
        try db.run(
            """
            UPDATE identity_app SET state = 'confirmed', last_step = \(Int(step))
            WHERE sign_in = \(signIn) AND state = 'pending'
            """
        )
    }

    /// Digits count once: the step they belong to is kept in the same statement that accepts it.
    static func take(
        appCode code: String, of signIn: String, at now: Instant, _ db: Transaction
    ) throws -> SignIn.Verdict {
        guard let app = try appSecret(of: signIn, .confirmed, db),
            let step = TOTP.check(code, of: app.secret, at: now.milliseconds, after: app.lastStep)
        else { return .wrong }
        let taken = try db.change(
            """
            UPDATE identity_app SET last_step = \(Int(step))
            WHERE sign_in = \(signIn) AND state = 'confirmed' AND last_step < \(Int(step))
            """
        )
        return taken == 1 ? .right : .wrong
    }

    /// The codes that were there before are worth nothing any more.
    static func keep(_ codes: [RecoveryCode], of signIn: String, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_recovery_code WHERE sign_in = \(signIn)")
        for code in codes {
            try db.run(
                """
                INSERT INTO identity_recovery_code (sign_in, hash)
                VALUES (\(signIn), \(kept(code.hash(with: Array(signIn.utf8)), db.ring.keys)))
                """
            )
        }
    }

    static func take(
        paperCode typed: String, of signIn: String, at now: Instant, _ db: Transaction
    ) throws -> SignIn.Verdict {
        // What cannot be read is a wrong code like any other.
        guard let code = try? RecoveryCode(typed: typed) else { return .wrong }
        for form in everyKept(code.hash(with: Array(signIn.utf8)), db.ring.keys) {
            let taken = try db.change(
                """
                UPDATE identity_recovery_code SET used_at = \(now)
                WHERE sign_in = \(signIn) AND hash = \(form) AND used_at IS NULL
                """
            )
            if taken == 1 { return .right }
        }
        return .wrong
    }

    private static func kept(_ hash: [UInt8], _ keys: MasterKeys?) -> [UInt8] {
        keys?.peppered(hash, for: .paperCode).bytes ?? hash
    }

    /// As it may stand there: under an older key, or of before there were keys.
    private static func everyKept(_ hash: [UInt8], _ keys: MasterKeys?) -> [[UInt8]] {
        (keys?.everyPeppered(hash, for: .paperCode).map(\.bytes) ?? []) + [hash]
    }

    /// Somebody lost what they had; the practice or an administrator has seen who they are.
    static func forgetFactors(of signIn: String, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_app WHERE sign_in = \(signIn)")
        try db.run("DELETE FROM identity_recovery_code WHERE sign_in = \(signIn)")
        try db.run("DELETE FROM identity_passkey WHERE sign_in = \(signIn)")
        try partFromAll(signIn, db)
    }

    struct OpenSession: Hashable, Sendable {
        let hash: [UInt8]
        let browser: String
        let startedAt: Instant
        let seenAt: Instant
    }

    static func openSessions(of signIn: String, at now: Instant, _ db: Transaction) throws -> [OpenSession] {
        try db.rows(
            """
            SELECT token_hash, browser, started_at, seen_at
            FROM identity_session
            WHERE sign_in = \(signIn) AND ended_at IS NULL AND seen_at > \(now - SignIn.longestPause)
              AND started_at > \(now - SignIn.longestSession)
            ORDER BY seen_at DESC
            """
        ) {
            OpenSession(
                hash: try $0.bytes(0), browser: try $0.text(1), startedAt: try $0.instant(2),
                seenAt: try $0.instant(3))
        }
    }
}
