import Clinical
import Storage

extension Portal {
    /// Messages, goals and medication changes of this patient are gone.
    ///
    /// - Returns: how many messages there were
    package static func forget(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        try db.run("DELETE FROM portal_goal_day WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM portal_goal WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run(
            "DELETE FROM portal_medication_change WHERE practice_id = \(practice) AND patient_id = \(patient)")
        return try db.change(
            "DELETE FROM portal_message WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
