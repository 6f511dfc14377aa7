import Clinical
import Storage

extension Enrolling {
    /// Invitations, consent, and the place on the list of this patient are gone.
    package static func forget(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM enrolling_enrolment WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM enrolling_invitation WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM enrolling_candidate WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
