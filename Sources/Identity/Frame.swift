import Clinical
import Storage
import Web

extension Identity {
    /// What stands around every page of this patient.
    package static func frame(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> PatientFrame {
        let frame = try db.row(
            """
            SELECT name, phone,
                   (SELECT count(*) FROM portal_message
                    WHERE practice_id = \(practice) AND patient_id = \(patient) AND sender = 'worker'
                      AND read_at IS NULL)
            FROM identity_practice
            WHERE practice_id = \(practice)
            """
        ) { PatientFrame(practiceName: try $0.text(0), phone: try $0.text(1), unread: try $0.int(2)) }
        guard let frame else { throw NotFound() }
        return frame
    }
}
