import Clinical
import Storage

extension Pharmacy {
    /// Where this patient was registered, and what was written, is gone.
    package static func forget(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM pharmacy_message WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM pharmacy_registration WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
