import Clinical
import Storage

extension Measurements {
    /// Of more readings than these the newest are shown.
    private static let mostPoints = 1000

    static func numberGraph(
        _ kind: AlsoMeasured, _ period: Period, of patient: ID<Patient>, in practice: ID<Practice>, on today: Day,
        _ db: Transaction
    ) throws -> NumberGraph {
        let from = Amsterdam.instant(period.first(until: today), hour: 0)
        let until = Amsterdam.instant(today.adding(1), hour: 0)
        let points = try readings(
            kind.kind, of: patient, in: practice, from: from, until: until, most: mostPoints, db
        ).filter { $0.reading.status == .final && $0.reading.setting == .home }
            .map { NumberGraph.Point(measured: $0.reading.measured, taken: $0.reading.taken) }
        return NumberGraph(
            kind: kind, period: period, today: today,
            points: kind == .steps ? mostOfEachDay(points.reversed()) : points.reversed(),
            kinds: try alsoSeen(of: patient, in: practice, db))
    }

    /// Two counts of one day are of one day.
    private static func mostOfEachDay(_ points: [NumberGraph.Point]) -> [NumberGraph.Point] {
        Dictionary(grouping: points, by: \.taken.day).values
            .compactMap { day in day.max { $0.number < $1.number } }
            .sorted { $0.taken.day < $1.taken.day }
    }

    /// What this person is asked for, or measured once, besides the pressure.
    static func alsoSeen(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [AlsoMeasured] {
        let asked = try plan(of: patient, in: practice, db)?.alsoAsked ?? []
        let measured = try db.rows(
            """
            SELECT kind
            FROM measurements_day
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind IN ('weight', 'steps', 'glucose')
            GROUP BY kind
            """
        ) { try $0.word(0, of: AlsoMeasured.self) }
        return AlsoMeasured.allCases.filter { asked.contains($0) || measured.contains($0) }
    }
}
