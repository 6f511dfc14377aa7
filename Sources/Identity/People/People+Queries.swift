import Clinical
import Storage

extension People {
    /// Everybody of these organisations, by organisation and name.
    static func members(
        of careGroup: ID<Practice>, only organisation: ID<Practice>? = nil, _ db: Transaction
    ) throws -> [Member] {
        try db.rows(
            """
            SELECT worker.id, worker.practice_id, practice.name, worker.given_name, worker.family_name, worker.role,
                   worker.started_at, account.sign_in, account.ended_at
            FROM identity_practice AS practice
            JOIN identity_worker AS worker ON worker.practice_id = practice.practice_id
            LEFT JOIN identity_account AS account
              ON account.practice_id = worker.practice_id AND account.person_id = worker.id
            WHERE practice.care_group_id = \(careGroup)
            ORDER BY practice.name, worker.family_name, worker.given_name
            """
        ) {
            Member(
                worker: try $0.id(0), organisation: try $0.id(1), organisationName: try $0.text(2),
                name: "\(try $0.text(3)) \(try $0.text(4))", role: try $0.word(5), since: try $0.instant(6),
                signIn: try $0.textIfAny(7), endsAt: try $0.instantIfAny(8))
        }.filter { organisation == nil || $0.organisation == organisation }
    }

    /// The account of somebody who works in this care group.
    static func account(
        of worker: ID<Worker>, in careGroup: ID<Practice>, _ db: Transaction
    ) throws -> Account? {
        try db.row(
            """
            SELECT account.sign_in, account.practice_id, account.role
            FROM identity_practice AS practice
            JOIN identity_account AS account ON account.practice_id = practice.practice_id
            WHERE practice.care_group_id = \(careGroup) AND account.person_id = \(worker)
              AND account.role NOT IN ('patient', 'proxy')
            """
        ) { Account(signIn: try $0.text(0), organisation: try $0.id(1), role: try $0.word(2)) }
    }

    /// Whether somebody else keeps this role in the care group after this moment, as far as is known now.
    static func isKept(
        _ role: Identity.Role, in careGroup: ID<Practice>, after end: Instant, without signIn: String,
        _ db: Transaction
    ) throws -> Kept {
        let others = try db.row(
            """
            SELECT count(*)
            FROM identity_practice AS practice
            JOIN identity_account AS account ON account.practice_id = practice.practice_id
            WHERE practice.care_group_id = \(careGroup) AND account.role = \(role) AND account.sign_in <> \(signIn)
              AND (account.ended_at IS NULL OR account.ended_at > \(end))
            """
        ) { try $0.int(0) }
        return others == 0 ? .no : .yes
    }
}
