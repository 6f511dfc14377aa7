import Clinical
import Identity
import Storage
import Web

extension Portal {
    static func today(
        for patient: ID<Patient>, in practice: ID<Practice>, called givenName: String, _ frame: PatientFrame,
        at now: Moment, _ db: Transaction
    ) throws -> Today {
        let plan = try todayPlan(of: patient, in: practice, db)
        guard let answering = try Identity.answering(in: practice, db) else { throw NotFound() }
        let week = try currentWeek(of: patient, in: practice, at: now, db)
        let also = try also(plan, of: patient, in: practice, db)
        return Today(
            givenName: givenName, now: now, frame: frame, task: task(week, plan, also, today: now.day),
            average: plan.average, averageCount: plan.count, goalPressure: plan.goal,
            also: also,
            message: frame.unread > 0 ? try newMessage(of: patient, in: practice, db) : nil,
            goal: try currentGoal(of: patient, in: practice, on: now.day, db),
            finished: try finished(of: patient, in: practice, since: now.day.adding(-7), db),
            offersHelp: frame.helping != nil ? nil : try offersHelp(to: patient, in: practice, at: now.instant, db),
            emergency: try lastEmergency(of: patient, in: practice, since: now.instant - .days(14), db),
            meter: try meter(of: patient, in: practice, db),
            answering: answering, waitingSince: try waitingSince(of: patient, in: practice, db),
            brokenMeter: frame.helping != nil ? nil : try brokenMeter(of: patient, in: practice, db))
    }

    private static func meter(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Today.Meter {
        let used = try db.row(
            """
            SELECT 1
            FROM measurements_meter
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            LIMIT 1
            """
        ) { try $0.int(0) }
        return used == nil ? .none : .usedBefore
    }

    /// The first thing that waits for an answer: a question, or a measuring week that is over.
    private static func waitingSince(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Instant? {
        let asked =
            try db.row(
                """
                SELECT min(question.sent_at)
                FROM portal_message AS question
                WHERE question.practice_id = \(practice) AND question.patient_id = \(patient)
                  AND question.sender = 'patient'
                  AND NOT EXISTS (SELECT 1 FROM portal_message AS answer
                                  WHERE answer.practice_id = question.practice_id
                                    AND answer.patient_id = question.patient_id AND answer.sender = 'worker'
                                    AND answer.sent_at > question.sent_at)
                """
            ) { try $0.instantIfAny(0) } ?? nil
        let ended =
            try db.row(
                """
                SELECT min(opened_at)
                FROM worklist_item
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND closed_at IS NULL
                  AND reason IN ('week-above', 'week-on-target', 'week-too-few')
                """
            ) { try $0.instantIfAny(0) } ?? nil
        return [asked, ended].compactMap { $0 }.min()
    }

    private static func brokenMeter(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT max(ended_at) FROM exchange_vendor_coupling
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND state = 'broken'
            """
        ) { try $0.instantIfAny(0) } ?? nil
    }

    private static func offersHelp(
        to patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> String? {
        try db.row(
            """
            SELECT organisation.name
            FROM assistance_task AS task
            JOIN identity_practice AS organisation ON organisation.practice_id = task.organisation_id
            WHERE task.practice_id = \(practice) AND task.patient_id = \(patient) AND task.agreed_at IS NULL
              AND task.ended_at IS NULL AND task.asked_at > \(now - .days(90))
            ORDER BY task.asked_at
            LIMIT 1
            """
        ) { try $0.text(0) }
    }

    private static func lastEmergency(
        of patient: ID<Patient>, in practice: ID<Practice>, since: Instant, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT max(opened_at) FROM identity_emergency
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND opened_at > \(since)
            """
        ) { try $0.instantIfAny(0) } ?? nil
    }

    private struct PlanRow {
        let goal: BloodPressure
        let average: BloodPressure?
        let count: Int
        let lastDay: Day?
        let remindedOn: Day?
        let nextWeek: Day?
        let asked: [AlsoMeasured]
        let heartFailureSince: Day?
    }

    private static func task(
        _ week: Today.Week?, _ plan: PlanRow, _ also: [Today.Also], today: Day
    ) -> Today.Task {
        if let week { return week.isDoneNow ? .doneForNow(week: week) : .measure(week: week) }
        let weighsToday = also.contains { $0.kind == .weight && $0.lastDay != today }
        if plan.heartFailureSince != nil, weighsToday, plan.lastDay != nil { return .weigh }
        guard let last = plan.lastDay else { return .first }
        if plan.remindedOn != nil { return .remind(days: today.days(since: last)) }
        return .nothing(next: plan.nextWeek)
    }

    private static func todayPlan(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> PlanRow {
        let row = try db.row(
            """
            SELECT plan.goal_systolic, plan.goal_diastolic, plan.reminded_on, summary.average_systolic,
                   summary.average_diastolic, summary.count, summary.last_day,
                   (SELECT min(starts_on) FROM measurements_week AS week
                    WHERE week.practice_id = patient.practice_id AND week.patient_id = patient.id
                      AND week.judged_at IS NULL AND week.withdrawn_at IS NULL),
                   plan.also, plan.heart_failure_since
            FROM identity_patient AS patient
            LEFT JOIN measurements_plan AS plan
              ON plan.practice_id = patient.practice_id AND plan.patient_id = patient.id
            LEFT JOIN measurements_summary AS summary
              ON summary.practice_id = patient.practice_id AND summary.patient_id = patient.id
            WHERE patient.practice_id = \(practice) AND patient.id = \(patient)
            """
        ) { row in
            let since = try row.dayIfAny(9)
            guard let agreed = AlsoMeasured.all(in: try row.textIfAny(8) ?? "") else {  // no plan: nothing agreed
                throw StorageFailure.unreadable(column: 8)
            }
            return PlanRow(
                goal: try pressure(row, 0) ?? HomeBloodPressure.raisedFrom, average: try pressure(row, 3),
                count: (try row.intIfAny(5)) ?? 0,  // no summary yet: nothing measured
                lastDay: try row.dayIfAny(6), remindedOn: try row.dayIfAny(2), nextWeek: try row.dayIfAny(7),
                asked: AlsoMeasured.asked(agreed: agreed, heartFailure: since), heartFailureSince: since)
        }
        guard let row else { throw NotFound() }
        return row
    }

    private static func also(
        _ plan: PlanRow, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Today.Also] {
        guard !plan.asked.isEmpty else { return [] }
        let days = try db.rows(
            """
            SELECT kind, max(taken_at)
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind IN ('weight', 'steps', 'glucose')
              AND setting = 'home' AND status <> 'entered-in-error'
            GROUP BY kind
            """
        ) { (kind: try $0.text(0), day: Moment.amsterdam(try $0.instant(1)).day) }
        return plan.asked.map { kind in
            Today.Also(kind: kind, lastDay: days.first { $0.kind == kind.rawValue }?.day)
        }
    }

    private static func currentWeek(
        of patient: ID<Patient>, in practice: ID<Practice>, at now: Moment, _ db: Transaction
    ) throws -> Today.Week? {
        let week = try db.row(
            """
            SELECT starts_on, ends_on
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND starts_on <= \(now.day)
              AND ends_on >= \(now.day) AND judged_at IS NULL AND withdrawn_at IS NULL
            ORDER BY starts_on DESC
            LIMIT 1
            """
        ) { (startsOn: try $0.day(0), endsOn: try $0.day(1)) }
        guard let week else { return nil }
        let days = try db.rows(
            """
            SELECT day, mornings, evenings
            FROM measurements_day
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
              AND day >= \(week.startsOn) AND day <= \(week.endsOn)
            """
        ) { (day: try $0.day(0), mornings: try $0.int(1), evenings: try $0.int(2)) }
        let length = week.endsOn.days(since: week.startsOn) + 1
        var measured = [Bool](repeating: false, count: length * 2)
        for day in days {
            let place = day.day.days(since: week.startsOn) * 2
            measured[place] = day.mornings > 0
            measured[place + 1] = day.evenings > 0
        }
        return Today.Week(
            startsOn: week.startsOn, days: length, measured: measured, today: now.day, part: DayPart(of: now))
    }

    private static func newMessage(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Today.NewMessage? {
        let words = try db.words(of: patient, in: practice)
        return try db.row(
            """
            SELECT worker.given_name, message.sealed, message.id
            FROM portal_message AS message
            JOIN identity_worker AS worker
              ON worker.practice_id = message.practice_id AND worker.id = message.sender_id
            WHERE message.practice_id = \(practice) AND message.patient_id = \(patient)
              AND message.sender = 'worker' AND message.read_at IS NULL
            ORDER BY message.sent_at DESC
            LIMIT 1
            """
        ) {
            let body = try words.text(try $0.bytes(1), .message(try $0.id(2, of: MessageMark.self)))
            return Today.NewMessage(from: try $0.text(0), beginning: beginning(of: body))
        }
    }

    private static func finished(
        of patient: ID<Patient>, in practice: ID<Practice>, since day: Day, _ db: Transaction
    ) throws -> Today.Finished? {
        try db.row(
            """
            SELECT outcome, average_systolic, average_diastolic
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND judged_at IS NOT NULL
              AND ends_on >= \(day)
            ORDER BY starts_on DESC
            LIMIT 1
            """
        ) { Today.Finished(outcome: try $0.text(0), average: try pressure($0, 1)) }
    }

    private static func pressure(_ row: Row, _ column: Int32) throws -> BloodPressure? {
        guard let systolic = try row.intIfAny(column), let diastolic = try row.intIfAny(column + 1) else { return nil }
        return .mmHg(systolic, over: diastolic)
    }

    /// The first sentence, cut at a word when it is long.
    private static func beginning(of body: String) -> String {
        let first = body.split(whereSeparator: { ".?!\n".contains($0) }).first.map(String.init) ?? body
        guard first.count > 60 else { return first }
        return first.prefix(60).split(separator: " ").dropLast().joined(separator: " ") + "…"
    }
}
