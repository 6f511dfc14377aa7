import Clinical
import Storage

/// Patients who share with a hospital, as the specialist finds them.
struct SharedPatient: Hashable, Sendable {
    let id: ID<Patient>
    let name: String
    let bornOn: Day
    let practiceName: String
    let until: Instant
}

extension Identity {
    static func shared(
        with organisation: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> [SharedPatient] {
        try db.rows(
            """
            SELECT patient.id, patient.given_name, patient.family_name, patient.born_on, practice.name, max(consent.until_at)
            FROM identity_consent AS consent
            JOIN identity_patient AS patient
              ON patient.practice_id = consent.practice_id AND patient.id = consent.patient_id
            JOIN identity_practice AS practice ON practice.practice_id = consent.practice_id
            WHERE consent.organisation_id = \(organisation) AND consent.until_at > \(now) AND consent.ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = consent.practice_id AND held.patient_id = consent.patient_id
                                AND held.kind = 'restriction')
            GROUP BY patient.id, patient.given_name, patient.family_name, patient.born_on, practice.name
            ORDER BY patient.family_name, patient.given_name
            """
        ) {
            SharedPatient(
                id: try $0.id(0), name: Identity.listName(try $0.text(1), try $0.text(2)), bornOn: try $0.day(3),
                practiceName: try $0.text(4), until: try $0.instant(5))
        }
    }
}
