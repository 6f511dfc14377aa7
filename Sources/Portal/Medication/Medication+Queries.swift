import Clinical
import Identity
import Storage

extension Portal {
    /// - Parameter id: the number of the form it was written in; a new one when it cannot be sent twice
    /// - Returns: whether it is new
    @discardableResult
    package static func explain(
        _ what: String, because why: String, as id: ID<MedicationMark>? = nil, on day: Day, of patient: ID<Patient>,
        in practice: ID<Practice>, by worker: ID<Worker>, at occasion: Occasion, _ db: Transaction
    ) throws -> Bool {
        let id = id ?? occasion.newID()
        let sealed = (
            what: try db.seal(what, at: .change(id, .what), of: patient, in: practice),
            why: try db.seal(why, at: .change(id, .why), of: patient, in: practice)
        )
        let added = try db.change(
            """
            INSERT INTO portal_medication_change (practice_id, patient_id, changed_on, id, sealed_what, sealed_why,
                written_by, written_at)
            VALUES (\(practice), \(patient), \(day), \(id), \(sealed.what), \(sealed.why), \(worker), \(occasion.now))
            ON CONFLICT DO NOTHING
            """
        )
        return added == 1
    }

    /// What changed since a day, the latest first.
    package static func medicationChanges(
        of patient: ID<Patient>, in practice: ID<Practice>, since: Day, _ db: Transaction
    ) throws -> [MedicationChange] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT id, changed_on, sealed_what, sealed_why
            FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND changed_on >= \(since)
            ORDER BY changed_on DESC
            LIMIT 100
            """
        ) {
            let id: ID<MedicationMark> = try $0.id(0)
            return MedicationChange(
                id: id, changedOn: try $0.day(1), what: try words.text(try $0.bytes(2), .change(id, .what)),
                why: try words.text(try $0.bytes(3), .change(id, .why)))
        }
    }
}
