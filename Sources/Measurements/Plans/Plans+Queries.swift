import Clinical
import Storage

extension Measurements {
    package static func plan(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Plan? {
        try db.row(
            """
            SELECT protocol, goal_systolic, goal_diastolic, started_on, heart_failure_since, reminded_on, also
            FROM measurements_plan
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) { row in
            guard let measuring = MeasuringProtocol.named(try row.text(0)) else {
                throw StorageFailure.unreadable(column: 0)
            }
            return Plan(
                measuring: measuring, goal: .mmHg(try row.int(1), over: try row.int(2)), startedOn: try row.day(3),
                heartFailureSince: try row.dayIfAny(4), also: try also(row, 6), remindedOn: try row.dayIfAny(5))
        }
    }

    private static func also(_ row: Row, _ column: Int32) throws -> Set<AlsoMeasured> {
        guard let kinds = AlsoMeasured.all(in: try row.text(column)) else {
            throw StorageFailure.unreadable(column: Int(column))
        }
        return kinds
    }

    /// Agrees on a plan, or changes it.
    package static func agree(
        on plan: Plan, with patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO measurements_plan (practice_id, patient_id, protocol, goal_systolic, goal_diastolic, started_on,
                heart_failure_since, reminded_on, also)
            VALUES (\(practice), \(patient), \(plan.measuring.name), \(plan.goal.systolic.mmHg),
                \(plan.goal.diastolic.mmHg), \(plan.startedOn), \(plan.heartFailureSince), \(plan.remindedOn),
                \(AlsoMeasured.text(of: plan.also)))
            ON CONFLICT (practice_id, patient_id) DO UPDATE SET
                protocol = excluded.protocol, goal_systolic = excluded.goal_systolic,
                goal_diastolic = excluded.goal_diastolic, heart_failure_since = excluded.heart_failure_since,
                also = excluded.also
            """
        )
    }

    /// Keeps what was agreed beside what was agreed before.
    static func note(
        _ plan: Plan, as id: ID<AgreementMark>, with patient: ID<Patient>, in practice: ID<Practice>,
        by worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO measurements_agreement (practice_id, patient_id, agreed_at, id, agreed_by, protocol,
                goal_systolic, goal_diastolic, heart_failure_since, also)
            VALUES (\(practice), \(patient), \(now), \(id), \(worker), \(plan.measuring.name),
                \(plan.goal.systolic.mmHg), \(plan.goal.diastolic.mmHg), \(plan.heartFailureSince),
                \(AlsoMeasured.text(of: plan.also)))
            """
        )
    }

    /// What was agreed with a patient, the latest first.
    static func agreements(
        with patient: ID<Patient>, in practice: ID<Practice>, most: Int = 10, _ db: Transaction
    ) throws -> [Agreement] {
        try db.rows(
            """
            SELECT agreement.protocol, agreement.goal_systolic, agreement.goal_diastolic, agreement.heart_failure_since,
                   agreement.agreed_at, worker.given_name, worker.family_name, agreement.also
            FROM measurements_agreement AS agreement
            JOIN identity_worker AS worker
              ON worker.practice_id = agreement.practice_id AND worker.id = agreement.agreed_by
            WHERE agreement.practice_id = \(practice) AND agreement.patient_id = \(patient)
            ORDER BY agreement.agreed_at DESC
            LIMIT \(most)
            """
        ) { row in
            guard let measuring = MeasuringProtocol.named(try row.text(0)) else {
                throw StorageFailure.unreadable(column: 0)
            }
            let at = try row.instant(4)
            return Agreement(
                plan: Plan(
                    measuring: measuring, goal: .mmHg(try row.int(1), over: try row.int(2)),
                    startedOn: Moment.amsterdam(at).day, heartFailureSince: try row.dayIfAny(3), also: try also(row, 7)),
                at: at, by: "\(try row.text(5)) \(try row.text(6))")
        }
    }

    /// Remembers that we asked; a reading that arrives makes it undone.
    package static func remind(
        _ patient: ID<Patient>, in practice: ID<Practice>, on day: Day?, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE measurements_plan
            SET reminded_on = \(day)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND reminded_on IS DISTINCT FROM \(day)
            """
        )
    }

    /// Patients of this practice whose last home reading is on or before this day.
    package static func silent(
        since day: Day, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [(patient: ID<Patient>, lastDay: Day, remindedOn: Day?)] {
        try db.rows(
            """
            SELECT summary.patient_id, summary.last_day, plan.reminded_on
            FROM measurements_summary AS summary
            JOIN measurements_plan AS plan
              ON plan.practice_id = summary.practice_id AND plan.patient_id = summary.patient_id
            WHERE summary.practice_id = \(practice) AND summary.last_day <= \(day)
            """
        ) { (try $0.id(0), try $0.day(1), try $0.dayIfAny(2)) }
    }

    /// The limits as this practice wants them: the defaults, with its own changes.
    package static func limits(in practice: ID<Practice>, _ db: Transaction) throws -> AlertLimits {
        var limits = AlertLimits()
        try db.forEach("SELECT name, value FROM measurements_limit WHERE practice_id = \(practice)") {
            limits.set(try $0.text(0), to: try $0.int(1))
        }
        return limits
    }

    package static func setLimit(
        _ limit: AlertLimit, to value: Int, in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant,
        _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO measurements_limit (practice_id, name, value, changed_at, changed_by)
            VALUES (\(practice), \(limit), \(value), \(now), \(worker))
            ON CONFLICT (practice_id, name) DO UPDATE SET
                value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """
        )
    }
}

extension Measurements {
    /// How many lines of the worklist wait, for the menu.
    static func openLines(in practice: ID<Practice>, at now: Instant, _ db: Transaction) throws -> Int {
        let count = try db.row(
            """
            SELECT count(*)
            FROM worklist_item
            WHERE practice_id = \(practice) AND closed_at IS NULL AND (later_until IS NULL OR later_until <= \(now))
            """
        ) { try $0.int(0) }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }
}
