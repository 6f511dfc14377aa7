import Audit
import Clinical
import Storage

extension Identity {
    package enum Session {}

    static func startSession(
        tokenHash: [UInt8], of signIn: String, formSecret: [UInt8], proof: SessionProof, browser: String,
        at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO identity_session (token_hash, sign_in, form_secret, started_at, seen_at, proof, proven_at, browser)
            VALUES (\(tokenHash), \(signIn), \(formSecret), \(now), \(now), \(proof), \(now), \(browser))
            """
        )
        try endOldest(of: signIn, at: now, db)
        try Helping.chooseFirst(of: signIn, in: tokenHash, at: now, db)
    }

    /// No account is open in more browsers than ``SignIn/mostSessions``: the one that was not used longest ends.
    private static func endOldest(of signIn: String, at now: Instant, _ db: Transaction) throws {
        try db.run(
            """
            UPDATE identity_session
            SET ended_at = \(now)
            WHERE sign_in = \(signIn) AND ended_at IS NULL
              AND token_hash NOT IN (SELECT token_hash FROM identity_session
                                     WHERE sign_in = \(signIn) AND ended_at IS NULL
                                     ORDER BY seen_at DESC, started_at DESC
                                     LIMIT \(SignIn.mostSessions))
            """
        )
    }

    /// Another token for the same session, after somebody proved again who they are.
    static func renewSession(
        _ tokenHash: [UInt8], to newHash: [UInt8], proof: SessionProof, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        try db.change(
            """
            UPDATE identity_session
            SET token_hash = \(newHash), proof = \(proof), proven_at = \(now), seen_at = \(now)
            WHERE token_hash = \(tokenHash) AND ended_at IS NULL
            """
        ) == 1
    }

    static func touchSession(_ tokenHash: [UInt8], at now: Instant, _ db: Transaction) throws {
        try db.run("UPDATE identity_session SET seen_at = \(now) WHERE token_hash = \(tokenHash)")
    }

    static func endSession(_ tokenHash: [UInt8], at now: Instant, _ db: Transaction) throws {
        try db.run(
            "UPDATE identity_session SET ended_at = \(now) WHERE token_hash = \(tokenHash) AND ended_at IS NULL")
    }

    static func endSessions(of signIn: String, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_session WHERE sign_in = \(signIn)")
        try forgetDevices(of: signIn, db)
    }

    /// Every account that is open somewhere.
    static func openAccounts(
        at now: Instant, _ db: Transaction
    ) throws -> [(signIn: String, practice: ID<Practice>, patient: ID<Patient>?, sessions: Int)] {
        try db.rows(
            """
            SELECT session.sign_in, account.practice_id, account.role, account.person_id, count(*)
            FROM identity_session AS session
            JOIN identity_account AS account ON account.sign_in = session.sign_in
            WHERE session.ended_at IS NULL AND session.started_at > \(now - SignIn.longestSession)
            GROUP BY session.sign_in, account.practice_id, account.role, account.person_id
            ORDER BY session.sign_in
            """
        ) {
            let role: Role = try $0.word(2)
            return (try $0.text(0), try $0.id(1), role == .patient ? try $0.id(3) : nil, try $0.int(4))
        }
    }

    /// Everywhere but here.
    static func endSessions(of signIn: String, but tokenHash: [UInt8], at now: Instant, _ db: Transaction) throws {
        try db.run(
            """
            UPDATE identity_session
            SET ended_at = \(now)
            WHERE sign_in = \(signIn) AND token_hash <> \(tokenHash) AND ended_at IS NULL
            """
        )
    }

    static func visitor(tokenHash: [UInt8], at now: Instant, _ db: Transaction) throws -> Visitor? {
        try db.row(
            """
            SELECT practice.practice_id, COALESCE(session.chosen_proxy_id, account.person_id), account.role,
                   session.form_secret, session.seen_at,
                   COALESCE(patient.given_name, worker.given_name, proxy.given_name),
                   COALESCE(patient.family_name, worker.family_name, proxy.family_name), practice.name,
                   session.sign_in, session.proof, session.proven_at, practice.care_group_id,
                   proxy.patient_id, proxy.categories, proxy.until_at, helped.given_name, helped.family_name,
                   (SELECT count(*) FROM identity_app AS app WHERE app.sign_in = session.sign_in AND app.state = 'confirmed')
                   + (SELECT count(*) FROM identity_passkey AS passkey WHERE passkey.sign_in = session.sign_in)
            FROM identity_session AS session
            JOIN identity_account AS account ON account.sign_in = session.sign_in
            JOIN identity_practice AS practice
              ON practice.practice_id = COALESCE(session.chosen_practice_id, account.practice_id)
            LEFT JOIN identity_patient AS patient
                 ON account.role = 'patient' AND patient.practice_id = account.practice_id
                AND patient.id = account.person_id
            LEFT JOIN identity_proxy AS proxy
                 ON account.role = 'proxy'
                AND proxy.practice_id = COALESCE(session.chosen_practice_id, account.practice_id)
                AND proxy.id = COALESCE(session.chosen_proxy_id, account.person_id)
            LEFT JOIN identity_patient AS helped
                 ON helped.practice_id = proxy.practice_id AND helped.id = proxy.patient_id
            LEFT JOIN identity_worker AS worker
                 ON account.role NOT IN ('patient', 'proxy') AND worker.practice_id = account.practice_id
                AND worker.id = account.person_id
            WHERE session.token_hash = \(tokenHash) AND session.ended_at IS NULL
              AND session.seen_at > \(now - SignIn.longestPause)
              AND (account.role IN ('patient', 'proxy') OR session.seen_at > \(now - SignIn.longestPauseAtWork))
              AND session.started_at > \(now - SignIn.longestSession)
              AND (account.ended_at IS NULL OR account.ended_at > \(now))
              AND (account.role <> 'proxy' OR (proxy.until_at > \(now) AND proxy.ended_at IS NULL))
              AND (account.role <> 'proxy'
                   OR NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                                  WHERE held.practice_id = proxy.practice_id AND held.patient_id = proxy.patient_id
                                    AND held.kind = 'restriction'))
            """
        ) { row in
            let role: Role = try row.word(2)
            return Visitor(
                person: try person(role, row), practice: try row.id(0), role: role, givenName: try row.text(5),
                familyName: try row.text(6), practiceName: try row.text(7), careGroup: try row.idIfAny(11),
                mandate: role == .proxy ? try mandate(row) : nil, formSecret: try row.bytes(3),
                signIn: try row.text(8), proof: try row.word(9), provenAt: try row.instant(10),
                factors: try row.int(17),
                tokenHash: tokenHash,
                seenAt: try row.instant(4))
        }
    }

    private static func person(_ role: Role, _ row: Row) throws -> Visitor.Person {
        switch role {
        case .patient: .patient(try row.id(1))
        case .proxy: .proxy(try row.id(1))
        default: .worker(try row.id(1))
        }
    }

    private static func mandate(_ row: Row) throws -> Mandate {
        Mandate(
            proxy: try row.id(1), patient: try row.id(12), patientName: "\(try row.text(15)) \(try row.text(16))",
            categories: Category.all(in: try row.text(13)), until: try row.instant(14))
    }
}

extension Identity.Category {
    /// - Shape: names with a space between them
    static func all(in text: String) -> Set<Identity.Category> {
        Set(text.split(separator: " ").compactMap { Identity.Category(rawValue: String($0)) })
    }
}
