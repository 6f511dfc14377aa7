import Clinical
import Identity
import Storage

extension Programme {
    /// Every practice of this care group with its counts; who measured in the last fourteen days counts as measuring.
    static func reach(of careGroup: ID<Practice>, on today: Day, _ db: Transaction) throws -> [Reach] {
        try Identity.organisations(of: careGroup, db).filter { [.practice, .healthCentre, .hoed].contains($0.kind) }.map
        { practice in
            let tallies = try tallies(of: practice.id, db)
            return Reach(
                practice: practice, agreed: try agreed(in: practice.id, db),
                measuring: try measuring(in: practice.id, since: today.adding(-13), db),
                onTarget: tallies["on-target", default: 0], above: tallies["above", default: 0])
        }
    }

    private static func agreed(in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        let count = try db.row("SELECT count(*) FROM measurements_plan WHERE practice_id = \(practice)") {
            try $0.int(0)
        }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }

    private static func measuring(in practice: ID<Practice>, since day: Day, _ db: Transaction) throws -> Int {
        let count = try db.row(
            """
            SELECT count(*)
            FROM measurements_summary
            WHERE practice_id = \(practice) AND last_day >= \(day)
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
}
