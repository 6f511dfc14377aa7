import Audit
import Clinical
import Storage

extension Helping {
    package static func add(
        _ invitation: Invitation, as id: ID<Audit.Proxy>, for patient: ID<Patient>, in practice: ID<Practice>,
        from now: Instant, until end: Instant, _ db: Transaction
    ) throws {
        let categories = invitation.categories.map(\.rawValue).sorted().joined(separator: " ")
        try db.run(
            """
            INSERT INTO identity_proxy (practice_id, id, patient_id, given_name, family_name, born_on, categories,
                                        given_at, until_at)
            VALUES (\(practice), \(id), \(patient), \(invitation.givenName), \(invitation.familyName),
                    \(invitation.bornOn), \(categories), \(now), \(end))
            """
        )
    }

    static func helpers(
        of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> [Helper] {
        try db.rows(
            """
            SELECT proxy.id, proxy.given_name, proxy.family_name, proxy.categories, proxy.until_at,
                   (SELECT count(*) FROM identity_account AS account
                    WHERE account.practice_id = proxy.practice_id AND account.person_id = proxy.id)
                   + (SELECT count(*) FROM identity_joined AS joined
                      WHERE joined.practice_id = proxy.practice_id AND joined.proxy_id = proxy.id)
            FROM identity_proxy AS proxy
            WHERE proxy.practice_id = \(practice) AND proxy.patient_id = \(patient) AND proxy.until_at > \(now)
              AND proxy.ended_at IS NULL
            ORDER BY proxy.given_at
            """
        ) {
            Helper(
                id: try $0.id(0), name: "\(try $0.text(1)) \(try $0.text(2))",
                categories: Identity.Category.all(in: try $0.text(3)), until: try $0.instant(4),
                state: try $0.int(5) > 0 ? .comesIn : .invited)
        }
    }

    /// - Returns: how many ended: 0 when there is no such helper of this patient, or no more
    static func end(
        _ helper: ID<Audit.Proxy>, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE identity_proxy SET ended_at = \(now)
            WHERE practice_id = \(practice) AND id = \(helper) AND patient_id = \(patient) AND ended_at IS NULL
            """
        )
    }

    /// The hospitals of this care group.
    static func hospitals(near practice: ID<Practice>, _ db: Transaction) throws -> [Identity.PracticeCard] {
        guard let group = try Identity.practice(practice, db)?.careGroup else { return [] }
        return try Identity.organisations(of: group, db).filter { $0.kind == .hospital }
    }

    package static func share(
        as id: ID<Audit.Passage.Basis>, of patient: ID<Patient>, in practice: ID<Practice>,
        with organisation: ID<Practice>, from now: Instant, until end: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO identity_consent (practice_id, id, patient_id, organisation_id, given_at, until_at)
            VALUES (\(practice), \(id), \(patient), \(organisation), \(now), \(end))
            """
        )
    }

    static func sharings(
        of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> [Sharing] {
        try db.rows(
            """
            SELECT consent.id, organisation.name, consent.until_at
            FROM identity_consent AS consent
            JOIN identity_practice AS organisation ON organisation.practice_id = consent.organisation_id
            WHERE consent.practice_id = \(practice) AND consent.patient_id = \(patient)
              AND consent.until_at > \(now) AND consent.ended_at IS NULL
            ORDER BY consent.given_at
            """
        ) { Sharing(id: try $0.id(0), organisation: try $0.text(1), until: try $0.instant(2)) }
    }

    /// The organisations with a task of this patient that runs, and the pharmacy.
    static func others(
        of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> [Other] {
        let tasks = try db.rows(
            """
            SELECT DISTINCT organisation.name
            FROM assistance_task AS task
            JOIN identity_practice AS organisation ON organisation.practice_id = task.organisation_id
            WHERE task.practice_id = \(practice) AND task.patient_id = \(patient) AND task.until_at > \(now)
              AND task.ended_at IS NULL
            ORDER BY organisation.name
            """
        ) { Other(name: try $0.text(0), why: .task) }
        let pharmacies = try db.rows(
            """
            SELECT organisation.name, registration.readings_since
            FROM pharmacy_registration AS registration
            JOIN identity_practice AS organisation ON organisation.practice_id = registration.pharmacy_id
            WHERE registration.practice_id = \(practice) AND registration.patient_id = \(patient)
              AND registration.confirmed_at IS NOT NULL AND registration.ended_at IS NULL
            """
        ) {
            Other(
                name: try $0.text(0), why: try $0.instantIfAny(1) == nil ? .pharmacy : .pharmacyWithReadings)
        }
        return pharmacies + tasks
    }

    static func endSharing(
        _ id: ID<Audit.Passage.Basis>, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE identity_consent SET ended_at = \(now)
            WHERE practice_id = \(practice) AND id = \(id) AND patient_id = \(patient) AND ended_at IS NULL
            """
        )
    }
}
