import Clinical
import Storage

extension Measurements {
    /// Adds one home reading to its day. The lowest and the highest are kept beside the sum.
    static func add(
        _ reading: Reading, toDayOf patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        let (first, second, _) = reading.measured.numbers
        let lower = second ?? first
        let (morning, evening) = DayPart(of: reading.taken) == .morning ? (1, 0) : (0, 1)
        try db.run(
            """
            INSERT INTO measurements_day (practice_id, patient_id, kind, day, mornings, evenings, first_sum, second_sum,
                first_low, first_high, second_low, second_high)
            VALUES (\(practice), \(patient), \(reading.measured.kind), \(reading.taken.day), \(morning), \(evening),
                \(first), \(lower), \(first), \(first), \(lower), \(lower))
            ON CONFLICT (practice_id, patient_id, kind, day) DO UPDATE SET
                mornings = measurements_day.mornings + excluded.mornings,
                evenings = measurements_day.evenings + excluded.evenings,
                first_sum = measurements_day.first_sum + excluded.first_sum,
                second_sum = measurements_day.second_sum + excluded.second_sum,
                first_low = CASE WHEN excluded.first_low < measurements_day.first_low
                                 THEN excluded.first_low ELSE measurements_day.first_low END,
                first_high = CASE WHEN excluded.first_high > measurements_day.first_high
                                  THEN excluded.first_high ELSE measurements_day.first_high END,
                second_low = CASE WHEN excluded.second_low < measurements_day.second_low
                                  THEN excluded.second_low ELSE measurements_day.second_low END,
                second_high = CASE WHEN excluded.second_high > measurements_day.second_high
                                   THEN excluded.second_high ELSE measurements_day.second_high END
            """
        )
    }

    static func clearDay(
        _ day: Day, _ kind: Kind, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            DELETE FROM measurements_day
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = \(kind) AND day = \(day)
            """
        )
    }

    /// Days with a home reading of this kind, in the order of the calendar.
    package static func days(
        _ kind: Kind, of patient: ID<Patient>, in practice: ID<Practice>, from: Day, through: Day, _ db: Transaction
    ) throws -> [DayTotal] {
        try db.rows(
            """
            SELECT day, mornings, evenings, first_sum, second_sum, first_low, first_high, second_low, second_high
            FROM measurements_day
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = \(kind)
              AND day >= \(from) AND day <= \(through)
            ORDER BY day
            """, dayTotal)
    }

    /// The last days with a home reading of this kind, in the order of the calendar.
    static func lastDays(
        _ most: Int, _ kind: Kind, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [DayTotal] {
        try db.rows(
            """
            SELECT day, mornings, evenings, first_sum, second_sum, first_low, first_high, second_low, second_high
            FROM measurements_day
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = \(kind)
            ORDER BY day DESC
            LIMIT \(most)
            """, dayTotal
        ).reversed()
    }

    private static func dayTotal(_ row: Row) throws -> DayTotal {
        DayTotal(
            day: try row.day(0), mornings: try row.int(1), evenings: try row.int(2), firstSum: try row.int(3),
            secondSum: try row.int(4), firstLow: try row.int(5), firstHigh: try row.int(6), secondLow: try row.int(7),
            secondHigh: try row.int(8))
    }

    package static func summary(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Summary? {
        try db.row(
            """
            SELECT last_day, average_systolic, average_diastolic, count, moments, weeks, weight, weights, standing
            FROM measurements_summary
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) { row in
            let average = zip(try row.intIfAny(1), try row.intIfAny(2)).map { BloodPressure.mmHg($0, over: $1) }
            return Summary(
                lastMeasuredOn: try row.dayIfAny(0), average: average, count: try row.int(3), moments: try row.int(4),
                weeks: PackedWeeks.pressures(try row.text(5)), weight: (try row.intIfAny(6)).map { .grams($0) },
                weights: PackedWeeks.weights(try row.text(7)), standing: try row.word(8))
        }
    }

    static func save(
        _ summary: Summary, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO measurements_summary (practice_id, patient_id, last_day, average_systolic, average_diastolic,
                count, moments, weeks, weight, weights, standing)
            VALUES (\(practice), \(patient), \(summary.lastMeasuredOn), \(summary.average?.systolic.mmHg),
                \(summary.average?.diastolic.mmHg), \(summary.count), \(summary.moments),
                \(PackedWeeks.text(summary.weeks)), \(summary.weight?.grams), \(PackedWeeks.text(summary.weights)),
                \(summary.standing))
            ON CONFLICT (practice_id, patient_id) DO UPDATE SET
                last_day = excluded.last_day, average_systolic = excluded.average_systolic,
                average_diastolic = excluded.average_diastolic, count = excluded.count, moments = excluded.moments,
                weeks = excluded.weeks, weight = excluded.weight, weights = excluded.weights,
                standing = excluded.standing
            """
        )
    }

    /// Moves one patient from one heap to another in the counts of the practice.
    static func tally(from old: Standing?, to new: Standing, in practice: ID<Practice>, _ db: Transaction) throws {
        guard old != new else { return }
        if let old {
            try db.run(
                """
                UPDATE measurements_tally
                SET patients = patients - 1
                WHERE practice_id = \(practice) AND standing = \(old)
                """
            )
        }
        try db.run(
            """
            INSERT INTO measurements_tally (practice_id, standing, patients)
            VALUES (\(practice), \(new), 1)
            ON CONFLICT (practice_id, standing) DO UPDATE SET patients = measurements_tally.patients + 1
            """
        )
    }

    /// How many patients of this practice stand where.
    package static func tallies(in practice: ID<Practice>, _ db: Transaction) throws -> [Standing: Int] {
        let rows = try db.rows(
            "SELECT standing, patients FROM measurements_tally WHERE practice_id = \(practice)"
        ) { (try $0.word(0, of: Standing.self), try $0.int(1)) }
        return Dictionary(rows) { $0 + $1 }
    }
}

/// Both or neither.
func zip<One, Other>(_ one: One?, _ other: Other?) -> (One, Other)? {
    if let one, let other { (one, other) } else { nil }
}
