import Clinical
import Identity
import Storage

extension Programme {
    /// Every practice of this care group with its counts; who measured in the last fourteen days counts as measuring. Who
    /// objected to being counted, or has their data restricted, is in none of them.
    static func reach(of careGroup: ID<Practice>, on today: Day, _ db: Transaction) throws -> [Reach] {
        try Identity.organisations(of: careGroup, db).filter { [.practice, .healthCentre, .hoed].contains($0.kind) }.map
        { practice in
            let tallies = try tallies(of: practice.id, db)
            let left = try leftOut(of: practice.id, db)
            return Reach(
                practice: practice, agreed: try agreed(in: practice.id, db),
                measuring: try measuring(in: practice.id, since: today.adding(-13), db),
                onTarget: tallies["on-target", default: 0] - left["on-target", default: 0],
                above: tallies["above", default: 0] - left["above", default: 0])
        }
    }

    private static func agreed(in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        let count = try db.row(
            """
            SELECT count(*)
            FROM measurements_plan AS plan
            WHERE plan.practice_id = \(practice)
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = plan.practice_id AND held.patient_id = plan.patient_id
                                AND held.kind IN ('restriction', 'objection'))
            """
        ) { try $0.int(0) }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }

    private static func measuring(in practice: ID<Practice>, since day: Day, _ db: Transaction) throws -> Int {
        let count = try db.row(
            """
            SELECT count(*)
            FROM measurements_summary AS summary
            WHERE summary.practice_id = \(practice) AND summary.last_day >= \(day)
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = summary.practice_id AND held.patient_id = summary.patient_id
                                AND held.kind IN ('restriction', 'objection'))
            """
        ) { try $0.int(0) }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }

    private static func tallies(of practice: ID<Practice>, _ db: Transaction) throws -> [String: Int] {
        let rows = try db.rows(
            "SELECT standing, patients FROM measurements_tally WHERE practice_id = \(practice)"
        ) { (try $0.text(0), try $0.int(1)) }
        return Dictionary(rows) { $0 + $1 }
    }

    /// The tally is kept for the practice itself, and holds everybody: so many of it are not counted here.
    private static func leftOut(of practice: ID<Practice>, _ db: Transaction) throws -> [String: Int] {
        let rows = try db.rows(
            """
            SELECT summary.standing, count(DISTINCT summary.patient_id)
            FROM rights_in_force AS held
            JOIN measurements_summary AS summary
              ON summary.practice_id = held.practice_id AND summary.patient_id = held.patient_id
            WHERE held.practice_id = \(practice) AND held.kind IN ('restriction', 'objection')
            GROUP BY summary.standing
            """
        ) { (try $0.text(0), try $0.int(1)) }
        return Dictionary(rows) { $0 + $1 }
    }
}
