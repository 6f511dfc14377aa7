import Clinical
import Foundation
import Identity
import Logging
import Storage
import TestStores
import Testing
import WebPush

@testable import Hartlijn
@testable import Outbox

/// A clinic in which patients have addresses, and the nodes that carry.
struct Postroom: Sendable {
    let clinic: Clinic
    let safe: Safe
    static let pushKey = PushKey()

    init(at start: String = "2026-11-25T08:00") async throws {
        clinic = try await Clinic(at: start)
        safe = try #require(Safe.test)
    }

    var store: Store { clinic.store }

    /// Reminders by this channel, to an address that was confirmed.
    func turnsOn(
        _ channel: Outbox.Channel, _ address: String, for patient: ID<Patient>, wishes: ReminderWishes = .init()
    ) async throws {
        let (safe, occasion, practice) = (safe, clinic.clock.occasion, clinic.practice)
        let owner = Outbox.Owner(patient: patient, in: practice, by: patient, language: .nl)
        try await store.write { db in
            if channel == .push {
                try Outbox.keep(subscription: address, of: owner, safe, at: occasion, db)
            } else if try Outbox.ways(of: patient, in: practice, nil, db).isEmpty {
                _ = try Outbox.ask(address, on: channel, of: owner, code: "123456", safe, at: occasion, db)
                #expect(
                    try Outbox.confirm("123456", of: patient, in: practice, at: occasion.now, db) == .right(channel))
                try Outbox.withdrawAll(of: patient, in: practice, because: "test", at: occasion.now, db)
            }
            try Outbox.keep(wishes, by: channel, of: owner, at: occasion.now, db)
        }
    }

    /// One thing that waits.
    func puts(_ channel: Outbox.Channel, _ address: String, until: Duration = .hours(2)) async throws {
        try await turnsOn(channel, address, for: clinic.fatma)
        let (occasion, practice, fatma) = (clinic.clock.occasion, clinic.practice, clinic.fatma)
        try await store.write { db in
            let way = try #require(
                try Outbox.ways(of: fatma, in: practice, nil, db).first { $0.channel == channel })
            try Outbox.put(
                Outbox.Letter(
                    kind: .reminder, channel: channel, way: way.id, due: occasion.now, until: occasion.now + until),
                for: fatma, in: practice, at: occasion, db)
        }
    }

    func node(_ carriers: [Outbox.Channel: Outbox.Carrier]) -> Deliveries {
        Deliveries(
            store: store, clock: clinic.clock, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            carriers: carriers, safe: safe)
    }

    static var wording: Outbox.Wording { Outbox.Wording(site: SiteHost(named: "hartlijn.example") ?? .unknown) }

    func gateway(_ address: String, _ line: OutsideLine) -> Outbox.Carrier {
        Outbox.PhoneGateway(
            at: address, secret: Array("a secret of a test".utf8), wording: Self.wording, outgoing: line.outgoing
        ).carrier
    }

    func push(_ line: OutsideLine) -> Outbox.Carrier {
        Outbox.BrowserPush(
            with: Self.pushKey, to: PushHosts([], loopback: .alsoWithoutTLS), wording: Self.wording,
            outgoing: line.outgoing
        ).carrier
    }

    /// How many of fatma's reminders are in each state.
    func states() async throws -> [Outbox.State: Int] {
        let practice = clinic.practice
        return try await store.read { db in
            try Outbox.counts(in: practice, db).filter { $0.kind == .reminder }
                .reduce(into: [:]) { $0[$1.state, default: 0] += $1.items }
        }
    }

    func troubles() async throws -> [Outbox.Trouble] {
        let practice = clinic.practice
        return try await store.read { try Outbox.quarantined(in: practice, $0).map(\.why) }
    }

    /// With a line to the outside that is closed at the end.
    static func line(
        patience: Duration = .seconds(20), _ work: (OutsideLine) async throws -> Void
    ) async throws {
        let line = OutsideLine(patience: patience)
        do { try await work(line) } catch {
            await line.close()
            throw error
        }
        await line.close()
    }
}
