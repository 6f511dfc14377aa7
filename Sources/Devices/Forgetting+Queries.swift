import Clinical
import Storage

extension Devices {
    /// The loans of this patient are gone, and what was written with them. A kit that is still out has nobody any more: it
    /// counts as lost until somebody finds it.
    ///
    /// - Returns: how many loans there were
    package static func forget(
        _ patient: ID<Patient>, in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws -> Int {
        for loan in try loans(of: patient, in: practice, db) {
            let step: Step = loan.kit.state == .reserved ? .release : .lose
            try take(
                Act(step, as: occasion.newID(), by: nil), with: loan.kit, in: practice, at: occasion, db)
        }
        try db.run(
            """
            UPDATE devices_event
            SET loan_id = NULL, note = ''
            WHERE practice_id = \(practice)
              AND kit_id IN (SELECT loan.kit_id FROM devices_loan AS loan
                             WHERE loan.practice_id = \(practice) AND loan.patient_id = \(patient))
              AND loan_id IN (SELECT loan.id FROM devices_loan AS loan
                              WHERE loan.practice_id = \(practice) AND loan.patient_id = \(patient))
            """
        )
        try db.run("DELETE FROM devices_held WHERE practice_id = \(practice) AND patient_id = \(patient)")
        return try db.change("DELETE FROM devices_loan WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
