import Clinical
import Storage

extension Measurements {
    /// What is known from before, to ask "is this right?" about a reading of the practice.
    static func history(
        of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> MeasuringHistory {
        let average = try summary(of: patient, in: practice, db)?.average
        return MeasuringHistory(
            averagePressure: average, lastWeight: try lastWeight(of: patient, in: practice, now, db))
    }

    private static func lastWeight(
        of patient: ID<Patient>, in practice: ID<Practice>, _ now: Instant, _ db: Transaction
    ) throws -> DatedWeight? {
        try db.row(
            """
            SELECT first_value, taken_at
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'weight' AND taken_at <= \(now)
              AND status = 'final'
            ORDER BY taken_at DESC
            LIMIT 1
            """
        ) { DatedWeight(.grams(try $0.int(0)), taken: try $0.instant(1)) }
    }
}
