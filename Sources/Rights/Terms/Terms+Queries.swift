import Clinical
import Storage

extension Rights {
    /// The days of this practice: its own where it chose, ours elsewhere.
    package static func terms(of practice: ID<Practice>, _ db: Transaction) throws -> [Term: Int] {
        let own = try db.rows("SELECT kind, days FROM rights_term WHERE practice_id = \(practice)") {
            (try $0.text(0), try $0.int(1))
        }
        let standard = Dictionary(uniqueKeysWithValues: Term.allCases.map { ($0, $0.days) })
        return own.reduce(into: standard) { terms, own in
            // A kind that this program does not know is of another one.
            guard let term = Term(rawValue: own.0) else { return }
            terms[term] = own.1
        }
    }

    package static func set(
        _ term: Term, to days: Int, in practice: ID<Practice>, by worker: ID<Worker>?, at now: Instant,
        _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO rights_term (practice_id, kind, days, changed_at, changed_by)
            VALUES (\(practice), \(term), \(days), \(now), \(worker))
            ON CONFLICT (practice_id, kind) DO UPDATE SET
                days = excluded.days, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """
        )
    }

    /// Patients with whom something is still going on: a request that waits or has to be carried out, or data that is
    /// restricted. Of them nothing goes because of its age.
    ///
    /// - Source: AVG article 18(1)(c): what somebody needs for a claim of their own is kept for them
    package static func held(in practice: ID<Practice>, _ db: Transaction) throws -> Set<ID<Patient>> {
        Set(
            try db.rows(
                """
                SELECT patient_id
                FROM rights_request
                WHERE practice_id = \(practice) AND withdrawn_at IS NULL
                  AND (answer IS NULL
                       OR (answer = 'granted' AND ended_at IS NULL AND kind IN ('restriction', 'erasure')))
                """
            ) { try $0.id(0) })
    }

    /// Requests that are over, and proofs of what was erased.
    ///
    /// - Returns: how many went
    package static func forgetOld(
        overBefore before: Instant, in practice: ID<Practice>, sparing held: Set<ID<Patient>>, _ db: Transaction
    ) throws -> Int {
        let old = try db.rows(
            """
            SELECT id, patient_id
            FROM rights_request
            WHERE practice_id = \(practice)
              AND (withdrawn_at <= \(before) OR ended_at <= \(before)
                   OR (answered_at <= \(before) AND (answer = 'refused' OR kind = 'correction')))
            """
        ) { (id: try $0.id(0, of: RequestMark.self), patient: try $0.id(1, of: Patient.self)) }
        let gone = old.filter { !held.contains($0.patient) }
        for one in gone {
            try db.run("DELETE FROM rights_request WHERE practice_id = \(practice) AND id = \(one.id)")
        }
        return gone.count
            + (try db.change(
                "DELETE FROM rights_erasure WHERE practice_id = \(practice) AND carried_out_at <= \(before)"))
    }

    /// Patients of whom nothing was kept since then.
    package static func records(
        untouchedSince before: Instant, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [ID<Patient>] {
        try db.rows(
            """
            SELECT patient.id
            FROM identity_patient AS patient
            WHERE patient.practice_id = \(practice) AND patient.registered_at <= \(before)
              AND NOT EXISTS (SELECT 1 FROM measurements_reading AS one
                              WHERE one.practice_id = patient.practice_id AND one.patient_id = patient.id
                                AND one.recorded_at > \(before))
              AND NOT EXISTS (SELECT 1 FROM portal_message AS one
                              WHERE one.practice_id = patient.practice_id AND one.patient_id = patient.id
                                AND one.sent_at > \(before))
              AND NOT EXISTS (SELECT 1 FROM portal_medication_change AS one
                              WHERE one.practice_id = patient.practice_id AND one.patient_id = patient.id
                                AND one.written_at > \(before))
              AND NOT EXISTS (SELECT 1 FROM worklist_item AS one
                              WHERE one.practice_id = patient.practice_id AND one.patient_id = patient.id
                                AND (one.opened_at > \(before) OR one.closed_at > \(before)))
              AND NOT EXISTS (SELECT 1 FROM measurements_agreement AS one
                              WHERE one.practice_id = patient.practice_id AND one.patient_id = patient.id
                                AND one.agreed_at > \(before))
              AND NOT EXISTS (SELECT 1 FROM devices_loan AS one
                              WHERE one.practice_id = patient.practice_id AND one.patient_id = patient.id
                                AND (one.ended_at IS NULL OR one.ended_at > \(before)))
              AND NOT EXISTS (SELECT 1 FROM enrolling_enrolment AS one
                              WHERE one.practice_id = patient.practice_id AND one.patient_id = patient.id
                                AND (one.ended_at IS NULL OR one.ended_at > \(before)))
            """
        ) { try $0.id(0) }
    }

    /// Lines of the log that are past their term.
    package static func lines(
        writtenBefore before: Instant, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let count = try db.row(
            "SELECT count(*) FROM audit_line WHERE practice_id = \(practice) AND at <= \(before)"
        ) { try $0.int(0) }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }
}
