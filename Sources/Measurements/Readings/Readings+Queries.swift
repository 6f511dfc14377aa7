import Clinical
import Storage

extension Measurements {
    /// Keeps one reading. The caller adds it to the days and judges it, in the same transaction.
    static func keep(
        _ reading: Reading, of patient: ID<Patient>, in practice: ID<Practice>, by performer: ID<Worker>?,
        at occasion: Occasion, _ db: Transaction
    ) throws -> Recorded {
        let id: ReadingID = occasion.newID()
        let (first, second, third) = reading.measured.numbers
        let added = try db.change(
            """
            INSERT INTO measurements_reading (practice_id, patient_id, kind, taken_at, id, offset_minutes, first_value,
                second_value, third_value, detail, setting, source, status, device, external_id, fingerprint,
                performer_id, recorded_at)
            VALUES (\(practice), \(patient), \(reading.measured.kind), \(reading.taken.instant), \(id),
                \(reading.taken.offsetMinutes), \(first), \(second), \(third), \(reading.measured.detail),
                \(reading.setting), \(reading.source), \(reading.status), \(reading.device), \(reading.externalID),
                \(reading.fingerprint), \(performer), \(occasion.now))
            ON CONFLICT DO NOTHING
            """
        )
        return added == 1 ? .new(id) : .known
    }

    /// Readings of one kind within a time, the newest first.
    package static func readings(
        _ kind: Kind, of patient: ID<Patient>, in practice: ID<Practice>, from: Instant, until: Instant,
        most: Int = 1000, _ db: Transaction
    ) throws -> [StoredReading] {
        try db.rows(
            """
            SELECT id, kind, taken_at, offset_minutes, first_value, second_value, third_value, detail, setting, source,
                   status, device, external_id, answer, complaints, recorded_at
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = \(kind)
              AND taken_at >= \(from) AND taken_at < \(until)
            ORDER BY taken_at DESC
            LIMIT \(most)
            """, stored)
    }

    /// The reading that was kept when the same one was sent before.
    package static func reading(
        sameAs reading: Reading, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> StoredReading? {
        try db.row(
            """
            SELECT id, kind, taken_at, offset_minutes, first_value, second_value, third_value, detail, setting, source,
                   status, device, external_id, answer, complaints, recorded_at
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND fingerprint = \(reading.fingerprint)
            """, stored)
    }

    package static func reading(
        _ reading: ReadingID, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> StoredReading? {
        try db.row(
            """
            SELECT id, kind, taken_at, offset_minutes, first_value, second_value, third_value, detail, setting, source,
                   status, device, external_id, answer, complaints, recorded_at
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(reading)
            """, stored)
    }

    /// Remembers what the patient was told about this reading, and what they said they felt.
    package static func note(
        answer: String, complaints: Set<Complaint> = [], on reading: ReadingID, taken: Instant,
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        let felt = complaints.isEmpty ? nil : complaints.map(\.rawValue).sorted().joined(separator: ",")
        try db.run(
            """
            UPDATE measurements_reading
            SET answer = \(answer), complaints = COALESCE(\(felt), complaints)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
              AND taken_at = \(taken) AND id = \(reading)
            """
        )
    }

    /// Whether a reading of this patient waits for the practice to say that it counts.
    package static func hasUnconfirmed(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        try db.row(
            """
            SELECT 1
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND status = 'unconfirmed'
            LIMIT 1
            """
        ) { try $0.int(0) } != nil
    }

    static func change(
        _ reading: ReadingID, to status: Status, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE measurements_reading
            SET status = \(status)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(reading)
            """
        )
    }

    /// The pressures at home before a moment, the newest first, as the alerts look at them: an unlikely reading that
    /// the person confirmed counts here, or nobody with a good average could ever be very high twice.
    package static func recentPressures(
        of patient: ID<Patient>, in practice: ID<Practice>, from: Instant, before: Instant, most: Int,
        _ db: Transaction
    ) throws -> [TakenReading] {
        try db.rows(
            """
            SELECT first_value, second_value, third_value, detail, taken_at, offset_minutes
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
              AND taken_at >= \(from) AND taken_at < \(before) AND status <> 'entered-in-error' AND setting = 'home'
            ORDER BY taken_at DESC
            LIMIT \(most)
            """
        ) {
            TakenReading(
                .mmHg(try $0.int(0), over: try $0.int(1)), pulse: (try $0.intIfAny(2)).map { .perMinute($0) },
                rhythm: try $0.wordIfAny(3), taken: Moment(try $0.instant(4), offsetMinutes: try $0.int(5)))
        }
    }

    private static func stored(_ row: Row) throws -> StoredReading {
        guard
            let measured = Measured(
                try row.word(1), try row.int(4), try row.intIfAny(5), try row.intIfAny(6), detail: try row.textIfAny(7))
        else { throw StorageFailure.unreadable(column: 1) }
        return StoredReading(
            id: try row.id(0),
            reading: Reading(
                measured, taken: Moment(try row.instant(2), offsetMinutes: try row.int(3)), setting: try row.word(8),
                source: try row.word(9), status: try row.word(10), device: try row.textIfAny(11),
                externalID: try row.textIfAny(12)),
            answer: try row.textIfAny(13),
            complaints: Set(
                (try row.textIfAny(14))?.split(separator: ",").compactMap { Complaint(rawValue: String($0)) } ?? []),
            recordedAt: try row.instant(15))
    }
}
