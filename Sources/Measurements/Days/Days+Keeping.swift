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
            try summarise(patient, in: practice, after: reading.measured.kind, db)
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

    /// - Parameter kind: what was measured, when only that can have changed
    package static func summarise(
        _ patient: ID<Patient>, in practice: ID<Practice>, after kind: Kind? = nil, _ db: Transaction
    ) throws {
        let before = try summary(of: patient, in: practice, db)
        let goal = try plan(of: patient, in: practice, db)?.goal ?? HomeBloodPressure.raisedFrom
        let pressures = try recentDays(.bloodPressure, of: patient, in: practice, db)
        let known = kind == .bloodPressure ? before : nil
        let weights = known == nil ? try recentDays(.weight, of: patient, in: practice, db) : []
        let last = pressures.last?.day
        let weekBefore = last?.adding(-7)
        let total = Total(pressures.filter { day in weekBefore.map { day.day > $0 } ?? false })
        let summary = Summary(
            lastMeasuredOn: last, average: total.averagePressure, count: total.count, moments: total.moments,
            weeks: twelve(pressures).map { $0?.averagePressure },
            weight: known.map(\.weight) ?? weights.last.flatMap { Total([$0]).averageWeight },
            weights: known.map(\.weights) ?? twelve(weights).map { $0?.averageWeight },
            standing: Standing(total, goal: goal))
        try save(summary, of: patient, in: practice, db)
        try tally(from: before?.standing, to: summary.standing, in: practice, db)
    }

    private static func recentDays(
        _ kind: Kind, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [DayTotal] {
        guard let last = try lastDay(kind, of: patient, in: practice, db) else { return [] }
        let first = last.monday.adding(-7 * (Summary.weeksShown - 1))
        return try days(kind, of: patient, in: practice, from: first, through: last, db)
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
