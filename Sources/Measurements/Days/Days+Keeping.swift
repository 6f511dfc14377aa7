import Clinical
import Storage

extension Measurements {
    /// Keeps a reading and brings everything that is added up from it along.
    ///
    /// - Returns: ``Recorded/known`` when the same reading was sent before; then nothing changed
    package static func record(
        _ reading: Reading, of patient: ID<Patient>, in practice: ID<Practice>, by performer: ID<Worker>? = nil,
        at occasion: Occasion, _ db: Transaction
    ) throws -> Recorded {
        let recorded = try keep(reading, of: patient, in: practice, by: performer, at: occasion, db)
        guard case .new = recorded, reading.isCounted else { return recorded }
        try add(reading, toDayOf: patient, in: practice, db)
        if summarised.contains(reading.measured.kind) {
            try summarise(patient, in: practice, after: reading, db)
        }
        return recorded
    }

    /// Keeps many readings of one patient; what is added up is brought along once, at the end.
    package static func record(
        all readings: [Reading], of patient: ID<Patient>, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws -> [Recorded] {
        let recorded = try readings.map { reading in
            let recorded = try keep(reading, of: patient, in: practice, by: nil, at: occasion, db)
            if case .new = recorded, reading.isCounted { try add(reading, toDayOf: patient, in: practice, db) }
            return recorded
        }
        try summarise(patient, in: practice, db)
        return recorded
    }

    /// Gives a reading another status, and counts its day again.
    package static func change(
        _ stored: StoredReading, to status: Status, of patient: ID<Patient>, in practice: ID<Practice>,
        _ db: Transaction
    ) throws {
        try change(stored.id, to: status, of: patient, in: practice, db)
        let kind = stored.reading.measured.kind
        let day = stored.reading.taken.day
        let from = Instant(milliseconds: Int64(day.number) * 86_400_000) - .hours(15)
        let sameDay = try readings(kind, of: patient, in: practice, from: from, until: from + .hours(54), db)
            .map(\.reading)
        try clearDay(day, kind, of: patient, in: practice, db)
        for reading in sameDay where reading.isCounted && reading.taken.day == day {
            try add(reading, toDayOf: patient, in: practice, db)
        }
        try summarise(patient, in: practice, db)
    }

    /// Only these kinds stand on lists.
    private static let summarised: Set<Kind> = [.bloodPressure, .weight]

    /// Adds everything up again, from the days.
    package static func summarise(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws {
        let before = try summary(of: patient, in: practice, db)
        let pressures = try recentDays(.bloodPressure, of: patient, in: practice, db)
        let weights = try recentDays(.weight, of: patient, in: practice, db)
        try keep(
            Recent(
                days: pressures, weeks: twelve(pressures).map { $0?.averagePressure },
                weight: weights.last.flatMap { Total([$0]).averageWeight },
                weights: twelve(weights).map { $0?.averageWeight }),
            before, of: patient, in: practice, db)
    }

    /// Brings the summary along after one reading. Weeks before that of the reading stay as they are, so only its own
    /// days are read; a reading from before the last week measured makes everything be added up again.
    static func summarise(
        _ patient: ID<Patient>, in practice: ID<Practice>, after reading: Reading, _ db: Transaction
    ) throws {
        let day = reading.taken.day
        let before = try summary(of: patient, in: practice, db)
        guard reading.measured.kind == .bloodPressure, let before, let last = before.lastMeasuredOn,
            day.monday >= last.monday, before.weeks.count == Summary.weeksShown
        else { return try summarise(patient, in: practice, db) }
        let latest = max(last, day)
        let days = try days(
            .bloodPressure, of: patient, in: practice, from: min(latest.monday, latest.adding(-6)), through: latest, db)
        let passed = min(latest.monday.days(since: last.monday) / 7, Summary.weeksShown)
        var weeks = Array(before.weeks.dropFirst(passed)) + [BloodPressure?](repeating: nil, count: passed)
        weeks[Summary.weeksShown - 1] = Total(days.filter { $0.day >= latest.monday }).averagePressure
        try keep(
            Recent(days: days, weeks: weeks, weight: before.weight, weights: before.weights), before, of: patient,
            in: practice, db)
    }

    /// What a summary is made of.
    private struct Recent {
        /// Of the pressure; the last seven of them count for the average.
        let days: [DayTotal]
        let weeks: [BloodPressure?]
        let weight: Weight?
        let weights: [Weight?]
    }

    private static func keep(
        _ recent: Recent, _ before: Summary?, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        let goal = try plan(of: patient, in: practice, db)?.goal ?? HomeBloodPressure.raisedFrom
        let last = recent.days.last?.day
        let weekBefore = last?.adding(-7)
        let total = Total(recent.days.filter { day in weekBefore.map { day.day > $0 } ?? false })
        let summary = Summary(
            lastMeasuredOn: last, average: total.averagePressure, count: total.count, moments: total.moments,
            weeks: recent.weeks, weight: recent.weight, weights: recent.weights, standing: Standing(total, goal: goal))
        try save(summary, of: patient, in: practice, db)
        try tally(from: before?.standing, to: summary.standing, in: practice, db)
    }

    private static func recentDays(
        _ kind: Kind, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [DayTotal] {
        let days = try lastDays(7 * Summary.weeksShown, kind, of: patient, in: practice, db)
        guard let first = days.last?.day.monday.adding(-7 * (Summary.weeksShown - 1)) else { return [] }
        return Array(days.drop { $0.day < first })
    }

    /// The twelve weeks that end with the last one measured.
    private static func twelve(_ days: [DayTotal]) -> [Total?] {
        guard let last = days.last?.day.monday else { return [] }
        let found = Dictionary(uniqueKeysWithValues: weeks(of: days).map { ($0.monday, $0.total) })
        return (0..<Summary.weeksShown).map { found[last.adding(-7 * (Summary.weeksShown - 1 - $0))] }
    }
}

extension Reading {
    /// Averages are made of readings that count, taken at home; practice values have other limits.
    fileprivate var isCounted: Bool { status == .final && setting == .home }
}
