import Audit
import Clinical
import Storage

extension Emergency {
    /// Exactly one patient of the care group by family name and birthday, outside their own practice.
    static func patient(
        _ request: Request, in careGroup: ID<Practice>, besides own: ID<Practice>, _ db: Transaction
    ) throws -> (patient: ID<Patient>, practice: ID<Practice>)? {
        let found = try db.rows(
            """
            SELECT patient.practice_id, patient.id
            FROM identity_practice AS practice
            CROSS JOIN identity_patient AS patient
            WHERE practice.care_group_id = \(careGroup) AND patient.practice_id = practice.practice_id
              AND patient.search_name = \(SearchName.folded(request.familyName))
              AND patient.born_on = \(request.bornOn) AND patient.practice_id <> \(own)
            LIMIT 2
            """
        ) { (patient: try $0.id(1, of: Patient.self), practice: try $0.id(0, of: Practice.self)) }
        return found.count == 1 ? found[0] : nil
    }

    package static func open(
        _ request: Request, as id: ID<Audit.Passage.Basis>, of patient: ID<Patient>, in practice: ID<Practice>,
        by worker: ID<Worker>, at organisation: ID<Practice>, now: Instant, _ db: Transaction
    ) throws {
        let sealed = try db.seal(request.explanation, at: .emergency(id), of: patient, in: practice)
        try db.run(
            """
            INSERT INTO identity_emergency (practice_id, id, patient_id, organisation_id, worker_id, reason, sealed,
                                            opened_at, until_at)
            VALUES (\(practice), \(id), \(patient), \(organisation), \(worker), \(request.reason),
                    \(sealed), \(now), \(now + length))
            """
        )
    }

    static func count(
        by worker: ID<Worker>, at organisation: ID<Practice>, since: Instant, _ db: Transaction
    ) throws -> Int {
        let count = try db.row(
            """
            SELECT count(*) FROM identity_emergency
            WHERE organisation_id = \(organisation) AND worker_id = \(worker) AND until_at > \(since)
            """
        ) { try $0.int(0) }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }
}
