import Clinical
import Storage

extension Exchange {
    /// Everything of a patient is gone; what the maker still has to hear holds no number of ours.
    package static func forget(
        _ patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try forgetSummaries(of: patient, in: practice, db)
        try sayGoodbye(of: patient, in: practice, at: now, db)
        try destroyTokens(of: patient, in: practice, db)
        try db.run(
            "DELETE FROM exchange_vendor_coupling WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }

    private static func forgetSummaries(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM exchange_record WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM exchange_summary WHERE practice_id = \(practice) AND patient_id = \(patient)")
        // How far the quarter was counted says nothing of who was counted last.
        try db.run(
            """
            UPDATE exchange_quarter
            SET done_to = \(ID<Patient>(high: 0, low: 0))
            WHERE practice_id = \(practice) AND done_to = \(patient)
            """
        )
    }
}
