import Clinical
import Storage

/// What an administrator sees of it: how many of what, and never of whom.
extension Outbox {
    package static func counts(in practice: ID<Practice>, _ db: Transaction) throws -> [Count] {
        try db.rows(
            """
            SELECT channel, kind,
                   CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
                        WHEN quarantined_at IS NOT NULL THEN 'quarantined' ELSE 'waiting' END AS state,
                   count(*), min(due_at)
            FROM outbox_item
            WHERE practice_id = \(practice)
            GROUP BY 1, 2, 3
            ORDER BY 1, 2, 3
            """
        ) {
            Count(
                channel: try $0.word(0), kind: try $0.word(1), state: try $0.word(2), items: try $0.int(3),
                oldest: try $0.instant(4))
        }
    }

    package static func quarantined(
        in practice: ID<Practice>, most: Int = 1000, _ db: Transaction
    ) throws -> [Quarantined] {
        try db.rows(
            """
            SELECT id, channel, kind, quarantined_why, quarantined_at, tries
            FROM outbox_item
            WHERE practice_id = \(practice) AND quarantined_at IS NOT NULL AND sent_at IS NULL
              AND withdrawn_at IS NULL
            ORDER BY quarantined_at
            LIMIT \(most)
            """
        ) {
            Quarantined(
                id: try $0.id(0), channel: try $0.word(1), kind: try $0.word(2), why: try $0.word(3),
                since: try $0.instant(4), tries: try $0.int(5))
        }
    }

    /// Somebody decided that it may be tried again: the same thing under the same number.
    ///
    /// - Returns: how many there were
    package static func retry(
        _ item: ID<ItemMark>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE outbox_item
            SET quarantined_at = NULL, quarantined_why = NULL, tries = 0, next_try_at = \(now)
            WHERE practice_id = \(practice) AND id = \(item) AND quarantined_at IS NOT NULL AND sent_at IS NULL
              AND withdrawn_at IS NULL
            """
        )
    }

    /// What left or was withdrawn a season ago is of no use any more. What is in quarantine stays, and what is about a
    /// patient with whom something is still going on.
    ///
    /// - Returns: how many things went
    package static func forgetOld(
        madeBefore term: Instant, in practice: ID<Practice>, sparing held: Set<ID<Patient>> = [], _ db: Transaction
    ) throws -> Int {
        // Numbers are in the order of time, so the oldest are the lowest.
        let before = ID<ItemMark>(
            high: UInt64(max(0, term.milliseconds)) << 16, low: 0)
        let old = try db.rows(
            """
            SELECT id, patient_id
            FROM outbox_item
            WHERE practice_id = \(practice) AND id < \(before)
              AND (sent_at IS NOT NULL OR withdrawn_at IS NOT NULL)
            """
        ) { (id: try $0.id(0, of: ItemMark.self), patient: try $0.id(1, of: Patient.self)) }
        let gone = old.filter { !held.contains($0.patient) }
        for item in gone { try db.run("DELETE FROM outbox_item WHERE practice_id = \(practice) AND id = \(item.id)") }
        return gone.count
    }
}
