import Audit
import Clinical
import Devices
import Identity
import Measurements
import Outbox
import Portal
import Rights
import Storage
import Synchronization
import TestStores
import Testing

@testable import Worklist

/// A practice with two patients, another practice beside it, and a clock that a test moves.
final class Clinic: Sendable {
    private let home: TestStore
    var store: Store { home.store }
    let practice = ID<Practice>(high: 1, low: 1)
    let elsewhere = ID<Practice>(high: 1, low: 2)
    let fatma = ID<Patient>(high: 2, low: 1)
    let jan = ID<Patient>(high: 2, low: 2)
    let stranger = ID<Patient>(high: 2, low: 3)
    let marieke = ID<Worker>(high: 3, low: 1)

    private let time: Mutex<Instant>
    private let chance = Mutex<UInt64>(7)

    /// - Parameter start: Wednesday morning
    init(at start: String = "2026-11-25T07:42") async throws {
        var text = Substring(start)
        time = Mutex(try #require(WallClock(readingFrom: &text)).inAmsterdam.instant)
        let schema =
            Identity.schema + Audit.schema + Measurements.schema + Worklist.schema + Portal.schema + Outbox.schema
            + Rights.schema
            + Devices.schema
        home = try await TestStore(schema)
        try await settle()
    }

    var now: Instant { time.withLock { $0 } }
    var today: Day { occasion.today }
    func wait(_ duration: Duration) { time.withLock { $0 = $0 + duration } }

    var occasion: Occasion {
        Occasion(now: now) {
            self.chance.withLock {
                $0 &+= 0x9E37_79B9_7F4A_7C15
                return $0
            }
        }
    }

    private func settle() async throws {
        try await store.write { [self] db in
            for (id, name) in [(practice, "De Linde"), (elsewhere, "De Beuk")] {
                try Identity.add(.init(id: id, name: name, phone: "0413 - 00 00 00", replyDays: 2), db)
            }
            try Identity.add(Self.card(fatma, "Fatma", "Yıldız"), to: practice, at: now, db)
            try Identity.add(Self.card(jan, "Jan", "de Wit"), to: practice, at: now, db)
            try Identity.add(Self.card(stranger, "Els", "Smit"), to: elsewhere, at: now, db)
            try Identity.add(
                .init(id: marieke, givenName: "Marieke", familyName: "Kok", role: .poh), to: practice, at: now, db)
            let plan = Measurements.Plan(startedOn: today)
            for patient in [fatma, jan] { try Measurements.agree(on: plan, with: patient, in: practice, db) }
        }
    }

    private static func card(_ id: ID<Patient>, _ given: String, _ family: String) -> Identity.PatientCard {
        Identity.PatientCard(
            id: id, givenName: given, familyName: family, bornOn: Day(number: -3215), sex: .female,
            programmes: "hypertensie", phone: "06 - 00 00 00 00")
    }
}

extension Clinic {
    func puts(
        _ patient: ID<Patient>, onTheListFor reason: Worklist.Reason, _ urgency: Worklist.Urgency,
        _ facts: Worklist.Facts = .init(), at practice: ID<Practice>? = nil
    ) async throws {
        try await store.write { [self] db in
            try Worklist.consider(
                reason, urgency, facts, of: patient, in: practice ?? self.practice, at: occasion, db)
        }
    }

    /// Waits one minute first, so that no two readings are the same one.
    func measures(_ patient: ID<Patient>, _ pressure: BloodPressure, status: Status = .final) async throws {
        wait(.minutes(1))
        try await store.write { [self] db in
            let reading = Reading(
                .bloodPressure(pressure, pulse: nil, rhythm: nil), taken: .amsterdam(now), source: .typed,
                status: status)
            _ = try Measurements.record(reading, of: patient, in: practice, at: occasion, db)
        }
    }

    func asks(_ question: String, _ patient: ID<Patient>) async throws {
        try await store.write { [self] db in
            try Portal.send(
                question, from: .patient, ID(of: patient), about: patient, in: practice,
                at: occasion, db)
        }
    }

    func writes(_ answer: String, to patient: ID<Patient>) async throws {
        try await store.write { [self] db in
            try Portal.send(answer, from: .worker, marieke, about: patient, in: practice, at: occasion, db)
        }
    }

    func explains(_ what: String, because why: String, to patient: ID<Patient>) async throws {
        try await store.write { [self] db in
            try Portal.explain(
                what, because: why, on: today, of: patient, in: practice, by: marieke, at: occasion, db)
        }
    }

    func closes(_ item: Worklist.ItemID, at practice: ID<Practice>? = nil) async throws {
        try await store.write { [self] db in
            try Worklist.close(item, in: practice ?? self.practice, by: marieke, at: now, db)
        }
    }

    func putsOff(_ item: Worklist.ItemID, _ pause: Worklist.Pause) async throws {
        try await store.write { [self] db in try Worklist.putOff(item, pause, in: practice, at: now, db) }
    }

    func reopens(_ item: Worklist.ItemID) async throws {
        try await store.write { [self] db in try Worklist.reopen(item, in: practice, db) }
    }

    func open(at practice: ID<Practice>? = nil) async throws -> [Worklist.Item] {
        try await store.read { [self] db in try Worklist.open(in: practice ?? self.practice, at: now, db) }
    }

    func onlyLine() async throws -> Worklist.Item {
        let open = try await open()
        #expect(open.count == 1)
        return try #require(open.first)
    }

    func counts() async throws -> [Worklist.Tab: Int] {
        let morning = Amsterdam.instant(today, hour: 0)
        return try await store.read { [self] db in try Worklist.counts(in: practice, at: now, since: morning, db) }
    }

    func dossier(_ patient: ID<Patient>) async throws -> Worklist.Dossier {
        let (practice, today) = (practice, today)
        let found = try await store.read { try Worklist.dossier(of: patient, in: practice, on: today, $0) }
        return try #require(found)
    }
}
