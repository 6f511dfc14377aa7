import Clinical
import Identity
import Storage
import Web

extension Worklist {
    /// Opens a line, or sharpens the one that is open: a more pressing reason or newer facts take it over.
    ///
    /// A line that was put off comes back when something more pressing happens, and at once when somebody must be
    /// phoned today or asks something new: a pause is about what was seen, not about what comes after it.
    package static func consider(
        _ reason: Reason, _ urgency: Urgency, _ facts: Facts, of patient: ID<Patient>, in practice: ID<Practice>,
        at occasion: Occasion, _ db: Transaction
    ) throws {
        let quote = try facts.quote.map { try db.seal($0, at: .quote(of: patient), of: patient, in: practice) }
        try db.run(
            """
            INSERT INTO worklist_item (practice_id, id, patient_id, family, reason, urgency, systolic, diastolic, count,
                weight, gain, sealed_quote, opened_at)
            VALUES (\(practice), \(occasion.newID(of: ItemMark.self)), \(patient), \(reason.family), \(reason.name),
                \(urgency.rawValue), \(facts.pressure?.systolic.mmHg), \(facts.pressure?.diastolic.mmHg),
                \(facts.count), \(facts.weight?.grams), \(facts.gain?.grams), \(quote), \(occasion.now))
            ON CONFLICT (practice_id, patient_id, family) WHERE closed_at IS NULL DO UPDATE SET
                reason = excluded.reason, urgency = excluded.urgency, systolic = excluded.systolic,
                diastolic = excluded.diastolic, count = excluded.count, weight = excluded.weight,
                gain = excluded.gain, sealed_quote = excluded.sealed_quote,
                later_until = CASE WHEN excluded.urgency < worklist_item.urgency
                                     OR excluded.urgency = \(Urgency.now.rawValue)
                                     OR excluded.family = \(Family.question)
                                   THEN NULL ELSE worklist_item.later_until END
            WHERE excluded.urgency <= worklist_item.urgency
            """
        )
    }

    /// A reason that is no longer true takes its own line away; nobody has to.
    package static func withdraw(
        _ reason: Reason, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            DELETE FROM worklist_item
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND family = \(reason.family)
              AND reason = \(reason.name) AND closed_at IS NULL
            """
        )
    }

    /// The reading behind an alarm was a mistake: the alarm goes with it.
    package static func withdrawAlert(
        about pressure: BloodPressure, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            DELETE FROM worklist_item
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND family = 'pressure'
              AND reason LIKE 'alert-%' AND systolic = \(pressure.systolic.mmHg)
              AND diastolic = \(pressure.diastolic.mmHg) AND closed_at IS NULL
            """
        )
    }

    /// The weight behind a gain was a mistake: the line goes with it.
    package static func withdrawGain(
        to weight: Weight, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            DELETE FROM worklist_item
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND family = 'weight'
              AND weight = \(weight.grams) AND closed_at IS NULL
            """
        )
    }

    /// A very high reading that came down after rest stays on the list as what it then is: one high reading.
    package static func calm(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run(
            """
            UPDATE worklist_item
            SET reason = \(Reason.alert(.singleHigh).name)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND family = 'pressure'
              AND reason = \(Reason.alert(.veryHigh).name) AND closed_at IS NULL
            """
        )
    }

    /// What is to do, the most pressing first and then the longest waiting.
    package static func open(
        in practice: ID<Practice>, at now: Instant, only inbox: Inbox? = nil, most: Int = 100, _ db: Transaction
    ) throws -> [Item] {
        guard let inbox else { return try openLines(in: practice, at: now, most: most, db) }
        // An inbox holds few of the lines; the longest list is gone through for it.
        return Array(
            try openLines(in: practice, at: now, most: 20 * most, db).filter { $0.inbox == inbox }.prefix(most))
    }

    private static func openLines(
        in practice: ID<Practice>, at now: Instant, most: Int, _ db: Transaction
    ) throws -> [Item] {
        try items(
            in: practice,
            """
            SELECT item.id, item.patient_id, item.reason, item.urgency, item.systolic, item.diastolic, item.count,
                   item.weight, item.gain, item.sealed_quote, item.opened_at, item.closed_at, patient.family_name,
                   patient.given_name, patient.born_on, patient.programmes, plan.goal_systolic, plan.goal_diastolic,
                   plan.protocol, summary.average_systolic, summary.average_diastolic, summary.moments, summary.weeks,
                   summary.weights, item.inbox
            FROM worklist_item AS item
            JOIN identity_patient AS patient
              ON patient.practice_id = item.practice_id AND patient.id = item.patient_id
            LEFT JOIN measurements_plan AS plan
              ON plan.practice_id = item.practice_id AND plan.patient_id = item.patient_id
            LEFT JOIN measurements_summary AS summary
              ON summary.practice_id = item.practice_id AND summary.patient_id = item.patient_id
            WHERE item.practice_id = \(practice) AND item.closed_at IS NULL
              AND (item.later_until IS NULL OR item.later_until <= \(now))
            ORDER BY item.urgency, item.opened_at
            LIMIT \(most)
            """, db)
    }

    /// What was put off, the first to come back first.
    package static func later(
        in practice: ID<Practice>, at now: Instant, most: Int = 100, _ db: Transaction
    ) throws -> [Item] {
        try items(
            in: practice,
            """
            SELECT item.id, item.patient_id, item.reason, item.urgency, item.systolic, item.diastolic, item.count,
                   item.weight, item.gain, item.sealed_quote, item.opened_at, item.closed_at, patient.family_name,
                   patient.given_name, patient.born_on, patient.programmes, plan.goal_systolic, plan.goal_diastolic,
                   plan.protocol, summary.average_systolic, summary.average_diastolic, summary.moments, summary.weeks,
                   summary.weights, item.inbox
            FROM worklist_item AS item
            JOIN identity_patient AS patient
              ON patient.practice_id = item.practice_id AND patient.id = item.patient_id
            LEFT JOIN measurements_plan AS plan
              ON plan.practice_id = item.practice_id AND plan.patient_id = item.patient_id
            LEFT JOIN measurements_summary AS summary
              ON summary.practice_id = item.practice_id AND summary.patient_id = item.patient_id
            WHERE item.practice_id = \(practice) AND item.closed_at IS NULL AND item.later_until > \(now)
            ORDER BY item.later_until
            LIMIT \(most)
            """, db)
    }

    /// What was closed since a moment, the latest first.
    package static func closed(
        in practice: ID<Practice>, since: Instant, most: Int = 100, _ db: Transaction
    ) throws -> [Item] {
        try items(
            in: practice,
            """
            SELECT item.id, item.patient_id, item.reason, item.urgency, item.systolic, item.diastolic, item.count,
                   item.weight, item.gain, item.sealed_quote, item.opened_at, item.closed_at, patient.family_name,
                   patient.given_name, patient.born_on, patient.programmes, plan.goal_systolic, plan.goal_diastolic,
                   plan.protocol, summary.average_systolic, summary.average_diastolic, summary.moments, summary.weeks,
                   summary.weights, item.inbox
            FROM worklist_item AS item
            JOIN identity_patient AS patient
              ON patient.practice_id = item.practice_id AND patient.id = item.patient_id
            LEFT JOIN measurements_plan AS plan
              ON plan.practice_id = item.practice_id AND plan.patient_id = item.patient_id
            LEFT JOIN measurements_summary AS summary
              ON summary.practice_id = item.practice_id AND summary.patient_id = item.patient_id
            WHERE item.practice_id = \(practice) AND item.closed_at >= \(since)
            ORDER BY item.closed_at DESC
            LIMIT \(most)
            """, db)
    }

    /// How many lines wait, are put off, and were closed since a moment.
    package static func counts(
        in practice: ID<Practice>, at now: Instant, since: Instant, _ db: Transaction
    ) throws -> [Tab: Int] {
        let open = try count(
            """
            SELECT count(*)
            FROM worklist_item
            WHERE practice_id = \(practice) AND closed_at IS NULL AND (later_until IS NULL OR later_until <= \(now))
            """, db)
        let later = try count(
            """
            SELECT count(*)
            FROM worklist_item
            WHERE practice_id = \(practice) AND closed_at IS NULL AND later_until > \(now)
            """, db)
        let closed = try count(
            "SELECT count(*) FROM worklist_item WHERE practice_id = \(practice) AND closed_at >= \(since)", db)
        return [.open: open, .later: later, .closed: closed]
    }

    /// What a page compares to know whether the list has changed.
    static func news(in practice: ID<Practice>, at now: Instant, _ db: Transaction) throws -> News {
        let news = try db.row(
            """
            SELECT count(*), count(CASE WHEN urgency = \(Urgency.now.rawValue) THEN 1 END), COALESCE(max(opened_at), 0)
            FROM worklist_item
            WHERE practice_id = \(practice) AND closed_at IS NULL AND (later_until IS NULL OR later_until <= \(now))
            """
        ) { News(open: try $0.int(0), urgent: try $0.int(1), newest: Int64(try $0.int(2))) }
        guard let news else { throw StorageFailure.unreadable(column: 0) }
        return news
    }

    /// The patient of a line of this practice.
    package static func patient(
        of item: ItemID, in practice: ID<Practice>, _ db: Transaction
    ) throws -> ID<Patient>? {
        try db.row("SELECT patient_id FROM worklist_item WHERE practice_id = \(practice) AND id = \(item)") {
            try $0.id(0)
        }
    }

    /// - Throws: ``NotOpen`` when the line is closed already, ``NotFound`` when this practice has no such line
    package static func close(
        _ item: ItemID, in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws {
        let closed = try db.change(
            """
            UPDATE worklist_item
            SET closed_at = \(now), closed_by = \(worker)
            WHERE practice_id = \(practice) AND id = \(item) AND closed_at IS NULL
            """
        )
        if closed == 0 { try refuse(item, in: practice, db) }
    }

    /// Closes what is open of these families: the answer that was sent says enough. Who must be phoned today stays on
    /// the list until somebody says that it is done.
    package static func close(
        all families: [Family], of patient: ID<Patient>, in practice: ID<Practice>, by worker: ID<Worker>,
        at now: Instant, _ db: Transaction
    ) throws {
        for family in families {
            try db.run(
                """
                UPDATE worklist_item
                SET closed_at = \(now), closed_by = \(worker)
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND family = \(family)
                  AND urgency > \(Urgency.now.rawValue) AND closed_at IS NULL
                """
            )
        }
    }

    /// Undoes a closing.
    ///
    /// - Throws: ``NotOpen`` when the same patient is on the list again already
    package static func reopen(_ item: ItemID, in practice: ID<Practice>, _ db: Transaction) throws {
        let reopened = try db.change(
            """
            UPDATE worklist_item
            SET closed_at = NULL, closed_by = NULL, later_until = NULL
            WHERE practice_id = \(practice) AND id = \(item) AND closed_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM worklist_item AS other
                              WHERE other.practice_id = worklist_item.practice_id
                                AND other.patient_id = worklist_item.patient_id
                                AND other.family = worklist_item.family
                                AND other.closed_at IS NULL AND other.id <> worklist_item.id)
            """
        )
        if reopened == 0 { try refuse(item, in: practice, db) }
    }

    package static func putOff(
        _ item: ItemID, _ pause: Pause, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        let changed = try db.change(
            """
            UPDATE worklist_item
            SET later_until = \(pause.until(now))
            WHERE practice_id = \(practice) AND id = \(item) AND closed_at IS NULL
            """
        )
        if changed == 0 { try refuse(item, in: practice, db) }
    }

    /// When the practice last closed a line of this family for this patient.
    package static func lastClosed(
        _ family: Family, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT max(closed_at)
            FROM worklist_item
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND family = \(family)
              AND closed_at IS NOT NULL
            """
        ) { try $0.instantIfAny(0) } ?? nil
    }

    /// How many patients of this practice are on target; kept, not counted.
    static func onTarget(in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        try db.row(
            "SELECT patients FROM measurements_tally WHERE practice_id = \(practice) AND standing = 'on-target'"
        ) { try $0.int(0) } ?? 0  // no row yet: nobody measured
    }

    /// Within how many working days this practice answers.
    static func replyDays(of practice: ID<Practice>, _ db: Transaction) throws -> Int {
        guard
            let days = try db.row(
                "SELECT reply_days FROM identity_practice WHERE practice_id = \(practice)", { try $0.int(0) })
        else { throw NotFound() }
        return days
    }

    /// The name of the patient of a line, for the notice that it is done.
    static func name(
        of item: ItemID, in practice: ID<Practice>, _ db: Transaction
    ) throws -> String? {
        try db.row(
            """
            SELECT patient.family_name, patient.given_name
            FROM worklist_item AS item
            JOIN identity_patient AS patient
              ON patient.practice_id = item.practice_id AND patient.id = item.patient_id
            WHERE item.practice_id = \(practice) AND item.id = \(item)
            """
        ) { Identity.listName(try $0.text(1), try $0.text(0)) }
    }

    static func refuse(_ item: ItemID, in practice: ID<Practice>, _ db: Transaction) throws -> Never {
        guard try patient(of: item, in: practice, db) != nil else { throw NotFound() }
        throw NotOpen()
    }

    private static func count(_ sql: SQL, _ db: Transaction) throws -> Int {
        guard let count = try db.row(sql, { try $0.int(0) }) else { throw StorageFailure.unreadable(column: 0) }
        return count
    }

    /// With what was asked opened, each with the key of its patient.
    private static func items(in practice: ID<Practice>, _ sql: SQL, _ db: Transaction) throws -> [Item] {
        try db.rows(sql, { (try item($0), try $0.bytesIfAny(9)) }).map { item, quote in
            guard let quote else { return item }
            var item = item
            item.facts.quote = try db.words(of: item.patient, in: practice).text(quote, .quote(of: item.patient))
            return item
        }
    }

    private static func item(_ row: Row) throws -> Item {
        guard let reason = Reason(name: try row.text(2)), let urgency = Urgency(rawValue: try row.int(3)) else {
            throw StorageFailure.unreadable(column: 2)
        }
        let protocolName = try row.textIfAny(18)
        return Item(
            id: try row.id(0), patient: try row.id(1), reason: reason, urgency: urgency,
            facts: Facts(
                pressure: try pressure(row, 4), count: try row.intIfAny(6),
                weight: (try row.intIfAny(7)).map { .grams($0) }, gain: (try row.intIfAny(8)).map { .grams($0) }),
            openedAt: try row.instant(10), listName: Identity.listName(try row.text(13), try row.text(12)),
            bornOn: try row.day(14), programmes: try row.text(15), goal: try pressure(row, 16),
            average: try pressure(row, 19), moments: (try row.intIfAny(21)) ?? 0,  // no summary yet: nothing measured
            asked: (protocolName.flatMap { MeasuringProtocol.named($0) } ?? .sevenDays).moments,
            weeks: PackedWeeks.pressures((try row.textIfAny(22)) ?? ""),
            weights: PackedWeeks.weights((try row.textIfAny(23)) ?? ""), inbox: try row.word(24),
            closedAt: try row.instantIfAny(11))
    }

    static func pressure(_ row: Row, _ column: Int32) throws -> BloodPressure? {
        guard let systolic = try row.intIfAny(column), let diastolic = try row.intIfAny(column + 1) else { return nil }
        return .mmHg(systolic, over: diastolic)
    }
}
