import Clinical
import Storage

extension Assistance {
    /// The tasks of this patient are gone, and what was noted with them; an organisation where one ran sees it no more.
    package static func forget(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM assistance_step WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM assistance_task WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
