import Clinical
import Storage

extension Measurements {
    /// Asks a patient for a measuring week.
    package static func ask(
        for week: MeasuringWeek, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO measurements_week (practice_id, patient_id, starts_on, id, ends_on, protocol)
            VALUES (\(practice), \(patient), \(week.startsOn), \(week.id), \(week.endsOn), \(week.measuring.name))
            """
        )
    }

    /// Asks for it once, however often the form is sent.
    static func askOnce(
        for week: MeasuringWeek, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        let known = try db.row(
            """
            SELECT starts_on
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(week.id)
            """
        ) { try $0.day(0) }
        if known == nil { try ask(for: week, of: patient, in: practice, db) }
    }

    /// The measuring week that a day falls in, judged or not.
    package static func week(
        around day: Day, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> MeasuringWeek? {
        try db.row(
            """
            SELECT id, protocol, starts_on, judged_at, outcome, average_systolic, average_diastolic, counted, readings,
                   moments, rule, version
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND starts_on <= \(day) AND ends_on >= \(day)
              AND withdrawn_at IS NULL
            ORDER BY starts_on DESC
            LIMIT 1
            """, week)
    }

    /// Nothing is asked any more: every week that was not judged goes.
    package static func withdrawAll(
        of patient: ID<Patient>, in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE measurements_week
            SET withdrawn_at = \(now), withdrawn_by = \(worker)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND judged_at IS NULL AND withdrawn_at IS NULL
            """
        )
    }

    /// The measuring weeks of a patient, the latest first.
    package static func weeks(
        of patient: ID<Patient>, in practice: ID<Practice>, most: Int, _ db: Transaction
    ) throws -> [MeasuringWeek] {
        try db.rows(
            """
            SELECT id, protocol, starts_on, judged_at, outcome, average_systolic, average_diastolic, counted, readings,
                   moments, rule, version
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND withdrawn_at IS NULL
            ORDER BY starts_on DESC
            LIMIT \(most)
            """, week)
    }

    /// Weeks of this practice that are over and not judged yet.
    package static func weeksToJudge(
        before day: Day, in practice: ID<Practice>, most: Int = 200, _ db: Transaction
    ) throws -> [(patient: ID<Patient>, week: MeasuringWeek)] {
        try db.rows(
            """
            SELECT id, protocol, starts_on, judged_at, outcome, average_systolic, average_diastolic, counted, readings,
                   moments, rule, version, patient_id
            FROM measurements_week
            WHERE practice_id = \(practice) AND ends_on < \(day) AND judged_at IS NULL AND withdrawn_at IS NULL
            ORDER BY ends_on
            LIMIT \(most)
            """
        ) { (try $0.id(12), try week($0)) }
    }

    /// A week that is not over yet is not asked for any more; what was measured in it stays.
    ///
    /// - Returns: how many there were: one, or none when it was judged, withdrawn, or is somebody else's
    package static func withdraw(
        _ week: ID<WeekMark>, of patient: ID<Patient>, in practice: ID<Practice>, by worker: ID<Worker>,
        at now: Instant,
        _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE measurements_week
            SET withdrawn_at = \(now), withdrawn_by = \(worker)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(week) AND judged_at IS NULL
              AND withdrawn_at IS NULL
            """
        )
    }

    /// The readings that belong to a measuring week, in the order they were taken.
    package static func homeReadings(
        in week: MeasuringWeek, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [HomeReading] {
        let from = Instant(milliseconds: Int64(week.startsOn.number) * 86_400_000) - .hours(14)
        let until = Instant(milliseconds: Int64(week.endsOn.number + 1) * 86_400_000) + .hours(14)
        return try readings(.bloodPressure, of: patient, in: practice, from: from, until: until, db)
            .reversed()
            .compactMap { HomeReading($0.reading) }
            .filter { (week.startsOn...week.endsOn).contains($0.day) }
    }

    /// Writes what a week came to; judging again (a late reading) replaces it.
    package static func save(
        _ judgement: WeekJudgement, moments: MomentsMeasured, of week: MeasuringWeek, _ patient: ID<Patient>,
        in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        let (name, average) = judgement.outcome.columns
        try db.run(
            """
            UPDATE measurements_week
            SET judged_at = \(now), outcome = \(name), average_systolic = \(average?.systolic.mmHg),
                average_diastolic = \(average?.diastolic.mmHg), counted = \(judgement.sum.used),
                readings = \(judgement.sum.received), moments = \(moments.measured), rule = \(judgement.rule),
                version = \(judgement.version)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND starts_on = \(week.startsOn)
              AND id = \(week.id)
            """
        )
    }

    private static func week(_ row: Row) throws -> MeasuringWeek {
        guard let measuring = MeasuringProtocol.named(try row.text(1)) else {
            throw StorageFailure.unreadable(column: 1)
        }
        return MeasuringWeek(
            id: try row.id(0), measuring: measuring, startsOn: try row.day(2), judged: try judged(row, measuring))
    }

    private static func judged(
        _ row: Row, _ measuring: MeasuringProtocol
    ) throws -> MeasuringWeek.Judged? {
        guard let at = try row.instantIfAny(3) else { return nil }
        let outcome: WeekJudgement.Outcome
        switch try row.text(4) {
        case "not-enough-data": outcome = .notEnoughData(have: try row.int(7), need: measuring.readingsNeeded)
        case "on-target": outcome = .onTarget(average: .mmHg(try row.int(5), over: try row.int(6)))
        case "raised": outcome = .raised(average: .mmHg(try row.int(5), over: try row.int(6)))
        default: throw StorageFailure.unreadable(column: 4)
        }
        return MeasuringWeek.Judged(
            at: at, outcome: outcome, readings: try row.int(8), moments: try row.int(9), rule: try row.text(10),
            version: try row.text(11))
    }
}

extension WeekJudgement.Outcome {
    fileprivate var columns: (String, BloodPressure?) {
        switch self {
        case .notEnoughData: ("not-enough-data", nil)
        case .onTarget(let average): ("on-target", average)
        case .raised(let average): ("raised", average)
        }
    }
}
