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
        var taken: Set<ReadingID> = []
        let known = try readings.map { sent -> StoredReading? in
            let same = try reading(sameAs: sent, of: patient, in: practice, db)
            let found = try same ?? twin(of: sent, of: patient, in: practice, besides: taken, db)
            if same == nil, let found { taken.insert(found.id) }
            return found
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
    /// - Parameter others: those that stand for another reading of this batch already
    /// - Source: our own proposal; docs/decisions/0021-offline-queue.md
    static func twin(
        of reading: Reading, of patient: ID<Patient>, in practice: ID<Practice>, besides others: Set<ReadingID> = [],
        _ db: Transaction
    ) throws -> StoredReading? {
        let (first, second, third) = reading.measured.numbers
        let taken = reading.taken.instant
        let (nearby, slack) = (Reading.nearby, reading.measured.slack)
        let found = try db.rows(
            """
            SELECT id
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = \(reading.measured.kind)
              AND taken_at >= \(taken - nearby) AND taken_at <= \(taken + nearby)
              AND first_value BETWEEN \(first - slack) AND \(first + slack)
              AND COALESCE(second_value, -1) = COALESCE(\(second), second_value, -1)
              AND COALESCE(third_value, -1) = COALESCE(\(third), third_value, -1)
              AND source <> \(reading.source) AND setting = 'home' AND status <> 'entered-in-error'
            ORDER BY taken_at DESC
            LIMIT 20
            """
        ) { try $0.id(0, of: ReadingMark.self) }.first { !others.contains($0) }
        return try found.flatMap { try self.reading($0, of: patient, in: practice, db) }
    }
}

extension Reading {
    /// What came two ways within this time is one reading.
    ///
    /// - Source: our own proposal; docs/decisions/0021-offline-queue.md
    static let nearby = Duration.minutes(10)

    /// How far apart in time two are that may be one: the same numbers, near enough, and come another way.
    func apart(from other: Reading) -> Duration? {
        let apart = max(taken.instant - other.taken.instant, other.taken.instant - taken.instant)
        guard source != other.source, measured.kind == other.measured.kind, apart <= Self.nearby else { return nil }
        let (mine, theirs) = (measured.numbers, other.measured.numbers)
        guard abs(mine.first - theirs.first) <= measured.slack, Self.mayBeSame(mine.second, theirs.second),
            Self.mayBeSame(mine.third, theirs.third)
        else { return nil }
        return apart
    }

    /// A pulse that was not typed does not count as different.
    private static func mayBeSame(_ one: Int?, _ other: Int?) -> Bool { one == nil || other == nil || one == other }
}

extension Measured {
    /// A scale shows one decimal and sends more: 74.26 kg is typed as 74.3.
    ///
    /// - Units: g for a weight
    /// - Source: our own proposal; docs/from-the-phone.md
    fileprivate var slack: Int { kind == .weight ? 50 : 0 }
}
