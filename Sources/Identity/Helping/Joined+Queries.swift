import Audit
import Clinical
import Storage

extension Helping {
    /// Everybody this account may help now: first whose invitation made the account, then who came later. Nobody helps
    /// with restricted data.
    static func everybody(helpedBy signIn: String, at now: Instant, _ db: Transaction) throws -> [Helped] {
        let first = try db.rows(
            """
            SELECT proxy.id, proxy.practice_id, patient.given_name, patient.family_name, proxy.until_at
            FROM identity_account AS account
            JOIN identity_proxy AS proxy
              ON proxy.practice_id = account.practice_id AND proxy.id = account.person_id
            JOIN identity_patient AS patient
              ON patient.practice_id = proxy.practice_id AND patient.id = proxy.patient_id
            WHERE account.sign_in = \(signIn) AND account.role = 'proxy' AND proxy.until_at > \(now)
              AND proxy.ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = proxy.practice_id AND held.patient_id = proxy.patient_id
                                AND held.kind = 'restriction')
            """, helped)
        let later = try db.rows(
            """
            SELECT proxy.id, proxy.practice_id, patient.given_name, patient.family_name, proxy.until_at
            FROM identity_joined AS joined
            JOIN identity_proxy AS proxy
              ON proxy.practice_id = joined.practice_id AND proxy.id = joined.proxy_id
            JOIN identity_patient AS patient
              ON patient.practice_id = proxy.practice_id AND patient.id = proxy.patient_id
            WHERE joined.sign_in = \(signIn) AND proxy.until_at > \(now) AND proxy.ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = proxy.practice_id AND held.patient_id = proxy.patient_id
                                AND held.kind = 'restriction')
            ORDER BY joined.joined_at
            """, helped)
        return first + later
    }

    /// Whether there is anybody to choose from, so that a page shows the way.
    static func helpsSeveral(_ signIn: String, _ db: Transaction) throws -> Bool {
        try db.row("SELECT 1 FROM identity_joined WHERE sign_in = \(signIn) LIMIT 1") { try $0.int(0) } != nil
    }

    private static func helped(_ row: Row) throws -> Helped {
        Helped(
            proxy: try row.id(0), practice: try row.id(1), name: "\(try row.text(2)) \(try row.text(3))",
            until: try row.instant(4))
    }

    /// A second invitation is taken up by an account there is.
    static func join(
        _ proxy: ID<Audit.Proxy>, of practice: ID<Practice>, to signIn: String, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO identity_joined (practice_id, proxy_id, sign_in, joined_at)
            VALUES (\(practice), \(proxy), \(signIn), \(now))
            """
        )
    }

    /// From the next page on this session is about this person.
    static func choose(_ helped: Helped, in tokenHash: [UInt8], _ db: Transaction) throws {
        try db.run(
            """
            UPDATE identity_session
            SET chosen_practice_id = \(helped.practice), chosen_proxy_id = \(helped.proxy)
            WHERE token_hash = \(tokenHash) AND ended_at IS NULL
            """
        )
    }

    /// A session begins with somebody who may still be helped, also when the first mandate is over.
    static func chooseFirst(
        of signIn: String, in tokenHash: [UInt8], at now: Instant, _ db: Transaction
    ) throws {
        guard let first = try everybody(helpedBy: signIn, at: now, db).first else { return }
        try choose(first, in: tokenHash, db)
    }

    /// A patient is forgotten: whoever also helps somebody else keeps the account for that, and is signed out.
    static func keepForOthers(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws {
        let others = try db.rows(
            """
            SELECT account.sign_in, joined.practice_id, joined.proxy_id
            FROM identity_proxy AS proxy
            JOIN identity_account AS account
              ON account.practice_id = proxy.practice_id AND account.person_id = proxy.id
            JOIN identity_joined AS joined ON joined.sign_in = account.sign_in
            WHERE proxy.practice_id = \(practice) AND proxy.patient_id = \(patient)
              AND joined.proxy_id NOT IN (SELECT own.id FROM identity_proxy AS own
                                          WHERE own.practice_id = \(practice) AND own.patient_id = \(patient))
            ORDER BY joined.joined_at DESC
            """
        ) {
            (
                signIn: try $0.text(0), practice: try $0.id(1, of: Practice.self),
                proxy: try $0.id(2, of: Audit.Proxy.self)
            )
        }
        // The one that came first is kept: it is written last.
        for other in others {
            try db.run(
                """
                UPDATE identity_account
                SET practice_id = \(other.practice), person_id = \(other.proxy)
                WHERE sign_in = \(other.signIn)
                """
            )
            try Identity.endSessions(of: other.signIn, db)
        }
        for (signIn, kept) in Dictionary(others.map { ($0.signIn, $0) }, uniquingKeysWith: { $1 }) {
            try db.run(
                """
                DELETE FROM identity_joined
                WHERE practice_id = \(kept.practice) AND proxy_id = \(kept.proxy) AND sign_in = \(signIn)
                """
            )
        }
        try db.run(
            """
            DELETE FROM identity_joined
            WHERE practice_id = \(practice)
              AND proxy_id IN (SELECT proxy.id FROM identity_proxy AS proxy
                               WHERE proxy.practice_id = \(practice) AND proxy.patient_id = \(patient))
            """
        )
    }
}
