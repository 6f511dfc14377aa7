import Clinical
import Storage

extension Measurements {
    /// Everything this patient measured and what was made of it is gone, also from the counts of the practice.
    ///
    /// - Returns: how many readings there were
    package static func forget(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        try db.run(
            """
            UPDATE measurements_tally
            SET patients = patients - 1
            WHERE practice_id = \(practice)
              AND standing = (SELECT summary.standing FROM measurements_summary AS summary
                              WHERE summary.practice_id = \(practice) AND summary.patient_id = \(patient))
            """
        )
        try db.run("DELETE FROM measurements_summary WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_day WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_week WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_agreement WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_meter WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_photo_part WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_photo WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_plan WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_phone_key WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM measurements_phone_clock WHERE practice_id = \(practice) AND patient_id = \(patient)")
        return try db.change(
            "DELETE FROM measurements_reading WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
