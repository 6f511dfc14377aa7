import Clinical
import Identity
import Storage

extension Outbox {
    /// What is to leave, and when.
    package struct Letter: Hashable, Sendable {
        package let kind: Kind
        package let channel: Channel
        package let way: ID<WayMark>
        package let due: Instant
        /// Later than this it is worth nothing.
        package let until: Instant
    }

    /// Writes down that something has to leave; in the same transaction as why.
    package static func put(
        _ letter: Letter, for patient: ID<Patient>, in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO outbox_item (practice_id, id, patient_id, way_id, channel, kind, due_at, until_at, tries,
                                     next_try_at)
            VALUES (\(practice), \(occasion.newID(of: ItemMark.self)), \(patient), \(letter.way), \(letter.channel),
                    \(letter.kind), \(letter.due), \(letter.until), 0, \(letter.due))
            """
        )
    }

    /// Whether anything waits to be carried now: one step in an index.
    package static func hasSomething(in practice: ID<Practice>, at now: Instant, _ db: Transaction) throws -> Bool {
        try db.row(
            """
            SELECT 1 FROM outbox_item
            WHERE practice_id = \(practice) AND next_try_at <= \(now)
              AND sent_at IS NULL AND quarantined_at IS NULL AND withdrawn_at IS NULL
            LIMIT 1
            """
        ) { _ in true } ?? false
    }

    /// A row that waits, before its address is opened.
    private struct Waiting {
        let id: ID<ItemMark>
        let patient: ID<Patient>
        let way: ID<WayMark>
        let channel: Channel
        let kind: Kind
        let until: Instant
        let tries: Int
        let sealed: [UInt8]?
        let code: String?
        let language: Language?
        let due: Instant
    }

    /// Takes what has to be carried now, for this node alone: whoever takes a row writes down until when, and after that
    /// it is anybody's again.
    package static func take<Node>(
        in practice: ID<Practice>, by node: ID<Node>, at now: Instant, most: Int = 20, _ safe: Safe, _ db: Transaction
    ) throws -> [Parcel] {
        try withdrawLate(in: practice, at: now, db)
        return try waiting(in: practice, at: now, most: most, db).compactMap { waiting in
            guard try isOurs(waiting.id, in: practice, node, at: now, db) else { return nil }
            if waiting.kind == .reminder,
                try hasMeasured(waiting.patient, in: practice, sincePartOf: waiting.due, at: now, db)
            {
                try withdraw(waiting.id, in: practice, because: "measured", at: now, db)
                return nil
            }
            guard let sealed = waiting.sealed else {
                try withdraw(waiting.id, in: practice, because: "no address", at: now, db)
                return nil
            }
            guard waiting.tries < Patience.most else {
                try quarantine(waiting.id, in: practice, .tooManyTries, at: now, db)
                return nil
            }
            let field = Safe.Field("outbox_way", waiting.way, "sealed")
            guard let to = try safe.open(sealed, from: field, of: waiting.patient, in: practice, db) else {
                try quarantine(waiting.id, in: practice, .unreadable, at: now, db)
                return nil
            }
            return Parcel(
                id: waiting.id, practice: practice, channel: waiting.channel, kind: waiting.kind, to: to,
                until: waiting.until, code: waiting.code, language: waiting.language ?? .nl, tries: waiting.tries + 1)
        }
    }

    /// Who measured since that part of the day began is not asked any more, however long the reminder was on its way; a
    /// reading that a phone kept and sent later counts by when it was taken.
    private static func hasMeasured(
        _ patient: ID<Patient>, in practice: ID<Practice>, sincePartOf due: Instant, at now: Instant,
        _ db: Transaction
    ) throws -> Bool {
        let moment = Moment.amsterdam(due)
        let start = Amsterdam.instant(moment.day, hour: DayPart(of: moment).firstHour)
        return try db.row(
            """
            SELECT 1 FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
              AND taken_at >= \(start) AND taken_at <= \(now) AND setting = 'home' AND status <> 'entered-in-error'
            LIMIT 1
            """
        ) { _ in true } ?? false
    }

    private static func withdrawLate(in practice: ID<Practice>, at now: Instant, _ db: Transaction) throws {
        try db.run(
            """
            UPDATE outbox_item
            SET withdrawn_at = \(now), withdrawn_why = 'too late', taken_by = NULL, taken_until = NULL
            WHERE practice_id = \(practice) AND next_try_at <= \(now) AND until_at <= \(now)
              AND sent_at IS NULL AND quarantined_at IS NULL AND withdrawn_at IS NULL
              AND (taken_until IS NULL OR taken_until <= \(now))
            """
        )
    }

    private static func waiting(
        in practice: ID<Practice>, at now: Instant, most: Int, _ db: Transaction
    ) throws -> [Waiting] {
        try db.rows(
            """
            SELECT item.id, item.patient_id, item.way_id, item.channel, item.kind, item.until_at, item.tries,
                   way.sealed, way.code, way.language, item.due_at
            FROM outbox_item AS item
            LEFT JOIN outbox_way AS way
              ON way.practice_id = item.practice_id AND way.patient_id = item.patient_id AND way.id = item.way_id
            WHERE item.practice_id = \(practice) AND item.next_try_at <= \(now)
              AND item.sent_at IS NULL AND item.quarantined_at IS NULL AND item.withdrawn_at IS NULL
              AND (item.taken_until IS NULL OR item.taken_until <= \(now))
            ORDER BY item.next_try_at
            LIMIT \(most)
            """
        ) { row in
            Waiting(
                id: try row.id(0), patient: try row.id(1), way: try row.id(2), channel: try row.word(3),
                kind: try row.word(4), until: try row.instant(5), tries: try row.int(6), sealed: try row.bytesIfAny(7),
                code: try row.textIfAny(8), language: try row.textIfAny(9).flatMap(Language.init),
                due: try row.instant(10))
        }
    }

    private static func isOurs<Node>(
        _ item: ID<ItemMark>, in practice: ID<Practice>, _ node: ID<Node>, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        try db.change(
            """
            UPDATE outbox_item
            SET taken_by = \(node), taken_until = \(now + Patience.lease), tries = tries + 1
            WHERE practice_id = \(practice) AND id = \(item)
              AND sent_at IS NULL AND quarantined_at IS NULL AND withdrawn_at IS NULL
              AND (taken_until IS NULL OR taken_until <= \(now))
            """
        ) == 1
    }

    /// Writes down what came of it.
    ///
    /// - Returns: why a person has to look at it, if so
    package static func note(
        _ outcome: Outcome, of parcel: Parcel, at now: Instant, _ db: Transaction
    ) throws -> Trouble? {
        switch outcome {
        case .sent: try noteSent(parcel, at: now, db)
        case .gone:
            try forgetWay(of: parcel.id, in: parcel.practice, db)
            try withdraw(parcel.id, in: parcel.practice, because: "address is gone", at: now, db)
        case .quarantine(let trouble):
            try quarantine(parcel.id, in: parcel.practice, trouble, at: now, db)
            return trouble
        case .later(let trouble):
            guard parcel.tries < Patience.most else {
                try quarantine(parcel.id, in: parcel.practice, .tooManyTries, at: now, db)
                return .tooManyTries
            }
            try tryAgain(parcel, because: trouble, at: now, db)
        }
        return nil
    }

    /// It left, whoever has the row by now.
    private static func noteSent(_ parcel: Parcel, at now: Instant, _ db: Transaction) throws {
        try db.run(
            """
            UPDATE outbox_item
            SET sent_at = \(now), taken_by = NULL, taken_until = NULL, trouble = NULL
            WHERE practice_id = \(parcel.practice) AND id = \(parcel.id) AND sent_at IS NULL
            """
        )
    }

    private static func tryAgain(
        _ parcel: Parcel, because trouble: Trouble, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE outbox_item
            SET next_try_at = \(now + Patience.pause(after: parcel.tries)), trouble = \(trouble), taken_by = NULL,
                taken_until = NULL
            WHERE practice_id = \(parcel.practice) AND id = \(parcel.id) AND tries = \(parcel.tries)
              AND sent_at IS NULL
            """
        )
    }

    private static func quarantine(
        _ item: ID<ItemMark>, in practice: ID<Practice>, _ why: Trouble, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE outbox_item
            SET quarantined_at = \(now), quarantined_why = \(why), taken_by = NULL, taken_until = NULL
            WHERE practice_id = \(practice) AND id = \(item) AND sent_at IS NULL AND withdrawn_at IS NULL
            """
        )
    }

    private static func withdraw(
        _ item: ID<ItemMark>, in practice: ID<Practice>, because why: String, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE outbox_item
            SET withdrawn_at = \(now), withdrawn_why = \(why), taken_by = NULL, taken_until = NULL
            WHERE practice_id = \(practice) AND id = \(item) AND sent_at IS NULL
            """
        )
    }

    /// Nothing that waits for this patient leaves any more.
    static func withdrawAll(
        of patient: ID<Patient>, in practice: ID<Practice>, because why: String, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE outbox_item
            SET withdrawn_at = \(now), withdrawn_why = \(why)
            WHERE practice_id = \(practice) AND patient_id = \(patient)
              AND sent_at IS NULL AND withdrawn_at IS NULL AND taken_until IS NULL AND quarantined_at IS NULL
            """
        )
    }

    private static func forgetWay(of item: ID<ItemMark>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run(
            """
            DELETE FROM outbox_way
            WHERE practice_id = \(practice)
              AND patient_id = (SELECT item.patient_id FROM outbox_item AS item
                                WHERE item.practice_id = \(practice) AND item.id = \(item))
              AND id = (SELECT item.way_id FROM outbox_item AS item
                        WHERE item.practice_id = \(practice) AND item.id = \(item))
            """
        )
    }
}
