import Clinical
import Storage

extension Enrolling {
    /// Whoever said no, or was not asked after all, has no place on our list any more.
    ///
    /// - Returns: how many people went
    package static func forgetNo(
        saidBefore before: Instant, in practice: ID<Practice>, sparing held: Set<ID<Patient>> = [], _ db: Transaction
    ) throws -> Int {
        let people = try db.rows(
            """
            SELECT patient_id
            FROM enrolling_candidate
            WHERE practice_id = \(practice) AND state IN ('no', 'left-out') AND state_at <= \(before)
            """
        ) { try $0.id(0, of: Patient.self) }
        let gone = people.filter { !held.contains($0) }
        for person in gone {
            try db.run("DELETE FROM enrolling_invitation WHERE practice_id = \(practice) AND patient_id = \(person)")
            try db.run("DELETE FROM enrolling_candidate WHERE practice_id = \(practice) AND patient_id = \(person)")
        }
        return gone.count
    }
}
