import Audit
import Clinical
import Storage

extension Identity {
    /// - Returns: nothing when this relation does not hold now
    static func subject(
        _ patient: ID<Patient>, _ relation: Relation, of worker: ID<Worker>, at organisation: ID<Practice>,
        at now: Instant, _ db: Transaction
    ) throws -> Subject? {
        switch relation {
        case .whoTheyTreat: try treated(patient, by: organisation, db)
        case .whoShares: try shared(patient, with: organisation, at: now, db)
        case .whoCannotWait: try opened(patient, by: worker, of: organisation, at: now, db)
        case .whoAgreedToTask: try agreed(patient, with: organisation, at: now, db)
        case .whoIsRegisteredHere: try registered(patient, at: organisation, db)
        case .nobody, .themselves, .whoTheyHelp, .ownOrganisation, .ownCareGroup: nil
        }
    }

    private static func treated(
        _ patient: ID<Patient>, by practice: ID<Practice>, _ db: Transaction
    ) throws -> Subject? {
        try db.row("SELECT id FROM identity_patient WHERE practice_id = \(practice) AND id = \(patient)") {
            Subject(patient: try $0.id(0), practice: practice, ground: .treatment, basis: nil, until: nil)
        }
    }

    /// Nobody outside the practice sees a patient whose data is restricted, whatever was shared before.
    private static func shared(
        _ patient: ID<Patient>, with organisation: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Subject? {
        try db.row(
            """
            SELECT consent.practice_id, consent.id, consent.until_at
            FROM identity_consent AS consent
            WHERE consent.organisation_id = \(organisation) AND consent.patient_id = \(patient)
              AND consent.until_at > \(now) AND consent.ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = consent.practice_id AND held.patient_id = consent.patient_id
                                AND held.kind = 'restriction')
            ORDER BY consent.until_at DESC
            LIMIT 1
            """
        ) {
            Subject(
                patient: patient, practice: try $0.id(0), ground: .shared, basis: try $0.id(1),
                until: try $0.instant(2))
        }
    }

    /// A task that the patient agreed to, and that is not done, stopped or too old.
    private static func agreed(
        _ patient: ID<Patient>, with organisation: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Subject? {
        try db.row(
            """
            SELECT task.practice_id, task.id, task.until_at
            FROM assistance_task AS task
            WHERE task.organisation_id = \(organisation) AND task.patient_id = \(patient) AND task.until_at > \(now)
              AND task.ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = task.practice_id AND held.patient_id = task.patient_id
                                AND held.kind = 'restriction')
            ORDER BY task.until_at DESC
            LIMIT 1
            """
        ) {
            Subject(
                patient: patient, practice: try $0.id(0), ground: .task, basis: try $0.id(1),
                until: try $0.instant(2))
        }
    }

    private static func registered(
        _ patient: ID<Patient>, at pharmacy: ID<Practice>, _ db: Transaction
    ) throws -> Subject? {
        try db.row(
            """
            SELECT registration.practice_id, registration.id
            FROM pharmacy_registration AS registration
            WHERE registration.pharmacy_id = \(pharmacy) AND registration.patient_id = \(patient)
              AND registration.confirmed_at IS NOT NULL AND registration.ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = registration.practice_id AND held.patient_id = registration.patient_id
                                AND held.kind = 'restriction')
            """
        ) {
            Subject(patient: patient, practice: try $0.id(0), ground: .registered, basis: try $0.id(1), until: nil)
        }
    }

    private static func opened(
        _ patient: ID<Patient>, by worker: ID<Worker>, of organisation: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws -> Subject? {
        try db.row(
            """
            SELECT practice_id, id, until_at
            FROM identity_emergency
            WHERE organisation_id = \(organisation) AND worker_id = \(worker) AND until_at > \(now)
              AND patient_id = \(patient)
            ORDER BY until_at DESC
            LIMIT 1
            """
        ) {
            Subject(
                patient: patient, practice: try $0.id(0), ground: .emergency, basis: try $0.id(1),
                until: try $0.instant(2))
        }
    }
}
