import Clinical
import Identity
import Storage
import Synchronization
import TestStores
import Testing

@testable import Devices
@testable import Hartlijn

/// A practice with some kits and patients, and another one beside it.
final class Shelf: Sendable {
    private let home: TestStore
    var store: Store { home.store }
    let practice = ID<Practice>(high: 1, low: 1)
    let elsewhere = ID<Practice>(high: 1, low: 2)
    let fatma = ID<Patient>(high: 2, low: 1)
    let jan = ID<Patient>(high: 2, low: 2)
    let marieke = ID<Worker>(high: 3, low: 1)
    private let chance = Mutex<UInt64>(11)
    private let now = Instant(milliseconds: 1_795_000_000_000)

    init() async throws {
        home = try await TestStore(Schema.migrations)
        let (now, here, elsewhere, fatma, jan) = (now, practice, elsewhere, fatma, jan)
        try await store.write { db in
            for practice in [here, elsewhere] {
                try Identity.add(.init(id: practice, name: "P", phone: "0413 - 00 00 00", replyDays: 2), db)
            }
            for patient in [fatma, jan] {
                try Identity.add(
                    .init(
                        id: patient, givenName: "Fatma", familyName: "Yıldız", bornOn: Day(number: -3215), sex: .female,
                        programmes: "HVZ", phone: "06 - 00 00 00 00"), to: here, at: now, db)
            }
        }
    }

    var occasion: Occasion {
        Occasion(now: now) {
            self.chance.withLock {
                $0 &+= 0x9E37_79B9_7F4A_7C15
                return ($0 ^ ($0 >> 30)) &* 0xBF58_476D_1CE4_E5B9
            }
        }
    }

    /// A kit on the shelf.
    func kit(
        _ parts: [Devices.Part] = [.meter], model: String = "Voorbeeld M1", serial: String = "",
        purpose: Devices.Purpose = .lending
    ) async throws -> KitNumber {
        let (occasion, practice) = (occasion, practice)
        let id: ID<Devices.KitMark> = occasion.newID()
        let number = KitNumber(from: id)
        let devices = parts.map { Devices.Device($0, model: model, serial: serial) }
        let added = try await store.write {
            try Devices.add(
                .init(number, kind: "bp-box", purpose: purpose, devices: devices), as: id, by: nil, in: practice,
                at: occasion, $0)
        }
        #expect(added == id)
        return number
    }

    func lend(
        _ number: KitNumber, to patient: ID<Patient>, _ step: Devices.Step = .lend
    ) async throws {
        let (occasion, practice, marieke) = (occasion, practice, marieke)
        let lending = Devices.Lending(to: patient, as: occasion.newID(), until: occasion.today.adding(30))
        try await store.write { db in
            let kit = try #require(try Devices.kit(number, in: practice, db))
            try Devices.lend(
                kit, lending, .init(step, as: occasion.newID(), by: marieke), in: practice, at: occasion, db)
        }
    }

    @discardableResult
    func take(_ step: Devices.Step, _ number: KitNumber) async throws -> Devices.State {
        let (occasion, practice, marieke) = (occasion, practice, marieke)
        return try await store.write { db in
            let kit = try #require(try Devices.kit(number, in: practice, db))
            return try Devices.take(
                .init(step, as: occasion.newID(), by: marieke), with: kit, in: practice, at: occasion, db)
        }
    }

    func state(_ number: KitNumber) async throws -> Devices.State? {
        let practice = practice
        return try await store.read { try Devices.kit(number, in: practice, $0)?.state }
    }

    func loans(of patient: ID<Patient>) async throws -> [Devices.OwnLoan] {
        let practice = practice
        return try await store.read { try Devices.loans(of: patient, in: practice, $0) }
    }

    func count(_ sql: SQL) async throws -> Int {
        try #require(try await store.read { try $0.row(sql) { try $0.int(0) } })
    }
}
