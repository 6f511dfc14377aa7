import Clinical
import Crypto
import Foundation
import HTTPTypes
import Identity
import Measurements
import Storage
import Synchronization
import Testing
import WebPush

@testable import Hartlijn
@testable import Outbox

/// What waits is carried, whatever the other house does, and whatever happens to us meanwhile.
@Suite struct DeliveryTests {
    private static let number = "+31600000000"

    @Test func `a message on a phone is signed, and has the same number at each try`() async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number)
        try await PostHouse().open { house in
            try await Postroom.line { line in
                let node = room.node([.phone: room.gateway("\(house.address)/messages", line)])
                house.answers(.internalServerError, .tooManyRequests, .ok)
                for _ in 0..<3 {
                    try await node.once()
                    room.clinic.wait(.minutes(2))
                }
            }
            #expect(try await room.states() == [.sent: 1])
            #expect(house.all.count == 3)
            #expect(Set(house.all.map { $0.header("Idempotency-Key") }).count == 1)
            for one in house.all {
                let body = String(decoding: one.body, as: UTF8.self)
                let id = try #require(one.header("Idempotency-Key"))
                #expect(
                    body == """
                        {"id":"\(id)","to":"\(Self.number)","text":"U hebt een nieuwe taak in Hartlijn. \
                        https://hartlijn.example","until":"2026-11-25T10:00:00+01:00"}
                        """)
                let parts = try #require(
                    one.header("Hartlijn-Signature")?.wholeMatch(of: #/t=(\d+),v1=([0-9a-f]{64})/#))
                let seal = HMAC<SHA256>.authenticationCode(
                    for: Array("\(parts.1).\(body)".utf8),
                    using: SymmetricKey(data: Array("a secret of a test".utf8)))
                #expect(seal.map { String(format: "%02x", $0) }.joined() == parts.2)
            }
        }
    }

    private static func measures(_ room: Postroom, at taken: String, status: Status = .final) async throws {
        let (practice, fatma) = (room.clinic.practice, room.clinic.fatma)
        var text = Substring(taken)
        let moment = try #require(WallClock(readingFrom: &text)).inAmsterdam
        let reading = Reading(
            .bloodPressure(.mmHg(128, over: 80), pulse: nil, rhythm: nil), taken: moment, source: .typed, status: status
        )
        let occasion = room.clinic.clock.occasion
        try await room.store.write {
            _ = try Measurements.record(reading, of: fatma, in: practice, at: occasion, $0)
        }
    }

    @Test func `who measured meanwhile is not reminded any more, also when the first try failed`() async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number)
        try await PostHouse().open { house in
            try await Postroom.line { line in
                let node = room.node([.phone: room.gateway("\(house.address)/messages", line)])
                house.answers(.internalServerError, .ok)
                try await node.once()
                #expect(try await room.states() == [.waiting: 1])
                room.clinic.wait(.minutes(2))
                try await Self.measures(room, at: "2026-11-25T08:01")
                try await node.once()
            }
            #expect(try await room.states() == [.withdrawn: 1])
            #expect(house.all.count == 1)
            #expect(
                try await room.clinic.count("SELECT count(*) FROM outbox_item WHERE withdrawn_why = 'measured'") == 1)
        }
    }

    @Test(arguments: [
        ("2026-11-25T07:10", Status.final, Outbox.State.withdrawn), ("2026-11-25T07:10", .unconfirmed, .withdrawn),
        ("2026-11-25T07:10", .enteredInError, .sent), ("2026-11-24T20:00", .final, .sent),
    ])
    func `only a reading of this part of the day takes the reminder away`(
        _ taken: String, _ status: Status, _ state: Outbox.State
    ) async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number)
        try await Self.measures(room, at: taken, status: status)
        try await PostHouse().open { house in
            try await Postroom.line { line in
                house.answers(.ok)
                try await room.node([.phone: room.gateway("\(house.address)/messages", line)]).once()
            }
            #expect(try await room.states() == [state: 1])
        }
    }

    @Test func `a code is sent, whatever was measured`() async throws {
        let room = try await Postroom()
        try await Self.measures(room, at: "2026-11-25T07:10")
        let (practice, fatma, safe) = (room.clinic.practice, room.clinic.fatma, room.safe)
        let occasion = room.clinic.clock.occasion
        let owner = Outbox.Owner(patient: fatma, in: practice, by: fatma, language: .nl)
        try await room.store.write { db in
            _ = try Outbox.ask(Self.number, on: .phone, of: owner, code: "123456", safe, at: occasion, db)
        }
        let node = ID<Practice>(high: 9, low: 9)
        let parcels = try await room.store.write {
            try Outbox.take(in: practice, by: node, at: occasion.now, safe, $0)
        }
        #expect(parcels.map(\.kind) == [.code])
    }

    @Test func `a message for a browser is read by that browser, and comes from us`() async throws {
        let room = try await Postroom()
        try await PostHouse().open { house in
            let (endpoint, key, auth) = house.subscription
            try await room.puts(.push, "\(endpoint) \(key) \(auth)")
            try await Postroom.line { try await room.node([.push: room.push($0)]).once() }
            #expect(try await room.states() == [.sent: 1])
            let one = try #require(house.all.first)
            #expect(try house.read(one.body) == "U hebt een nieuwe taak in Hartlijn.")
            let (signer, claims) = try PostHouse.claims(try #require(one.header("Authorization")))
            #expect(signer == Postroom.pushKey.publicKey)
            #expect(claims.contains(#""aud":"\#(house.address)""#))
            #expect(claims.contains(#""sub":"https://hartlijn.example""#))
            #expect(one.header("TTL") == "7200")
            #expect(one.header("Urgency") == "high")
            #expect(one.header("Content-Encoding") == "aes128gcm")
            #expect(one.header("Topic")?.wholeMatch(of: #/[0-9a-f]{32}/#) != nil)
        }
    }

    @Test(arguments: [404, 410])
    func `a browser that is gone is forgotten`(_ status: Int) async throws {
        let room = try await Postroom()
        try await PostHouse().open { house in
            let (endpoint, key, auth) = house.subscription
            try await room.puts(.push, "\(endpoint) \(key) \(auth)")
            house.answers(.init(code: status))
            try await Postroom.line { try await room.node([.push: room.push($0)]).once() }
            #expect(try await room.states() == [.withdrawn: 1])
            #expect(try await room.clinic.count("SELECT count(*) FROM outbox_way") == 0)
        }
    }

    @Test func `who is not there yet is asked again, with longer pauses, and not without end`() async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number, until: .days(2))
        try await Postroom.line { line in
            let node = room.node([.phone: room.gateway("http://127.0.0.1:1/messages", line)])
            for _ in 0..<Outbox.Patience.most {
                #expect(try await room.troubles().isEmpty)
                try await node.once()
                try await node.once()
                room.clinic.wait(.minutes(16))
            }
        }
        #expect(try await room.troubles() == [.tooManyTries])
        #expect(
            (1...12).map { Outbox.Patience.pause(after: $0) }.prefix(6)
                == [.seconds(30), .minutes(1), .minutes(2), .minutes(4), .minutes(8), .minutes(15)])
    }

    @Test func `who hangs up after hearing us may have it, so a person decides`() async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number)
        let house = try await HouseThatHangsUp()
        try await Postroom.line { line in
            let node = room.node([.phone: room.gateway("\(house.address)/messages", line)])
            try await node.once()
            #expect(try await room.troubles() == [.noAnswer])
            room.clinic.wait(.minutes(20))
            #expect(try await node.once() == 0, "it is not tried by itself")
        }
        try await house.close()
    }

    @Test func `who is slow may have it too, and after a retry it has the same number`() async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number)
        try await PostHouse().open { house in
            house.becomesSlow()
            try await Postroom.line(patience: .milliseconds(150)) { line in
                try await room.node([.phone: room.gateway("\(house.address)/messages", line)]).once()
            }
        }
        #expect(try await room.troubles() == [.noAnswer])
        let (practice, now) = (room.clinic.practice, room.clinic.now)
        let item = try #require(try await room.store.read { try Outbox.quarantined(in: practice, $0).first })
        #expect(try await room.store.write { try Outbox.retry(item.id, in: practice, at: now, $0) } == 1)
        try await PostHouse().open { house in
            try await Postroom.line { line in
                try await room.node([.phone: room.gateway("\(house.address)/messages", line)]).once()
            }
            #expect(house.all.first?.header("Idempotency-Key") == item.id.description)
        }
        #expect(try await room.states() == [.sent: 1])
    }

    @Test(arguments: [301, 400, 401, 404, 422])
    func `what is refused is not sent again by itself`(_ status: Int) async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number)
        try await PostHouse().open { house in
            house.answers(.init(code: status))
            try await Postroom.line { line in
                let node = room.node([.phone: room.gateway("\(house.address)/messages", line)])
                try await node.once()
                room.clinic.wait(.minutes(20))
                try await node.once()
            }
            #expect(house.all.count == 1)
        }
        #expect(try await room.troubles() == [.refused])
    }

    @Test func `a node that is killed between sending and writing it down loses nothing`() async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number)
        try await PostHouse().open { house in
            try await Postroom.line { line in
                let gateway = room.gateway("\(house.address)/messages", line)
                let (killed, other) = (room.node([.phone: gateway]), room.node([.phone: gateway]))
                let parcels = try await killed.take(in: room.clinic.practice)
                for parcel in parcels { _ = await gateway.carry(parcel, at: room.clinic.now) }
                // Here it ends. Nobody else takes the row until its time is over.
                #expect(try await other.once() == 0)
                room.clinic.wait(Outbox.Patience.lease)
                #expect(try await other.once() == 1)
            }
            #expect(house.all.count == 2, "at least once")
            #expect(Set(house.all.map { $0.header("Idempotency-Key") }).count == 1, "under one number")
        }
        #expect(try await room.states() == [.sent: 1])
    }

    @Test func `eight nodes at once carry each thing once`() async throws {
        let room = try await Postroom()
        let carried = Mutex<[ID<Outbox.ItemMark>]>([])
        let carrier = Outbox.Carrier { parcel, _ in
            carried.withLock { $0.append(parcel.id) }
            return .sent
        }
        for _ in 0..<60 { try await room.puts(.phone, Self.number) }
        let nodes = (0..<8).map { _ in room.node([.phone: carrier]) }
        let sent = try await withThrowingTaskGroup(of: Int.self) { group in
            for node in nodes { group.addTask { try await node.once() } }
            return try await group.reduce(0, +)
        }
        #expect(sent == 60)
        #expect(carried.withLock { $0.count } == 60)
        #expect(carried.withLock { Set($0).count } == 60)
    }

    @Test func `what is too late does not leave`() async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number, until: .minutes(10))
        room.clinic.wait(.minutes(10))
        let node = room.node([.phone: Outbox.Carrier { _, _ in .sent }])
        #expect(try await node.once() == 0)
        #expect(try await room.states() == [.withdrawn: 1])
    }

    @Test func `without a carrier it waits`() async throws {
        let room = try await Postroom()
        try await room.puts(.phone, Self.number)
        #expect(try await room.node([:]).once() == 0)
        #expect(try await room.states() == [.waiting: 1])
    }

    @Test func `what left is forgotten after a season, what waits for a person is not`() async throws {
        let room = try await Postroom()
        for outcome in [Outbox.Outcome.sent, .quarantine(.refused)] {
            try await room.puts(.phone, Self.number)
            try await room.node([.phone: Outbox.Carrier { _, _ in outcome }]).once()
        }
        let practice = room.clinic.practice
        for (days, states) in [
            (89, [Outbox.State.sent: 1, .quarantined: 1]), (2, [.quarantined: 1]),
        ] {
            room.clinic.wait(.days(days))
            let now = room.clinic.now
            try await room.store.write { try Outbox.forgetOld(madeBefore: now - .days(90), in: practice, $0) }
            #expect(try await room.states() == states)
        }
    }

    @Test func `addresses are sealed in the database`() async throws {
        let room = try await Postroom()
        try await room.puts(.mail, "iemand.bijzonder@voorbeeld.example")
        let rows = try await room.store.read { try $0.rows("SELECT sealed FROM outbox_way") { try $0.bytes(0) } }
        #expect(rows.count == 1)
        for row in rows { #expect(!String(decoding: row, as: UTF8.self).contains("voorbeeld")) }
    }
}
