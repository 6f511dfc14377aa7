import Clinical
import Storage

extension Worklist {
    /// Every line about this patient is gone, open or closed.
    package static func forget(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        try db.change("DELETE FROM worklist_item WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
