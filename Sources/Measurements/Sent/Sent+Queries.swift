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
        let known = try readings.map { try reading(sameAs: $0, of: patient, in: practice, db) }
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
}
