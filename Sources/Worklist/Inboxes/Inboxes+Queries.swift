import Clinical
import Storage

extension Worklist {
    /// - Throws: ``NotOpen`` when the line is closed already, ``NotFound`` when this practice has no such line
    package static func hand(
        _ item: ItemID, to inbox: Inbox, in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant,
        _ db: Transaction
    ) throws {
        let changed = try db.change(
            """
            UPDATE worklist_item
            SET inbox = \(inbox), handed_at = \(now), handed_by = \(worker)
            WHERE practice_id = \(practice) AND id = \(item) AND closed_at IS NULL
            """
        )
        if changed == 0 { try refuse(item, in: practice, db) }
    }

    /// What waits in each inbox; an empty one is left out.
    package static func inboxes(
        in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> [InboxCount] {
        try db.rows(
            """
            SELECT inbox, count(*), min(opened_at)
            FROM worklist_item
            WHERE practice_id = \(practice) AND closed_at IS NULL AND (later_until IS NULL OR later_until <= \(now))
            GROUP BY inbox
            """
        ) { InboxCount(inbox: try $0.word(0), count: try $0.int(1), oldest: try $0.instant(2)) }
    }

    /// Every open line without whom or what it is about, the longest waiting first.
    static func bareLines(in practice: ID<Practice>, at now: Instant, _ db: Transaction) throws -> [BareLine] {
        try db.rows(
            """
            SELECT id, inbox, opened_at
            FROM worklist_item
            WHERE practice_id = \(practice) AND closed_at IS NULL AND (later_until IS NULL OR later_until <= \(now))
            ORDER BY opened_at, id
            LIMIT 100
            """
        ) { BareLine(id: try $0.id(0), inbox: try $0.word(1), openedAt: try $0.instant(2)) }
    }

    static func handed(_ item: ItemID, in practice: ID<Practice>, _ db: Transaction) throws -> Handed? {
        try db.row(
            """
            SELECT worker.given_name, worker.family_name, item.handed_at
            FROM worklist_item AS item
            JOIN identity_worker AS worker
              ON worker.practice_id = item.practice_id AND worker.id = item.handed_by
            WHERE item.practice_id = \(practice) AND item.id = \(item) AND item.handed_at IS NOT NULL
            """
        ) { Handed(by: "\(try $0.text(0)) \(try $0.text(1))", at: try $0.instant(2)) }
    }
}
