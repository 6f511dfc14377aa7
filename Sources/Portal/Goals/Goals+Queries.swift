import Clinical
import Identity
import Storage

extension Portal {
    /// - Parameter id: the number of the form it was written in
    /// - Returns: whether it is new
    @discardableResult
    package static func setGoal(
        _ text: String, as id: ID<GoalMark>, reachedOn: Day? = nil, on day: Day, of patient: ID<Patient>,
        in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        let sealed = try db.seal(text, at: .goal(id), of: patient, in: practice)
        let added = try db.change(
            """
            INSERT INTO portal_goal (practice_id, patient_id, set_on, id, sealed, reached_on)
            VALUES (\(practice), \(patient), \(day), \(id), \(sealed), \(reachedOn))
            ON CONFLICT DO NOTHING
            """
        )
        return added == 1
    }

    /// The goal the patient is busy with: the latest that is not reached.
    package static func currentGoal(
        of patient: ID<Patient>, in practice: ID<Practice>, on today: Day, _ db: Transaction
    ) throws -> Goal? {
        let words = try db.words(of: patient, in: practice)
        guard
            let goal = try db.row(
                """
                SELECT id, sealed, set_on, reached_on
                FROM portal_goal
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND reached_on IS NULL
                ORDER BY set_on DESC
                LIMIT 1
                """, { try goal($0, words) })
        else { return nil }
        let days = try db.rows(
            """
            SELECT day
            FROM portal_goal_day
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND goal_id = \(goal.id)
              AND day >= \(today.monday) AND day <= \(today)
            ORDER BY day
            """
        ) { try $0.day(0) }
        return Goal(id: goal.id, text: goal.text, setOn: goal.setOn, reachedOn: goal.reachedOn, days: days)
    }

    /// Every goal, the latest first, without its days.
    package static func goals(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Goal] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT id, sealed, set_on, reached_on
            FROM portal_goal
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY set_on DESC
            LIMIT 50
            """
        ) { try goal($0, words) }
    }

    /// It worked out today; saying so twice is the same.
    ///
    /// - Returns: whether it is new
    @discardableResult
    package static func tick(
        _ goal: ID<GoalMark>, on day: Day, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        let added = try db.change(
            """
            INSERT INTO portal_goal_day (practice_id, patient_id, goal_id, day)
            SELECT practice_id, patient_id, id, \(day)
            FROM portal_goal
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(goal)
            ON CONFLICT DO NOTHING
            """
        )
        return added == 1
    }

    /// - Returns: whether it is new
    package static func reach(
        _ goal: ID<GoalMark>, on day: Day, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        let changed = try db.change(
            """
            UPDATE portal_goal
            SET reached_on = \(day)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(goal) AND reached_on IS NULL
            """
        )
        return changed == 1
    }

    static func hasGoal(
        _ goal: ID<GoalMark>, _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        try db.row(
            """
            SELECT 1
            FROM portal_goal
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(goal)
            """
        ) { try $0.int(0) } != nil
    }

    private static func goal(_ row: Row, _ words: PatientWords) throws -> Goal {
        let id: ID<GoalMark> = try row.id(0)
        return Goal(
            id: id, text: try words.text(try row.bytes(1), .goal(id)), setOn: try row.day(2),
            reachedOn: try row.dayIfAny(3), days: [])
    }
}
