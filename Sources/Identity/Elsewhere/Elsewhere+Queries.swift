import Audit
import Clinical
import Federation
import Storage

extension Identity {
    static func keep(_ pending: Elsewhere.Pending, of browser: [UInt8], _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO identity_pending (browser_hash, provider, issuer, minimum, maximum_age, joining, way, made_at)
            VALUES (\(browser), \(pending.provider), \(pending.issuer), \(pending.minimum),
                    \(Int(pending.maximumAge.components.seconds)), \(pending.joining), \(pending.way),
                    \(pending.madeAt))
            """
        )
    }

    /// Whatever the answer turns out to be, it is the only one.
    static func takePending(of browser: [UInt8], _ db: Transaction) throws -> Elsewhere.Pending? {
        let pending = try db.row(
            """
            SELECT provider, issuer, minimum, maximum_age, joining, way, made_at
            FROM identity_pending
            WHERE browser_hash = \(browser)
            """
        ) {
            Elsewhere.Pending(
                provider: try $0.text(0), issuer: try $0.text(1), minimum: try $0.text(2),
                maximumAge: .seconds(try $0.int(3)), joining: try $0.textIfAny(4), way: try $0.text(5),
                madeAt: try $0.instant(6))
        }
        let taken = try db.change("DELETE FROM identity_pending WHERE browser_hash = \(browser)")
        return taken == 1 ? pending : nil
    }

    /// Who did not come back in time does not come back.
    package static func forgetPending(at now: Instant, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_pending WHERE made_at <= \(now - PendingSignIn.patience)")
    }

    struct Joined: Hashable, Sendable {
        let signIn: String
        let role: Role
        let practice: ID<Practice>
    }

    /// The account that somebody from there has here, when it has not ended.
    static func joined(
        _ subject: [UInt8], at issuer: String, now: Instant, _ db: Transaction
    ) throws -> Joined? {
        try db.row(
            """
            SELECT account.sign_in, account.role, account.practice_id
            FROM identity_federated AS federated
            JOIN identity_account AS account ON account.sign_in = federated.sign_in
            WHERE federated.issuer = \(issuer) AND federated.subject_hash = \(subject)
              AND (account.ended_at IS NULL OR account.ended_at > \(now))
            """
        ) { Joined(signIn: try $0.text(0), role: try $0.word(1), practice: try $0.id(2)) }
    }

    /// - Returns: whether it is joined now; somebody from there has one account here, and an account one somebody there
    static func join(
        _ subject: [UInt8], at issuer: String, to signIn: String, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        try db.change(
            """
            INSERT INTO identity_federated (issuer, subject_hash, sign_in, joined_at)
            VALUES (\(issuer), \(subject), \(signIn), \(now))
            ON CONFLICT DO NOTHING
            """
        ) == 1
    }

    static func noteUse(of subject: [UInt8], at issuer: String, now: Instant, _ db: Transaction) throws {
        try db.run(
            "UPDATE identity_federated SET used_at = \(now) WHERE issuer = \(issuer) AND subject_hash = \(subject)")
    }

    /// The issuers to which an account is joined, and since when.
    static func joinedIssuers(of signIn: String, _ db: Transaction) throws -> [String: Instant] {
        let rows = try db.rows("SELECT issuer, joined_at FROM identity_federated WHERE sign_in = \(signIn)") {
            (try $0.text(0), try $0.instant(1))
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// - Returns: whether there was something to part
    static func part(_ signIn: String, from issuer: String, _ db: Transaction) throws -> Bool {
        try db.change("DELETE FROM identity_federated WHERE sign_in = \(signIn) AND issuer = \(issuer)") == 1
    }

    /// What was lost is not known any more at the other houses either.
    static func partFromAll(_ signIn: String, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_federated WHERE sign_in = \(signIn)")
    }

    /// A session that has just begun, because another house says who it is.
    static func note(
        _ federated: Federated, provenAt: Instant, session tokenHash: [UInt8], _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE identity_session
            SET proven_at = \(provenAt), issuer = \(federated.issuer),
                session_there = \(federated.session.map { Elsewhere.hash("session", federated.issuer, $0) })
            WHERE token_hash = \(tokenHash)
            """
        )
    }

    /// Every session that began there, of everybody.
    static func endSessions(from issuer: String, at now: Instant, _ db: Transaction) throws {
        try db.run(
            "UPDATE identity_session SET ended_at = \(now) WHERE issuer = \(issuer) AND ended_at IS NULL")
    }

    /// The sessions of one account that began there, but for the one in which that is asked.
    static func endSessions(
        of signIn: String, from issuer: String, but here: [UInt8], at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE identity_session
            SET ended_at = \(now)
            WHERE sign_in = \(signIn) AND issuer = \(issuer) AND token_hash <> \(here) AND ended_at IS NULL
            """
        )
    }

    struct OpenElsewhere: Hashable, Sendable {
        let hash: [UInt8]
        let practice: ID<Practice>
        let knowsSessionThere: Bool
    }

    /// The session here that belongs to one over there.
    static func sessions(belongingTo session: [UInt8], at issuer: String, _ db: Transaction) throws -> [OpenElsewhere] {
        try db.rows(
            """
            SELECT session.token_hash, account.practice_id
            FROM identity_session AS session
            JOIN identity_account AS account ON account.sign_in = session.sign_in
            WHERE session.issuer = \(issuer) AND session.session_there = \(session) AND session.ended_at IS NULL
            """
        ) { OpenElsewhere(hash: try $0.bytes(0), practice: try $0.id(1), knowsSessionThere: true) }
    }

    /// Every session of this person that began there.
    static func sessions(of subject: [UInt8], from issuer: String, _ db: Transaction) throws -> [OpenElsewhere] {
        try db.rows(
            """
            SELECT session.token_hash, account.practice_id,
                   CASE WHEN session.session_there IS NULL THEN 0 ELSE 1 END
            FROM identity_federated AS federated
            JOIN identity_account AS account ON account.sign_in = federated.sign_in
            JOIN identity_session AS session ON session.sign_in = federated.sign_in
            WHERE federated.issuer = \(issuer) AND federated.subject_hash = \(subject)
              AND session.issuer = \(issuer) AND session.ended_at IS NULL
            """
        ) { OpenElsewhere(hash: try $0.bytes(0), practice: try $0.id(1), knowsSessionThere: try $0.int(2) == 1) }
    }

    /// Takes something that may be used once.
    ///
    /// - Returns: whether nobody used it before
    static func takeOnce(_ hash: [UInt8], until end: Instant, _ db: Transaction) throws -> Bool {
        try db.change("INSERT INTO identity_once (hash, until_at) VALUES (\(hash), \(end)) ON CONFLICT DO NOTHING") == 1
    }

    package static func forgetOnce(at now: Instant, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_once WHERE until_at <= \(now)")
    }
}
