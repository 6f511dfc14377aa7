import Audit
import Clinical
import Storage

extension Activation {
    /// Codes of an earlier letter are worth nothing any more.
    static func keep(
        _ code: ActivationCode, for person: ID<Identity.Account>, _ role: Identity.Role, in practice: ID<Practice>,
        seen document: Document? = nil, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            "DELETE FROM identity_activation WHERE practice_id = \(practice) AND person_id = \(person)")
        try db.run(
            """
            INSERT INTO identity_activation (code_hash, practice_id, person_id, role, made_at, until_at, tries, seen)
            VALUES (\(code.kept(with: db.ring.keys)), \(practice), \(person), \(role), \(now), \(now + validity), 0,
                    \(document?.rawValue))
            """
        )
    }

    /// Counts the try, and tells who the code is for when the birthday is theirs.
    static func find(
        _ code: ActivationCode, bornOn: Day, at now: Instant, _ db: Transaction
    ) throws -> Found? {
        guard let kept = try kept(code, db) else { return nil }
        try db.run("UPDATE identity_activation SET tries = tries + 1 WHERE code_hash = \(kept) AND used_at IS NULL")
        return try db.row(
            """
            SELECT activation.practice_id, activation.person_id, activation.role,
                   COALESCE(patient.given_name, proxy.given_name), account.sign_in, activation.seen
            FROM identity_activation AS activation
            LEFT JOIN identity_patient AS patient
              ON activation.role = 'patient' AND patient.practice_id = activation.practice_id
             AND patient.id = activation.person_id
            LEFT JOIN identity_proxy AS proxy
              ON activation.role = 'proxy' AND proxy.practice_id = activation.practice_id
             AND proxy.id = activation.person_id AND proxy.ended_at IS NULL AND proxy.until_at > \(now)
            LEFT JOIN identity_account AS account
              ON account.practice_id = activation.practice_id AND account.person_id = activation.person_id
            WHERE activation.code_hash = \(kept) AND activation.used_at IS NULL
              AND activation.until_at > \(now) AND activation.tries <= \(mostTries)
              AND COALESCE(patient.born_on, proxy.born_on) = \(bornOn)
            """
        ) { row in
            let role: Identity.Role = try row.word(2)
            return Found(
                codeHash: kept, practice: try row.id(0),
                person: role == .proxy ? .proxy(try row.id(1)) : .patient(try row.id(1)), role: role,
                givenName: try row.text(3), signIn: try row.textIfAny(4),
                seen: try row.textIfAny(5).flatMap { Document(rawValue: $0) })
        }
    }

    /// Whose letter somebody tried with a wrong birthday, too late or too often; nobody's when there is no such letter.
    static func tried(
        _ code: ActivationCode, _ db: Transaction
    ) throws -> (practice: ID<Practice>, patient: ID<Patient>?)? {
        guard let kept = try kept(code, db) else { return nil }
        return try db.row("SELECT practice_id, role, person_id FROM identity_activation WHERE code_hash = \(kept)") {
            let role: Identity.Role = try $0.word(1)
            return (try $0.id(0), role == .patient ? try $0.id(2) : nil)
        }
    }

    /// How this code stands there.
    private static func kept(_ code: ActivationCode, _ db: Transaction) throws -> [UInt8]? {
        for form in code.everyKept(with: db.ring.keys) {
            let found = try db.row("SELECT code_hash FROM identity_activation WHERE code_hash = \(form)") {
                try $0.bytes(0)
            }
            if let found { return found }
        }
        return nil
    }

    /// Who was right is not counted as a try.
    static func forgive(_ found: Found, _ db: Transaction) throws {
        try db.run("UPDATE identity_activation SET tries = tries - 1 WHERE code_hash = \(found.codeHash)")
    }

    /// - Returns: whether it was not used by somebody else a moment ago
    static func use(_ found: Found, at now: Instant, _ db: Transaction) throws -> Bool {
        try db.change(
            "UPDATE identity_activation SET used_at = \(now) WHERE code_hash = \(found.codeHash) AND used_at IS NULL"
        ) == 1
    }
}
