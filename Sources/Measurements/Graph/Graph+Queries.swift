import Clinical
import Identity
import Storage

extension Measurements {
    /// More single readings than this make a grey cloud; then each day is drawn as one stroke.
    private static let mostDots = 220

    static func graph(
        _ period: Period, _ line: Line, of patient: ID<Patient>, in practice: ID<Practice>, on today: Day,
        _ db: Transaction
    ) throws -> Graph {
        let first = period.first(until: today)
        let plan = try plan(of: patient, in: practice, db)
        let days = try days(.bloodPressure, of: patient, in: practice, from: first, through: today, db)
        let last = days.last?.day
        let newest = Total(days.filter { day in last.map { day.day > $0.adding(-7) } ?? false })
        let count = days.reduce(0) { $0 + $1.count }
        let goal = plan?.goal ?? HomeBloodPressure.raisedFrom
        return Graph(
            period: period, line: line, today: today, goal: goal, weeks: weeks(of: days), days: days,
            dots: count <= mostDots ? try dots(of: patient, in: practice, from: first, through: today, db) : [],
            events: try events(of: patient, in: practice, since: first, plan, db), newest: newest,
            standing: Standing(newest, goal: goal), kinds: try alsoSeen(of: patient, in: practice, db))
    }

    private static func dots(
        of patient: ID<Patient>, in practice: ID<Practice>, from first: Day, through last: Day, _ db: Transaction
    ) throws -> [Graph.Dot] {
        let from = Amsterdam.instant(first, hour: 0)
        let until = Amsterdam.instant(last.adding(1), hour: 0)
        return try db.rows(
            """
            SELECT taken_at, offset_minutes, first_value, second_value
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
              AND taken_at >= \(from) AND taken_at < \(until) AND status = 'final' AND setting = 'home'
            ORDER BY taken_at
            """
        ) {
            Graph.Dot(
                taken: Moment(try $0.instant(0), offsetMinutes: try $0.int(1)),
                pressure: .mmHg(try $0.int(2), over: try $0.int(3)))
        }
    }

    /// What happened, the latest first: measuring weeks, goals, medicines, the start.
    private static func events(
        of patient: ID<Patient>, in practice: ID<Practice>, since first: Day, _ plan: Plan?, _ db: Transaction
    ) throws -> [Graph.Event] {
        let weeks = try weeks(of: patient, in: practice, most: 6, db)
            .filter { $0.judged != nil }
            .map { Graph.Event(day: $0.endsOn, kind: .week($0)) }
        let words = try db.words(of: patient, in: practice)
        let medication = try db.rows(
            """
            SELECT changed_on, sealed_what, sealed_why, id
            FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND changed_on >= \(first)
            ORDER BY changed_on DESC
            LIMIT 8
            """
        ) {
            let id = try $0.id(3, of: Graph.self)
            return Graph.Event(
                day: try $0.day(0),
                kind: .medication(
                    what: try words.text(try $0.bytes(1), .change(id, .what)),
                    why: try words.text(try $0.bytes(2), .change(id, .why))))
        }
        let goals = try db.rows(
            """
            SELECT set_on, reached_on, sealed, id
            FROM portal_goal
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY set_on DESC
            LIMIT 5
            """
        ) { row in
            let setOn = try row.day(0)
            let text = try words.text(try row.bytes(2), .goal(try row.id(3, of: Graph.self)))
            guard let reached = try row.dayIfAny(1) else { return Graph.Event(day: setOn, kind: .goalSet(text)) }
            return Graph.Event(day: reached, kind: .goalReached(text, setOn: setOn))
        }
        let start = plan.map { [Graph.Event(day: $0.startedOn, kind: .start)] } ?? []
        return (weeks + medication + goals + start).filter { $0.day >= first }.sorted { $0.day > $1.day }
    }
}
