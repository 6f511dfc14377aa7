import Clinical
import Storage
import Web

/// From ready to the record, and back; and what waits for the record system meanwhile.
extension Exchange {
    static func markApproved(
        _ summary: Summary, as approval: ID<ApprovalMark>, by worker: ID<Worker>, in practice: ID<Practice>,
        at now: Instant, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE exchange_summary
            SET state = 'approved', approved_at = \(now), approved_by = \(worker), approval = \(approval)
            WHERE practice_id = \(practice) AND id = \(summary.id) AND state = 'ready'
            """
        )
    }

    /// What this one replaces does not hold any more.
    static func replaceFormer(of summary: Summary, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run(
            """
            UPDATE exchange_summary
            SET state = 'replaced'
            WHERE practice_id = \(practice) AND patient_id = \(summary.patient) AND kind = \(summary.kind)
              AND starts_on = \(summary.period.from) AND ends_on = \(summary.period.through)
              AND version = \(summary.version - 1) AND state IN ('approved', 'placed')
            """
        )
    }

    static func approved(
        as approval: ID<ApprovalMark>, by worker: ID<Worker>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [(id: ID<SummaryMark>, patient: ID<Patient>)] {
        try db.rows(
            """
            SELECT id, patient_id
            FROM exchange_summary
            WHERE practice_id = \(practice) AND approval = \(approval) AND approved_by = \(worker)
              AND state = 'approved'
            """
        ) { (try $0.id(0), try $0.id(1)) }
    }

    /// Only what nobody put in the record yet, and what no newer version stands on.
    static func markReady(_ id: ID<SummaryMark>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        try db.change(
            """
            UPDATE exchange_summary
            SET state = 'ready', approved_at = NULL, approved_by = NULL, approval = NULL
            WHERE practice_id = \(practice) AND id = \(id) AND state = 'approved'
              AND NOT EXISTS (SELECT 1 FROM exchange_summary AS newer
                              WHERE newer.practice_id = exchange_summary.practice_id
                                AND newer.patient_id = exchange_summary.patient_id
                                AND newer.kind = exchange_summary.kind
                                AND newer.starts_on = exchange_summary.starts_on
                                AND newer.ends_on = exchange_summary.ends_on
                                AND newer.version > exchange_summary.version)
            """
        )
    }

    static func restoreFormer(of id: ID<SummaryMark>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run(
            """
            UPDATE exchange_summary
            SET state = CASE WHEN placed_at IS NULL THEN 'approved' ELSE 'placed' END
            WHERE practice_id = \(practice) AND state = 'replaced'
              AND EXISTS (SELECT 1 FROM exchange_summary AS newer
                          WHERE newer.practice_id = exchange_summary.practice_id AND newer.id = \(id)
                            AND newer.series = exchange_summary.series
                            AND newer.version = exchange_summary.version + 1)
            """
        )
    }

    /// It stands in the record: somebody put it there, or a coupling did.
    ///
    /// - Returns: how many there were: one or none
    package static func place(
        _ id: ID<SummaryMark>, by worker: ID<Worker>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Int {
        let count = try db.change(
            """
            UPDATE exchange_summary
            SET state = 'placed', placed_at = \(now), placed_by = \(worker)
            WHERE practice_id = \(practice) AND id = \(id) AND state = 'approved'
            """
        )
        if count == 1 {
            try db.run(
                "UPDATE exchange_record SET placed_at = \(now) WHERE practice_id = \(practice) AND id = \(id)")
        }
        return count
    }

    static func queue(
        _ summary: Summary, _ body: String, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO exchange_record (practice_id, id, patient_id, ready_at, body)
            VALUES (\(practice), \(summary.id), \(summary.patient), \(now), \(body))
            """
        )
    }

    static func unqueue(_ id: ID<SummaryMark>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM exchange_record WHERE practice_id = \(practice) AND id = \(id)")
    }

    /// What was approved, as it will be sent, and as it was approved.
    static func recordBody(
        of id: ID<SummaryMark>, _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> String? {
        try db.row(
            """
            SELECT body
            FROM exchange_record
            WHERE practice_id = \(practice) AND id = \(id) AND patient_id = \(patient)
            """
        ) { try $0.text(0) }
    }

    /// What waits for the record system, the longest waiting first. What another version took the place of waits no more.
    static func waitingForRecord(
        in practice: ID<Practice>, most: Int, _ db: Transaction
    ) throws -> [(patient: ID<Patient>, body: String)] {
        try db.rows(
            """
            SELECT record.patient_id, record.body
            FROM exchange_record AS record
            WHERE record.practice_id = \(practice) AND record.placed_at IS NULL
              AND EXISTS (SELECT 1 FROM exchange_summary AS summary
                          WHERE summary.practice_id = record.practice_id AND summary.id = record.id
                            AND summary.state = 'approved')
            ORDER BY record.ready_at, record.id
            LIMIT \(most)
            """
        ) { (try $0.id(0), try $0.text(1)) }
    }

    static func recordBundle(
        of summary: Summary, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> String {
        guard let person = try person(summary.patient, in: practice, db), let house = try house(practice, db) else {
            throw NotFound()
        }
        return RecordEntry(summary: summary, patient: person, practice: house, madeAt: .amsterdam(now)).text
    }
}
