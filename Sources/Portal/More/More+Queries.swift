import Clinical
import Storage

extension Portal {
    /// How many kits this patient has at home.
    static func loans(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        try db.row(
            """
            SELECT count(*)
            FROM devices_loan
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND ended_at IS NULL AND lent_at IS NOT NULL
            """
        ) { try $0.int(0) } ?? 0  // counting always answers
    }
}
