import Clinical
import Storage

extension Portal {
    /// - Parameter id: the number of the form it was written in; a new one when it cannot be sent twice
    /// - Returns: whether it is new
    @discardableResult
    package static func explain(
        _ what: String, because why: String, as id: ID<MedicationMark>? = nil, on day: Day, of patient: ID<Patient>,
        in practice: ID<Practice>, by worker: ID<Worker>, at occasion: Occasion, _ db: Transaction
    ) throws -> Bool {
        let added = try db.change(
            """
            INSERT INTO portal_medication_change (practice_id, patient_id, changed_on, id, what, why, written_by,
                written_at)
            VALUES (\(practice), \(patient), \(day), \(id ?? occasion.newID()), \(what), \(why), \(worker),
                    \(occasion.now))
            ON CONFLICT DO NOTHING
            """
        )
        return added == 1
    }

    /// What changed since a day, the latest first.
    package static func medicationChanges(
        of patient: ID<Patient>, in practice: ID<Practice>, since: Day, _ db: Transaction
    ) throws -> [MedicationChange] {
        try db.rows(
            """
            SELECT id, changed_on, what, why
            FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND changed_on >= \(since)
            ORDER BY changed_on DESC
            LIMIT 100
            """
        ) {
            MedicationChange(id: try $0.id(0), changedOn: try $0.day(1), what: try $0.text(2), why: try $0.text(3))
        }
    }
}
