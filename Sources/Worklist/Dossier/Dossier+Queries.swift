import Clinical
import Identity
import Storage

extension Worklist {
    /// - Returns: `nil` when this practice has no such patient
    static func dossier(
        of patient: ID<Patient>, in practice: ID<Practice>, on today: Day, _ db: Transaction
    ) throws -> Dossier? {
        guard let card = try Identity.patient(patient, in: practice, db) else { return nil }
        let plan = try dossierPlan(of: patient, in: practice, db)
        let summary = try dossierSummary(of: patient, in: practice, db)
        let facts = try paneFacts(of: patient, in: practice, db)
        let since = Amsterdam.instant(today.adding(-364), hour: 0)
        return Dossier(
            card: card, goal: plan?.goal, startedOn: plan?.startedOn, heartFailureSince: plan?.heartFailureSince,
            average: summary?.average, count: summary?.count ?? 0,  // no summary yet: nothing measured
            lastDay: summary?.lastDay, weeks: summary?.weeks ?? [],
            ownGoal: facts?.ownGoal, changes: try changes(of: patient, in: practice, db),
            unconfirmed: try unconfirmed(of: patient, in: practice, db),
            events: try events(of: patient, in: practice, since: since, db),
            openLines: try openLines(of: patient, in: practice, db), question: facts?.lastMessage,
            reminded: try reminded(patient, in: practice, db),
            nextWeek: try nextWeek(of: patient, in: practice, after: today, db),
            kits: try kits(of: patient, in: practice, db), restrictedSince: try restricted(patient, in: practice, db),
            also: try also(of: patient, in: practice, db), photos: try photos(of: patient, in: practice, db))
    }

    private static func nextWeek(
        of patient: ID<Patient>, in practice: ID<Practice>, after today: Day, _ db: Transaction
    ) throws -> Day? {
        try db.row(
            """
            SELECT min(starts_on)
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND starts_on > \(today)
              AND judged_at IS NULL AND withdrawn_at IS NULL
            """
        ) { try $0.dayIfAny(0) } ?? nil
    }

    private static func restricted(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT answered_at
            FROM rights_request
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'restriction'
              AND answer = 'granted' AND ended_at IS NULL
            ORDER BY answered_at
            LIMIT 1
            """
        ) { try $0.instant(0) }
    }

    private static func photos(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        let count = try db.row(
            """
            SELECT count(*) FROM measurements_photo
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND used_at IS NULL
            """
        ) { try $0.int(0) }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }

    /// So many of each kind are shown.
    private static let mostAlso = 6

    private static func also(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Dossier.Also] {
        try AlsoMeasured.allCases.compactMap { kind in
            let readings = try db.rows(
                """
                SELECT first_value, second_value, detail, taken_at, offset_minutes
                FROM measurements_reading
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = \(kind) AND status = 'final'
                  AND setting = 'home'
                ORDER BY taken_at DESC
                LIMIT \(mostAlso)
                """
            ) { row in
                Dossier.Also.One(
                    value: try value(kind.rawValue, row, 0),
                    taken: Moment(try row.instant(3), offsetMinutes: try row.int(4)))
            }
            return readings.isEmpty ? nil : Dossier.Also(kind: kind, readings: readings)
        }
    }

    /// Two numbers and the detail, from this column on.
    private static func value(_ kind: String, _ row: Row, _ column: Int32) throws -> Dossier.Value {
        switch kind {
        case "blood-pressure":
            if let pressure = try pressure(row, column) { return .pressure(pressure) }
        case "weight": return .weight(.grams(try row.int(column)))
        case "steps": return .steps(.count(try row.int(column)))
        case "glucose":
            if let moment = try row.textIfAny(column + 2).flatMap({ GlucoseMoment(rawValue: $0) }) {
                return .glucose(.micromolesPerLitre(try row.int(column)), moment)
            }
        default: break
        }
        throw StorageFailure.unreadable(column: Int(column))
    }

    private static func kits(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Dossier.Kit] {
        try db.rows(
            """
            SELECT kit.number, kit.state, loan.due_on
            FROM devices_loan AS loan
            JOIN devices_kit AS kit ON kit.practice_id = loan.practice_id AND kit.id = loan.kit_id
            WHERE loan.practice_id = \(practice) AND loan.patient_id = \(patient) AND loan.ended_at IS NULL
            ORDER BY loan.due_on
            """
        ) { Dossier.Kit(number: try $0.text(0), state: try $0.text(1), dueOn: try $0.day(2)) }
    }

    private static func reminded(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Dossier.Reminded? {
        try db.row(
            """
            SELECT last_at
            FROM outbox_reminder
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND channel IS NOT NULL
            """
        ) { Dossier.Reminded(lastAt: try $0.instantIfAny(0)) }
    }

    private struct PlanRow {
        let goal: BloodPressure
        let startedOn: Day
        let heartFailureSince: Day?
    }

    private static func dossierPlan(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> PlanRow? {
        try db.row(
            """
            SELECT goal_systolic, goal_diastolic, started_on, heart_failure_since
            FROM measurements_plan
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) {
            PlanRow(
                goal: .mmHg(try $0.int(0), over: try $0.int(1)), startedOn: try $0.day(2),
                heartFailureSince: try $0.dayIfAny(3))
        }
    }

    private struct SummaryRow {
        let average: BloodPressure?
        let count: Int
        let weeks: [BloodPressure?]
        let lastDay: Day?
    }

    private static func dossierSummary(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> SummaryRow? {
        try db.row(
            """
            SELECT average_systolic, average_diastolic, count, weeks, last_day
            FROM measurements_summary
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) { row in
            SummaryRow(
                average: try pressure(row, 0), count: try row.int(2), weeks: PackedWeeks.pressures(try row.text(3)),
                lastDay: try row.dayIfAny(4))
        }
    }

    private static func changes(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Dossier.Change] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT changed_on, sealed_what, sealed_why, id
            FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY changed_on DESC
            LIMIT 5
            """
        ) {
            let (what, why) = try change($0, words)
            return Dossier.Change(day: try $0.day(0), what: what, why: why)
        }
    }

    private static func unconfirmed(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Dossier.Unconfirmed] {
        try db.rows(
            """
            SELECT id, kind, first_value, second_value, detail, taken_at, offset_minutes
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind IN ('blood-pressure', 'weight', 'steps', 'glucose')
              AND status = 'unconfirmed'
            ORDER BY taken_at DESC
            LIMIT 10
            """
        ) { row in
            Dossier.Unconfirmed(
                id: try row.id(0), value: try value(try row.text(1), row, 2),
                taken: Moment(try row.instant(5), offsetMinutes: try row.int(6)))
        }
    }

    private static func openLines(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Dossier.OpenLine] {
        try db.rows(
            """
            SELECT reason, systolic, diastolic
            FROM worklist_item
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND closed_at IS NULL
            ORDER BY urgency
            """
        ) { row in
            guard let reason = Reason(name: try row.text(0)) else { throw StorageFailure.unreadable(column: 0) }
            return Dossier.OpenLine(reason: reason, pressure: try pressure(row, 1))
        }
    }

    /// The year behind us, the latest first.
    private static func events(
        of patient: ID<Patient>, in practice: ID<Practice>, since: Instant, _ db: Transaction
    ) throws -> [Dossier.Event] {
        let found =
            try weekEvents(patient, practice, since, db) + highEvents(patient, practice, since, db)
            + messageEvents(patient, practice, since, db) + medicationEvents(patient, practice, since, db)
            + goalEvents(patient, practice, db) + closedEvents(patient, practice, since, db)
        return found.filter { $0.at >= since }.sorted { $0.at > $1.at }
    }

    private static func weekEvents(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ since: Instant, _ db: Transaction
    ) throws -> [Dossier.Event] {
        try db.rows(
            """
            SELECT judged_at, outcome, average_systolic, average_diastolic, moments, readings, rule, version
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND judged_at >= \(since)
            ORDER BY starts_on DESC
            LIMIT 20
            """
        ) {
            Dossier.Event(
                at: try $0.instant(0),
                kind: .week(
                    outcome: try $0.text(1), average: try pressure($0, 2), moments: try $0.int(4),
                    readings: try $0.int(5), rule: "\(try $0.text(6)) \(try $0.text(7))"))
        }
    }

    /// Only readings that asked something of somebody, and those of the practice; the rest is in the averages.
    private static func highEvents(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ since: Instant, _ db: Transaction
    ) throws -> [Dossier.Event] {
        try db.rows(
            """
            SELECT taken_at, first_value, second_value, answer, complaints, setting
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
              AND taken_at >= \(since) AND status <> 'entered-in-error'
              AND (setting = 'practice' OR answer IN ('measure-again', 'phone-practice-today', 'call-112'))
            ORDER BY taken_at DESC
            LIMIT 30
            """
        ) { row in
            guard let value = try pressure(row, 1) else { throw StorageFailure.unreadable(column: 1) }
            if try row.text(5) == "practice" { return Dossier.Event(at: try row.instant(0), kind: .practice(value)) }
            let felt =
                (try row.textIfAny(4))?.split(separator: ",").compactMap { Complaint(rawValue: String($0)) } ?? []
            return Dossier.Event(
                at: try row.instant(0),
                kind: .high(value, answer: try row.textIfAny(3), complaints: Set(felt)))
        }
    }

    private static func messageEvents(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ since: Instant, _ db: Transaction
    ) throws -> [Dossier.Event] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT message.sent_at, message.sender, worker.given_name, worker.family_name, message.sealed,
                   message.read_at, proxy.given_name, proxy.family_name, message.id
            FROM portal_message AS message
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = message.practice_id AND worker.id = message.sender_id
             AND message.sender = 'worker'
            LEFT JOIN identity_proxy AS proxy
              ON proxy.practice_id = message.practice_id AND proxy.id = message.sender_id
             AND message.sender = 'patient'
            WHERE message.practice_id = \(practice) AND message.patient_id = \(patient)
              AND message.sent_at >= \(since)
            ORDER BY message.sent_at DESC
            LIMIT 50
            """
        ) { row in
            let side: Dossier.Side = try row.text(1) == "worker" ? .practice : .patient
            let helper = try row.textIfAny(6).map { "\($0) \(try row.text(7))" }
            let name = side == .practice ? "\(try row.text(2)) \(try row.text(3))" : helper ?? ""
            return Dossier.Event(
                at: try row.instant(0),
                kind: .message(
                    from: name, isOwn: side,
                    body: try words.text(try row.bytes(4), .message(try row.id(8, of: Dossier.self))),
                    seenAt: try row.instantIfAny(5)))
        }
    }

    private static func medicationEvents(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ since: Instant, _ db: Transaction
    ) throws -> [Dossier.Event] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT changed_on, sealed_what, sealed_why, id
            FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient)
              AND changed_on >= \(Moment.amsterdam(since).day)
            ORDER BY changed_on DESC
            LIMIT 30
            """
        ) {
            let (what, why) = try change($0, words)
            return Dossier.Event(
                at: Amsterdam.instant(try $0.day(0), hour: 12), kind: .medication(what: what, why: why))
        }
    }

    private static func change(_ row: Row, _ words: PatientWords) throws -> (what: String, why: String) {
        let id = try row.id(3, of: Dossier.self)
        return (
            try words.text(try row.bytes(1), .change(id, .what)), try words.text(try row.bytes(2), .change(id, .why))
        )
    }

    private static func goalEvents(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ db: Transaction
    ) throws -> [Dossier.Event] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT set_on, reached_on, sealed, id
            FROM portal_goal
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY set_on DESC
            LIMIT 10
            """
        ) { row in
            let text = try words.text(try row.bytes(2), .goal(try row.id(3, of: Dossier.self)))
            guard let reached = try row.dayIfAny(1) else {
                return Dossier.Event(at: Amsterdam.instant(try row.day(0), hour: 12), kind: .goal(text))
            }
            return Dossier.Event(at: Amsterdam.instant(reached, hour: 12), kind: .goalReached(text))
        }
    }

    private static func closedEvents(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ since: Instant, _ db: Transaction
    ) throws -> [Dossier.Event] {
        try db.rows(
            """
            SELECT item.closed_at, item.reason, worker.given_name, worker.family_name
            FROM worklist_item AS item
            JOIN identity_worker AS worker
              ON worker.practice_id = item.practice_id AND worker.id = item.closed_by
            WHERE item.practice_id = \(practice) AND item.patient_id = \(patient) AND item.closed_at >= \(since)
            ORDER BY item.closed_at DESC
            LIMIT 20
            """
        ) { row in
            guard let reason = Reason(name: try row.text(1)) else { throw StorageFailure.unreadable(column: 1) }
            return Dossier.Event(
                at: try row.instant(0), kind: .closed(reason, by: "\(try row.text(2)) \(try row.text(3))"))
        }
    }
}
