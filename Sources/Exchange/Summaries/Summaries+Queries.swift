import Clinical
import Storage
import Web

extension Exchange {
    /// One thing that was measured at home and was no mistake.
    struct MeasuredAtHome: Sendable {
        let kind: PeriodAverage.Kind
        let status: Status
        let taken: PeriodAverage.Taken
    }

    static func measured(
        by patient: ID<Patient>, in practice: ID<Practice>, over period: SummaryPeriod, _ db: Transaction
    ) throws -> [MeasuredAtHome] {
        // A day on the patient's own calendar may lie half a day to either side.
        let from = Amsterdam.instant(period.from, hour: 0) - .hours(15)
        let until = Amsterdam.instant(period.through.adding(1), hour: 0) + .hours(15)
        return try db.rows(
            """
            SELECT kind, taken_at, offset_minutes, first_value, second_value, detail, status
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient)
              AND kind IN ('blood-pressure', 'weight', 'steps', 'glucose')
              AND taken_at >= \(from) AND taken_at < \(until)
              AND setting = 'home' AND status <> 'entered-in-error'
            """, measured
        ).filter { (period.from...period.through).contains($0.taken.day) }
    }

    private static func measured(_ row: Row) throws -> MeasuredAtHome {
        let (kind, detail) = (try row.text(0), try row.textIfAny(5))
        let day = Moment(try row.instant(1), offsetMinutes: try row.int(2)).day
        guard let averaged = averaged(kind, detail) else { throw StorageFailure.unreadable(column: 0) }
        return MeasuredAtHome(
            kind: averaged, status: try row.word(6),
            taken: .init(
                on: day, try row.int(3), averaged == .bloodPressure ? try row.int(4) : nil,
                rhythm: averaged == .bloodPressure ? detail.flatMap { Rhythm(rawValue: $0) } : nil))
    }

    private static func averaged(_ kind: String, _ detail: String?) -> PeriodAverage.Kind? {
        guard kind == "glucose" else { return PeriodAverage.Kind(rawValue: kind) }
        switch detail.flatMap({ GlucoseMoment(rawValue: $0) }) {
        case .fasting: return .fastingGlucose
        case .afterMeal: return .glucoseAfterMeal
        case .random: return .randomGlucose
        case nil: return nil
        }
    }

    static func weeks(
        of patient: ID<Patient>, in practice: ID<Practice>, over period: SummaryPeriod, _ db: Transaction
    ) throws -> [PeriodAverage.Week] {
        try db.rows(
            """
            SELECT starts_on, protocol
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND starts_on <= \(period.through)
              AND ends_on >= \(period.from) AND withdrawn_at IS NULL
            ORDER BY starts_on
            """
        ) { row in
            guard let measuring = MeasuringProtocol.named(try row.text(1)) else {
                throw StorageFailure.unreadable(column: 1)
            }
            return PeriodAverage.Week(from: try row.day(0), measuring)
        }
    }

    /// The periods of which something was made that hold a day between these two.
    static func periods(
        of patient: ID<Patient>, in practice: ID<Practice>, from: Day, through: Day, _ db: Transaction
    ) throws -> [SummaryPeriod] {
        try db.rows(
            """
            SELECT DISTINCT starts_on, ends_on
            FROM exchange_summary
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND starts_on <= \(through)
              AND ends_on >= \(from)
            """
        ) { SummaryPeriod(from: try $0.day(0), through: try $0.day(1)) }
    }

    static func add(
        _ judgement: PeriodJudgement, _ remark: SummaryRemark, as id: ID<SummaryMark>, version: Int,
        in series: ID<SummaryMark>, of patient: ID<Patient>, _ practice: ID<Practice>, over period: SummaryPeriod,
        at now: Instant, _ db: Transaction
    ) throws {
        let (columns, counted) = (judgement.columns, judgement.counted)
        let state: SummaryState = version == 1 && columns.first == nil ? .tooFew : .ready
        try db.run(
            """
            INSERT INTO exchange_summary (practice_id, patient_id, kind, starts_on, ends_on, version, id, series, state,
                first_average, second_average, received, on_first_days, irregular, used, needed, days, first_day,
                last_day, way, rule_version, remark, made_at)
            VALUES (\(practice), \(patient), \(judgement.kind), \(period.from), \(period.through), \(version), \(id),
                \(series), \(state), \(columns.first), \(columns.second), \(counted.received), \(counted.onFirstDays),
                \(counted.irregular), \(counted.used), \(columns.needed), \(counted.days), \(counted.firstDay),
                \(counted.lastDay), \(judgement.way.name), \(judgement.version), \(remark), \(now))
            """
        )
    }

    static func renew(
        _ summary: Summary, with judgement: PeriodJudgement, _ remark: SummaryRemark, in practice: ID<Practice>,
        at now: Instant, _ db: Transaction
    ) throws {
        let (columns, counted) = (judgement.columns, judgement.counted)
        let state: SummaryState = summary.version == 1 && columns.first == nil ? .tooFew : .ready
        try db.run(
            """
            UPDATE exchange_summary
            SET state = \(state), first_average = \(columns.first), second_average = \(columns.second),
                received = \(counted.received), on_first_days = \(counted.onFirstDays),
                irregular = \(counted.irregular), used = \(counted.used), needed = \(columns.needed),
                days = \(counted.days), first_day = \(counted.firstDay), last_day = \(counted.lastDay),
                way = \(judgement.way.name), rule_version = \(judgement.version), remark = \(remark), made_at = \(now)
            WHERE practice_id = \(practice) AND id = \(summary.id)
            """
        )
    }

    static func remove(_ summary: Summary, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM exchange_summary WHERE practice_id = \(practice) AND id = \(summary.id)")
    }

    /// Every version of every period of this patient, the latest first.
    static func summaries(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Summary] {
        try db.rows(
            """
            SELECT summary.id, summary.patient_id, summary.kind, summary.starts_on, summary.ends_on, summary.version,
                   summary.series, summary.state, summary.first_average, summary.second_average, summary.received,
                   summary.on_first_days, summary.irregular, summary.used, summary.needed, summary.days,
                   summary.first_day, summary.last_day, summary.way, summary.remark, summary.made_at,
                   summary.approved_at, summary.placed_at, worker.given_name, worker.family_name, patient.given_name,
                   patient.family_name, patient.born_on,
                   (SELECT former.approved_at FROM exchange_summary AS former
                    WHERE former.practice_id = summary.practice_id AND former.patient_id = summary.patient_id
                      AND former.kind = summary.kind AND former.starts_on = summary.starts_on
                      AND former.ends_on = summary.ends_on AND former.version = summary.version - 1)
            FROM exchange_summary AS summary
            JOIN identity_patient AS patient
              ON patient.practice_id = summary.practice_id AND patient.id = summary.patient_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = summary.practice_id AND worker.id = summary.approved_by
            WHERE summary.practice_id = \(practice) AND summary.patient_id = \(patient)
            ORDER BY summary.ends_on DESC, summary.starts_on, summary.kind, summary.version DESC
            """, summary)
    }

    /// What a practice has of one period that is so far, by name.
    static func summaries(
        _ state: SummaryState, over period: SummaryPeriod, in practice: ID<Practice>, most: Int, _ db: Transaction
    ) throws -> [Summary] {
        try db.rows(
            """
            SELECT summary.id, summary.patient_id, summary.kind, summary.starts_on, summary.ends_on, summary.version,
                   summary.series, summary.state, summary.first_average, summary.second_average, summary.received,
                   summary.on_first_days, summary.irregular, summary.used, summary.needed, summary.days,
                   summary.first_day, summary.last_day, summary.way, summary.remark, summary.made_at,
                   summary.approved_at, summary.placed_at, worker.given_name, worker.family_name, patient.given_name,
                   patient.family_name, patient.born_on,
                   (SELECT former.approved_at FROM exchange_summary AS former
                    WHERE former.practice_id = summary.practice_id AND former.patient_id = summary.patient_id
                      AND former.kind = summary.kind AND former.starts_on = summary.starts_on
                      AND former.ends_on = summary.ends_on AND former.version = summary.version - 1)
            FROM exchange_summary AS summary
            JOIN identity_patient AS patient
              ON patient.practice_id = summary.practice_id AND patient.id = summary.patient_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = summary.practice_id AND worker.id = summary.approved_by
            WHERE summary.practice_id = \(practice) AND summary.starts_on = \(period.from)
              AND summary.ends_on = \(period.through) AND summary.state = \(state)
            ORDER BY patient.search_name, summary.patient_id, summary.kind
            LIMIT \(most)
            """, summary)
    }

    /// What can be approved without a look at each.
    package static func plain(
        over period: SummaryPeriod, in practice: ID<Practice>, most: Int, _ db: Transaction
    ) throws -> [Summary] {
        try summaries(.ready, over: period, in: practice, most: most, db).filter(\.isPlain)
    }

    static func counts(
        over period: SummaryPeriod, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [SummaryState: Int] {
        let rows = try db.rows(
            """
            SELECT state, count(*)
            FROM exchange_summary
            WHERE practice_id = \(practice) AND starts_on = \(period.from) AND ends_on = \(period.through)
            GROUP BY state
            """
        ) { (try $0.word(0, of: SummaryState.self), try $0.int(1)) }
        return Dictionary(rows) { $0 + $1 }
    }

    /// Nobody of this practice was looked at before, or nobody after this one.
    package static func quarterDone(
        _ quarter: Quarter, in practice: ID<Practice>, _ db: Transaction
    ) throws -> (to: ID<Patient>, isFinished: Bool)? {
        try db.row(
            """
            SELECT done_to, finished_at
            FROM exchange_quarter
            WHERE practice_id = \(practice) AND starts_on = \(quarter.firstDay)
            """
        ) { (try $0.id(0), try $0.instantIfAny(1) != nil) }
    }

    package static func keepDone(
        _ quarter: Quarter, to patient: ID<Patient>, finishedAt: Instant?, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO exchange_quarter (practice_id, starts_on, done_to, finished_at)
            VALUES (\(practice), \(quarter.firstDay), \(patient), \(finishedAt))
            ON CONFLICT (practice_id, starts_on) DO UPDATE SET
                done_to = excluded.done_to, finished_at = excluded.finished_at
            """
        )
    }

    /// The next patients of a practice, in the order of their numbers.
    package static func patients(
        after patient: ID<Patient>, in practice: ID<Practice>, most: Int, _ db: Transaction
    ) throws -> [ID<Patient>] {
        try db.rows(
            """
            SELECT id
            FROM identity_patient
            WHERE practice_id = \(practice) AND id > \(patient)
            ORDER BY id
            LIMIT \(most)
            """
        ) { try $0.id(0) }
    }

    private static func summary(_ row: Row) throws -> Summary {
        let kind: PeriodAverage.Kind = try row.word(2)
        guard let way = PeriodJudgement.Way(name: try row.text(18)) else { throw StorageFailure.unreadable(column: 18) }
        let used = try row.int(13)
        let outcome: PeriodJudgement.Outcome =
            if let first = try row.intIfAny(8) { .average(first: first, second: try row.intIfAny(9)) } else {
                .tooFew(have: used, need: try row.int(14))
            }
        let counted = PeriodJudgement.Counted(
            received: try row.int(10), onFirstDays: try row.int(11), irregular: try row.int(12), used: used,
            days: try row.int(15), firstDay: try row.dayIfAny(16), lastDay: try row.dayIfAny(17))
        let name = try row.textIfAny(23).map { "\($0) \(try row.text(24))" }
        return Summary(
            id: try row.id(0), patient: try row.id(1),
            period: SummaryPeriod(from: try row.day(3), through: try row.day(4)), version: try row.int(5),
            series: try row.id(6), state: try row.word(7),
            judgement: PeriodJudgement(kind: kind, outcome: outcome, way: way, counted: counted),
            remark: try row.word(19), madeAt: try row.instant(20),
            approved: try row.instantIfAny(21).map { .init(at: $0, by: name ?? "–") },
            placedAt: try row.instantIfAny(22), formerApprovedAt: try row.instantIfAny(28),
            givenName: try row.text(25), familyName: try row.text(26), bornOn: try row.day(27))
    }
}

extension PeriodJudgement {
    fileprivate var columns: (first: Int?, second: Int?, needed: Int) {
        switch outcome {
        case .average(let first, let second): (first, second, 0)
        case .tooFew(_, let need): (nil, nil, need)
        }
    }
}
