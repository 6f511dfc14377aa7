import Clinical
import Storage

extension Identity {
    /// - Returns: nothing when there is no such practice
    package static func answering(in practice: ID<Practice>, _ db: Transaction) throws -> Answering? {
        let openings = try openings(in: practice, db)
        return try db.row(
            """
            SELECT practice.phone, practice.reply_days, answering.urgent_phone, answering.night_phone,
                   answering.night_text
            FROM identity_practice AS practice
            LEFT JOIN identity_answering AS answering ON answering.practice_id = practice.practice_id
            WHERE practice.practice_id = \(practice)
            """
        ) { row in
            Answering(
                times: AnsweringTimes(replyDays: try row.int(1), openings: openings),
                phone: try row.textIfAny(2) ?? row.text(0), nightPhone: try row.textIfAny(3),
                nightText: try row.textIfAny(4))
        }
    }

    private static func openings(in practice: ID<Practice>, _ db: Transaction) throws -> [AnsweringTimes.Opening] {
        try db.rows(
            """
            SELECT weekday, opens_at, closes_at
            FROM identity_opening
            WHERE practice_id = \(practice)
            ORDER BY weekday
            """
        ) { AnsweringTimes.Opening(weekday: try $0.int(0), from: try $0.int(1), until: try $0.int(2)) }
    }

    /// What was filled in takes the place of all of it.
    package static func keep(
        _ answering: Answering, by worker: ID<Worker>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE identity_practice
            SET reply_days = \(answering.times.replyDays)
            WHERE practice_id = \(practice)
            """
        )
        try db.run(
            """
            INSERT INTO identity_answering (practice_id, urgent_phone, night_phone, night_text, changed_at, changed_by)
            VALUES (\(practice), \(answering.phone), \(answering.nightPhone), \(answering.nightText), \(now), \(worker))
            ON CONFLICT (practice_id) DO UPDATE SET
                urgent_phone = excluded.urgent_phone, night_phone = excluded.night_phone,
                night_text = excluded.night_text, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """
        )
        try db.run("DELETE FROM identity_opening WHERE practice_id = \(practice)")
        for opening in answering.times.openings {
            try db.run(
                """
                INSERT INTO identity_opening (practice_id, weekday, opens_at, closes_at)
                VALUES (\(practice), \(opening.weekday), \(opening.from), \(opening.until))
                """
            )
        }
    }
}
