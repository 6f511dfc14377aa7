import Clinical
import Identity
import Storage

extension Outbox {
    package static func reminders(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Reminders {
        try db.row(
            """
            SELECT channel, moments, quiet_from, quiet_until, paused_until, reminders, last_on, last_at
            FROM outbox_reminder
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) { row in
            Reminders(
                channel: try row.wordIfAny(0), wishes: try wishes(row, from: 1),
                run: Reminding.Run(reminders: try row.int(5), lastOn: try row.dayIfAny(6)),
                lastAt: try row.instantIfAny(7))
        } ?? .off
    }

    private static func wishes(_ row: Row, from column: Int32) throws -> ReminderWishes {
        guard let moments = ReminderMoments(text: try row.text(column)),
            let quiet = QuietHours(from: try row.int(column + 1), until: try row.int(column + 2))
        else { throw StorageFailure.unreadable(column: Int(column)) }
        return ReminderWishes(moments: moments, quiet: quiet, pausedUntil: try row.dayIfAny(column + 3))
    }

    /// Keeps how somebody wants to be reminded; the next moment is the first one after now.
    package static func keep(
        _ wishes: ReminderWishes, by channel: Channel?, of owner: Owner, at now: Instant, _ db: Transaction
    ) throws {
        let next = channel.map { _ in wishes.moments.next(after: now) }
        try db.run(
            """
            INSERT INTO outbox_reminder (practice_id, patient_id, channel, moments, quiet_from, quiet_until, paused_until,
                                         next_at, reminders, changed_at, changed_by)
            VALUES (\(owner.practice), \(owner.patient), \(channel), \(wishes.moments.text), \(wishes.quiet.from),
                    \(wishes.quiet.until), \(wishes.pausedUntil), \(next), 0, \(now), \(owner.person))
            ON CONFLICT (practice_id, patient_id) DO UPDATE SET
                channel = excluded.channel, moments = excluded.moments, quiet_from = excluded.quiet_from,
                quiet_until = excluded.quiet_until, paused_until = excluded.paused_until, next_at = excluded.next_at,
                reminders = 0, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """
        )
    }

    /// Whether anybody of this practice has come to a moment they chose: one step in an index.
    package static func isAnybodyDue(in practice: ID<Practice>, at now: Instant, _ db: Transaction) throws -> Bool {
        try db.row(
            "SELECT 1 FROM outbox_reminder WHERE practice_id = \(practice) AND next_at <= \(now) LIMIT 1"
        ) { _ in true } ?? false
    }

    /// Who of this practice has come to a moment they chose, the longest ago first: one question, by an index.
    package static func due(
        in practice: ID<Practice>, at now: Instant, most: Int, _ db: Transaction
    ) throws -> [Due] {
        let today = Moment.amsterdam(now).day
        var seen: Set<ID<Patient>> = []
        return try db.rows(
            """
            SELECT reminder.patient_id, reminder.channel, reminder.moments, reminder.quiet_from, reminder.quiet_until,
                   reminder.paused_until, reminder.next_at, reminder.reminders, reminder.last_on, plan.protocol,
                   week.starts_on, week.protocol, summary.last_day, day.mornings, day.evenings
            FROM outbox_reminder AS reminder
            LEFT JOIN measurements_plan AS plan
              ON plan.practice_id = reminder.practice_id AND plan.patient_id = reminder.patient_id
            LEFT JOIN measurements_week AS week
              ON week.practice_id = reminder.practice_id AND week.patient_id = reminder.patient_id
             AND week.starts_on <= \(today) AND week.ends_on >= \(today) AND week.withdrawn_at IS NULL
            LEFT JOIN measurements_summary AS summary
              ON summary.practice_id = reminder.practice_id AND summary.patient_id = reminder.patient_id
            LEFT JOIN measurements_day AS day
              ON day.practice_id = reminder.practice_id AND day.patient_id = reminder.patient_id
             AND day.kind = 'blood-pressure' AND day.day = \(today)
            WHERE reminder.practice_id = \(practice) AND reminder.next_at <= \(now)
            ORDER BY reminder.next_at, reminder.patient_id, week.starts_on DESC
            LIMIT \(most)
            """, due
        ).filter { seen.insert($0.patient).inserted }
    }

    private static func due(_ row: Row) throws -> Due {
        Due(
            patient: try row.id(0), channel: try row.word(1), wishes: try wishes(row, from: 2),
            scene: Reminding.Scene(
                moment: try row.instant(6), asked: try asked(row), measured: try measured(row),
                lastDay: try row.dayIfAny(12),
                run: Reminding.Run(reminders: try row.int(7), lastOn: try row.dayIfAny(8))))
    }

    private static func asked(_ row: Row) throws -> Reminding.Asked {
        guard let first = try row.dayIfAny(10) else { return try row.textIfAny(9) == nil ? .nothing : .weekly }
        guard let measuring = MeasuringProtocol.named(try row.text(11)) else {
            throw StorageFailure.unreadable(column: 11)
        }
        return .week(startsOn: first, measuring: measuring)
    }

    private static func measured(_ row: Row) throws -> Set<DayPart> {
        var parts: Set<DayPart> = []
        if try row.intIfAny(13).map({ $0 > 0 }) == true { parts.insert(.morning) }
        if try row.intIfAny(14).map({ $0 > 0 }) == true { parts.insert(.evening) }
        return parts
    }

    /// What was asked of one patient, for their own page.
    static func asked(
        of patient: ID<Patient>, in practice: ID<Practice>, on today: Day, _ db: Transaction
    ) throws -> (asked: Reminding.Asked, lastDay: Day?) {
        let found = try db.row(
            """
            SELECT plan.protocol, week.starts_on, week.protocol, summary.last_day
            FROM measurements_plan AS plan
            LEFT JOIN measurements_week AS week
              ON week.practice_id = plan.practice_id AND week.patient_id = plan.patient_id
             AND week.starts_on <= \(today) AND week.ends_on >= \(today) AND week.withdrawn_at IS NULL
            LEFT JOIN measurements_summary AS summary
              ON summary.practice_id = plan.practice_id AND summary.patient_id = plan.patient_id
            WHERE plan.practice_id = \(practice) AND plan.patient_id = \(patient)
            ORDER BY week.starts_on DESC
            LIMIT 1
            """
        ) { row -> (Reminding.Asked, Day?) in
            let lastDay = try row.dayIfAny(3)
            guard let first = try row.dayIfAny(1), let measuring = MeasuringProtocol.named(try row.text(2)) else {
                return (.weekly, lastDay)
            }
            return (.week(startsOn: first, measuring: measuring), lastDay)
        }
        return found ?? (.nothing, nil)
    }

    /// Goes on to the next moment; what was asked of this one is decided.
    package static func moveOn(
        _ patient: ID<Patient>, in practice: ID<Practice>, to next: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE outbox_reminder SET next_at = \(next)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND next_at IS NOT NULL
            """
        )
    }

    /// Reminds somebody in every way they chose, and goes on to the next moment.
    ///
    /// - Returns: how many letters there are: none when no address is left
    package static func remind(
        _ due: Due, in practice: ID<Practice>, until: Instant, next: Instant, at occasion: Occasion, _ db: Transaction
    ) throws -> Int {
        let ways = try db.rows(
            """
            SELECT id FROM outbox_way
            WHERE practice_id = \(practice) AND patient_id = \(due.patient) AND channel = \(due.channel)
              AND confirmed_at IS NOT NULL
            """
        ) { try $0.id(0, of: WayMark.self) }
        guard !ways.isEmpty else {
            try moveOn(due.patient, in: practice, to: next, db)
            return 0
        }
        for way in ways {
            try put(
                Letter(kind: .reminder, channel: due.channel, way: way, due: occasion.now, until: until),
                for: due.patient, in: practice, at: occasion, db)
        }
        let count = due.scene.run.unanswered(lastDay: due.scene.lastDay) + 1
        try db.run(
            """
            UPDATE outbox_reminder
            SET next_at = \(next), reminders = \(count), last_on = \(occasion.today), last_at = \(occasion.now)
            WHERE practice_id = \(practice) AND patient_id = \(due.patient) AND next_at IS NOT NULL
            """
        )
        return ways.count
    }

    /// Reminders are off, the addresses are gone, and what waits does not leave any more.
    static func end(of owner: Owner, at now: Instant, _ db: Transaction) throws {
        try turnOff(of: owner, at: now, db)
        try forgetWays(of: owner.patient, in: owner.practice, db)
    }

    /// Reminders are off, and what waits does not leave any more; moments and addresses stay for when they are on again.
    package static func turnOff(of owner: Owner, at now: Instant, _ db: Transaction) throws {
        let wishes = try reminders(of: owner.patient, in: owner.practice, db).wishes
        try withdrawAll(of: owner.patient, in: owner.practice, because: "turned off", at: now, db)
        try keep(
            ReminderWishes(moments: wishes.moments, quiet: wishes.quiet), by: nil, of: owner, at: now, db)
    }

    /// Everything about this patient is gone, also what still waited to leave.
    ///
    /// - Returns: how many things there were
    @discardableResult
    package static func forget(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        try db.run("DELETE FROM outbox_reminder WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try forgetWays(of: patient, in: practice, db)
        return try db.change(
            "DELETE FROM outbox_item WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
