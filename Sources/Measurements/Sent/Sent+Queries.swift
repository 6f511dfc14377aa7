import Clinical
import Storage

extension Measurements {
    /// What is known before readings are judged: what is usual, and which of them are here already.
    struct BeforeSent: Sendable {
        var history = MeasuringHistory()
        /// In the order of the readings.
        var known: [StoredReading?]
    }

    /// What of the person's own history may be used to doubt a reading.
    enum Memory: Hashable, Sendable { case ofThePerson, none }

    static func before(
        _ readings: [Reading], using memory: Memory, of patient: ID<Patient>, in practice: ID<Practice>,
        at now: Instant, _ db: Transaction
    ) throws -> BeforeSent {
        let known = try readings.map {
            try reading(sameAs: $0, of: patient, in: practice, db) ?? twin(of: $0, of: patient, in: practice, db)
        }
        guard memory == .ofThePerson else { return BeforeSent(known: known) }
        let average = try summary(of: patient, in: practice, db)?.average
        let weights = try self.readings(
            .weight, of: patient, in: practice, from: now - .days(400), until: now + .hours(24), most: 20, db)
        let last = weights.first { $0.reading.status == .final }?.reading
        var history = MeasuringHistory(averagePressure: average)
        if let last, case .weight(let weight) = last.measured {
            history.lastWeight = DatedWeight(weight, taken: last.taken.instant)
        }
        return BeforeSent(history: history, known: known)
    }

    /// The same numbers of the same moment that came another way: typed over from a meter that sent them as well.
    ///
    /// - Source: our own proposal; docs/decisions/0021-offline-queue.md
    private static let nearby = Duration.minutes(10)

    private static func twin(
        of reading: Reading, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> StoredReading? {
        let (first, second, third) = reading.measured.numbers
        let taken = reading.taken.instant
        let found = try db.row(
            """
            SELECT id
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = \(reading.measured.kind)
              AND taken_at >= \(taken - nearby) AND taken_at <= \(taken + nearby)
              AND first_value = \(first) AND COALESCE(second_value, -1) = COALESCE(\(second), second_value, -1)
              AND COALESCE(third_value, -1) = COALESCE(\(third), third_value, -1)
              AND source <> \(reading.source) AND setting = 'home' AND status <> 'entered-in-error'
            ORDER BY taken_at DESC
            LIMIT 1
            """
        ) { try $0.id(0, of: ReadingMark.self) }
        return try found.flatMap { try self.reading($0, of: patient, in: practice, db) }
    }
}
