import Clinical
import Identity
import Storage

extension Enrolling {
    /// A list as it was read in.
    struct ListCard: Hashable, Sendable {
        let id: ID<ListMark>
        let version: String
        let readAt: Instant
        let rows: Int
        let eligible: Int
        /// Those on it whom nobody asked yet.
        let waiting: Int
    }

    static func keep(
        list id: ID<ListMark>, by definition: EligibilityDefinition, rows: Int, eligible: Int,
        in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO enrolling_list (practice_id, id, definition, version, read_at, read_by, rows_read, eligible)
            VALUES (\(practice), \(id), \(definition.name), \(definition.version), \(now), \(worker), \(rows),
                \(eligible))
            """
        )
    }

    /// What was counted once the whole list was read.
    static func count(
        list id: ID<ListMark>, rows: Int, eligible: Int, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE enrolling_list
            SET rows_read = \(rows), eligible = \(eligible)
            WHERE practice_id = \(practice) AND id = \(id)
            """
        )
    }

    static func lists(in practice: ID<Practice>, most: Int = 5, _ db: Transaction) throws -> [ListCard] {
        try db.rows(
            """
            SELECT list.id, list.version, list.read_at, list.rows_read, list.eligible,
                   (SELECT count(*) FROM enrolling_candidate AS candidate
                    WHERE candidate.practice_id = list.practice_id AND candidate.list_id = list.id
                      AND candidate.state = 'listed')
            FROM enrolling_list AS list
            WHERE list.practice_id = \(practice) AND list.withdrawn_at IS NULL
            ORDER BY list.read_at DESC
            LIMIT \(most)
            """
        ) {
            ListCard(
                id: try $0.id(0), version: try $0.text(1), readAt: try $0.instant(2), rows: try $0.int(3),
                eligible: try $0.int(4), waiting: try $0.int(5))
        }
    }

    /// The list was a mistake: who stands on it and was not asked yet, goes.
    ///
    /// - Returns: how many lists there were: one or none
    static func withdraw(
        list id: ID<ListMark>, in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws -> Int {
        let count = try db.change(
            """
            UPDATE enrolling_list
            SET withdrawn_at = \(now), withdrawn_by = \(worker)
            WHERE practice_id = \(practice) AND id = \(id) AND withdrawn_at IS NULL
            """
        )
        guard count == 1 else { return 0 }
        try db.run(
            """
            DELETE FROM enrolling_candidate
            WHERE practice_id = \(practice) AND list_id = \(id) AND state = 'listed'
              AND NOT EXISTS (SELECT 1 FROM enrolling_invitation AS invitation
                              WHERE invitation.practice_id = enrolling_candidate.practice_id
                                AND invitation.patient_id = enrolling_candidate.patient_id)
            """
        )
        return count
    }
}
