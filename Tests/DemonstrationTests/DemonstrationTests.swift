import Clinical
import Foundation
import Identity
import Measurements
import Portal
import Storage
import Testing
import Worklist

@testable import Demonstration
@testable import Hartlijn

@Suite struct DemonstrationTests {
    static let now = Amsterdam.instant(Day(number: 20_782), hour: 9)

    /// A small care group in a folder of its own.
    private final class Town: Sendable {
        let store: Store
        let accounts: [DemoAccount]
        private let path: String

        init(seed: UInt64) async throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("town-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            path = folder.path
            store = try Store(path: "\(path)/town.sqlite")
            try await store.migrate(Schema.migrations, at: DemonstrationTests.now)
            accounts = try await Demonstration(practices: 2, patients: 20, seed: seed, now: DemonstrationTests.now)
                .build(in: store) { _ in }
        }

        deinit {
            try? store.close()  // the folder goes all the same
            try? FileManager.default.removeItem(atPath: path)
        }

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
    }

    @Test func `the same seed makes the same people, another seed others`() async throws {
        let first = try await Town(seed: 1).readings()
        #expect(first.count > 1500)
        #expect(try await Town(seed: 1).readings() == first)
        #expect(try await Town(seed: 2).readings() != first)
    }

    @Test func `the worklist of De Linde has something now, today and this week`() async throws {
        let town = try await Town(seed: 1)
        let items = try await town.store.read { db in
            let linde = try Identity.practices(db).first { $0.name == "De Linde" }
            return try linde.map { try Worklist.open(in: $0.id, at: Self.now, db) } ?? []
        }
        for urgency in Worklist.Urgency.allCases { #expect(items.contains { $0.urgency == urgency }, "\(urgency)") }
        let reasons = Set(items.map(\.reason))
        for reason in [
            Worklist.Reason.alert(.stillVeryHigh), .weightGain, .question, .weekAbove, .weekOnTarget, .weekTooFew,
            .silent,
            .unconfirmed,
        ] { #expect(reasons.contains(reason), "\(reason)") }
    }

    @Test func `what patients are told is easy to read`() async throws {
        let town = try await Town(seed: 1)
        let texts = try await town.store.read { db in
            try db.rows("SELECT body FROM portal_message WHERE sender = 'worker'") { try $0.text(0) }
                + db.rows("SELECT why FROM portal_medication_change") { try $0.text(0) }
        }
        #expect(texts.count > 5)
        for text in texts {
            let report = Readability.check(text)
            #expect(report.longSentences.isEmpty, "\(text)")
            #expect(report.jargon.isEmpty, "\(text): \(report.jargon)")
        }
    }

    @Test func `only the people on the list can sign in`() async throws {
        let town = try await Town(seed: 1)
        let count = try await town.store.read {
            try $0.row("SELECT count(*) FROM identity_account") { try $0.int(0) }
        }
        #expect(count == town.accounts.count)
        #expect(Set(town.accounts.map(\.role)) == Set(Identity.Role.allCases))
    }

    @Test func `people measure higher on the first day, and lower after a pill that works`() {
        var chance = Chance(seed: 3)
        let start = Day(number: 20_000)
        let body = Physiology(
            systolic: 150, diastolic: 90, pulse: 66, morning: 0, whiteCoat: 8, spread: 5,
            changes: [.init(day: start.adding(40), systolic: -14, diastolic: -8)])
        func average(_ days: ClosedRange<Int>) -> Double {
            let values = days.flatMap { day in
                (0..<40).map { _ in
                    Double(
                        body.pressure(
                            on: start.adding(day), .morning, reading: 0, since: start, dayNoise: 0, using: &chance
                        ).0.systolic.mmHg)
                }
            }
            return values.reduce(0, +) / Double(values.count)
        }
        let (first, usual, later) = (average(0...0), average(20...30), average(70...80))
        #expect(first > usual + 5)
        #expect(later < usual - 10)
    }
}
