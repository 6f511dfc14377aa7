import Clinical
import Identity
import Storage

extension Devices {
    /// As many kits of one state as a page shows.
    static let mostListed = 200

    package static func counts(in practice: ID<Practice>, _ db: Transaction) throws -> [State: Int] {
        let counted = try db.rows(
            """
            SELECT state, count(*)
            FROM devices_kit
            WHERE practice_id = \(practice)
            GROUP BY state
            """
        ) { (try $0.word(0, of: State.self), try $0.int(1)) }
        return Dictionary(counted) { $1 }
    }

    /// How many kits should have been back, by the state they are in at home.
    package static func overdue(
        in practice: ID<Practice>, on today: Day, _ db: Transaction
    ) throws -> [State: Int] {
        let counted = try db.rows(
            """
            SELECT kit.state, count(*)
            FROM devices_loan AS loan
            JOIN devices_kit AS kit ON kit.practice_id = loan.practice_id AND kit.id = loan.kit_id
            WHERE loan.practice_id = \(practice) AND loan.due_on < \(today) AND loan.ended_at IS NULL
              AND loan.lent_at IS NOT NULL
            GROUP BY kit.state
            """
        ) { (try $0.word(0, of: State.self), try $0.int(1)) }
        return Dictionary(counted) { $1 }
    }

    /// The kits in one state; who should have brought one back first comes first.
    static func list(_ state: State, in practice: ID<Practice>, _ db: Transaction) throws -> [Listed] {
        try db.rows(
            """
            SELECT kit.id, kit.number, kit.mark, kit.kind, kit.purpose, kit.state, kit.version, loan.id,
                   loan.patient_id, patient.given_name, patient.family_name, loan.lent_at, loan.due_on, loan.agreed_at
            FROM devices_kit AS kit
            LEFT JOIN devices_loan AS loan
              ON loan.practice_id = kit.practice_id AND loan.kit_id = kit.id AND loan.ended_at IS NULL
            LEFT JOIN identity_patient AS patient
              ON patient.practice_id = loan.practice_id AND patient.id = loan.patient_id
            WHERE kit.practice_id = \(practice) AND kit.state = \(state)
            ORDER BY loan.due_on, kit.number
            LIMIT \(mostListed)
            """, listed)
    }

    /// What begins as what was typed: a number, the practice's own mark, or a serial number.
    static func find(_ typed: String, in practice: ID<Practice>, _ db: Transaction) throws -> [Listed] {
        let key = typed.folded
        guard !key.isEmpty else { return [] }
        let number = key.count > 4 ? "\(key.prefix(4))-\(key.dropFirst(4))" : key
        let ids = try db.rows(
            """
            SELECT id FROM devices_kit
            WHERE practice_id = \(practice) AND number >= \(number) AND number < \(number + "~")
            UNION
            SELECT id FROM devices_kit
            WHERE practice_id = \(practice) AND mark >= \(typed) AND mark < \(typed + "~")
            UNION
            SELECT kit_id FROM devices_part
            WHERE practice_id = \(practice) AND serial_key >= \(key) AND serial_key < \(key + "~")
            LIMIT 50
            """
        ) { try $0.id(0, of: KitMark.self) }
        return try ids.compactMap { try listed($0, in: practice, db) }.sorted {
            $0.kit.number.description < $1.kit.number.description
        }
    }

    static func listed(_ kit: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction) throws -> Listed? {
        try db.row(
            """
            SELECT kit.id, kit.number, kit.mark, kit.kind, kit.purpose, kit.state, kit.version, loan.id,
                   loan.patient_id, patient.given_name, patient.family_name, loan.lent_at, loan.due_on, loan.agreed_at
            FROM devices_kit AS kit
            LEFT JOIN devices_loan AS loan
              ON loan.practice_id = kit.practice_id AND loan.kit_id = kit.id AND loan.ended_at IS NULL
            LEFT JOIN identity_patient AS patient
              ON patient.practice_id = loan.practice_id AND patient.id = loan.patient_id
            WHERE kit.practice_id = \(practice) AND kit.id = \(kit)
            """, listed)
    }

    private static func listed(_ row: Row) throws -> Listed {
        Listed(kit: try kit(row), holder: try holder(row, from: 7))
    }

    static func holder(_ row: Row, from column: Int32) throws -> Holder? {
        guard let loan = try row.idIfAny(column, of: LoanMark.self) else { return nil }
        let name = try row.textIfAny(column + 2).map { Identity.listName($0, try row.text(column + 3)) }
        return Holder(
            loan: loan, patient: try row.id(column + 1), name: name ?? "", lentAt: try row.instantIfAny(column + 4),
            dueOn: try row.day(column + 5), agreedAt: try row.instantIfAny(column + 6))
    }

    /// One count of each state for the manager, with no patient in it.
    static func stock(in practice: ID<Practice>, _ db: Transaction) throws -> [Kit] {
        try db.rows(
            """
            SELECT id, number, mark, kind, purpose, state, version
            FROM devices_kit
            WHERE practice_id = \(practice)
            ORDER BY state, number
            LIMIT \(5 * mostListed)
            """, kit)
    }

    /// Kits on the shelf that can go home.
    static func shelf(in practice: ID<Practice>, _ db: Transaction) throws -> [Kit] {
        let kits = try db.rows(
            """
            SELECT id, number, mark, kind, purpose, state, version
            FROM devices_kit
            WHERE practice_id = \(practice) AND state = 'in stock' AND purpose = 'lending'
            ORDER BY number
            LIMIT \(mostListed)
            """, kit)
        return try kits.map { kit in
            var kit = kit
            kit.devices = try devices(of: kit.id, in: practice, db)
            return kit
        }
    }
}
