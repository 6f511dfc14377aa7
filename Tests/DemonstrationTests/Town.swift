import Clinical
import Identity
import Storage
import TestStores
import Worklist

@testable import Demonstration
@testable import Hartlijn

/// A small care group in a folder of its own, with the questions that the tests ask of it.
final class Town: Sendable {
    /// A Wednesday in November, nine o'clock on Dutch clocks.
    static let now = Amsterdam.instant(Day(number: 20_782), hour: 9)

    private let home: TestStore
    var store: Store { home.store }
    let now: Instant
    private let organisations: [Organisation]
    private let builder: Builder

    init(seed: UInt64 = 1, now: Instant = Town.now, practices: Int = 3, patients: Int = 30) async throws {
        self.now = now
        home = try await TestStore(Schema.migrations)
        let demonstration = Demonstration(practices: practices, patients: patients, seed: seed, now: now)
        builder = Builder(store: home.store, now: now, shared: SharedChance(seed: seed))
        organisations = try await demonstration.people(by: builder) { _ in }
    }

    /// Gives out the passwords, as the last thing that the demonstration does.
    func accounts() async throws -> [DemoAccount] { try await builder.accounts(organisations) }

    /// Every reading there is, in order, as one text.
    func readings() async throws -> [String] {
        try await store.read {
            try $0.rows(
                """
                SELECT kind, taken_at, first_value, COALESCE(second_value, 0), status
                FROM measurements_reading ORDER BY practice_id, patient_id, kind, taken_at, id
                """
            ) { "\(try $0.text(0)) \(try $0.int(1)) \(try $0.int(2)) \(try $0.int(3)) \(try $0.text(4))" }
        }
    }

    /// Every line of every list, open and closed, as one text.
    func lines() async throws -> [String] {
        try await store.read {
            try $0.rows(
                """
                SELECT id, reason, urgency, opened_at, COALESCE(closed_at, 0)
                FROM worklist_item ORDER BY practice_id, id
                """
            ) {
                let id: ID<Worklist.ItemMark> = try $0.id(0)
                return "\(id) \(try $0.text(1)) \(try $0.int(2)) \(try $0.int(3)) \(try $0.int(4))"
            }
        }
    }

    func number(_ sql: SQL) async throws -> Int { try await store.read { try $0.row(sql) { try $0.int(0) } } ?? 0 }

    /// What was written, in a store without keys: behind the mark that says that it is readable.
    func letters(_ sql: SQL) async throws -> [String] {
        try await store.read { try $0.rows(sql) { String(decoding: try $0.bytes(0).dropFirst(), as: UTF8.self) } }
    }

    func texts(_ sql: SQL) async throws -> [String] { try await store.read { try $0.rows(sql) { try $0.text(0) } } }

    /// The practice that the demonstration is about.
    func linde() async throws -> ID<Practice> {
        let found = try await store.read { try Identity.practices($0).first { $0.name == "De Linde" } }
        struct NoLinde: Error {}
        guard let found else { throw NoLinde() }
        return found.id
    }

    func open() async throws -> [Worklist.Item] {
        let practice = try await linde()
        return try await store.read { try Worklist.open(in: practice, at: self.now, $0) }
    }
}
