import Clinical
import Storage

extension Measurements {
    /// Who they are on the meter stays when it is used without being asked again.
    static func remember(
        _ meter: UsedMeter, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO measurements_meter (practice_id, patient_id, name, person, used_at)
            VALUES (\(practice), \(patient), \(meter.name), \(meter.person), \(now))
            ON CONFLICT (practice_id, patient_id, name)
            DO UPDATE SET person = COALESCE(excluded.person, measurements_meter.person), used_at = excluded.used_at
            """
        )
    }

    static func meters(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> [UsedMeter] {
        try db.rows(
            """
            SELECT name, person
            FROM measurements_meter
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY used_at DESC
            LIMIT 20
            """
        ) { UsedMeter(name: try $0.text(0), person: try $0.intIfAny(1)) }
    }

    /// What this person sent since then, the newest reading first.
    static func came(
        to patient: ID<Patient>, in practice: ID<Practice>, since: Instant, _ db: Transaction
    ) throws -> [StoredReading] {
        try db.rows(
            """
            SELECT id
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND recorded_at >= \(since)
              AND source IN ('typed', 'bluetooth') AND setting = 'home'
            ORDER BY taken_at DESC
            LIMIT 200
            """
        ) { try $0.id(0, of: ReadingMark.self) }
        .compactMap { try reading($0, of: patient, in: practice, db) }
    }
}
