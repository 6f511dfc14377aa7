import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Logging
import Measurements
import Storage
import Stories
import Testing

@testable import Hartlijn
@testable import Outbox

/// A patient turns reminders on, and what they then get.
@Suite struct ReminderTests {
    private static let address = "fatma%40voorbeeld.example"

    /// What was sent, by a carrier that keeps it.
    private static func code(_ room: Postroom) async throws -> String {
        let practice = room.clinic.practice
        let found = try await room.store.read {
            try $0.row("SELECT code FROM outbox_way WHERE practice_id = \(practice) AND code IS NOT NULL") {
                try $0.text(0)
            }
        }
        return try #require(found)
    }

    private static func turnsOn(_ site: Visit, _ room: Postroom) async throws {
        try await site.signIn("fatma")
        try await site.open("/reminders")
        #expect(try await site.press("/reminders/way", "way=mail").headers[.location] == "/reminders/mail")
        try await site.open("/reminders/mail")
        let asked = try await site.press("/reminders/address", "way=mail&address=\(address)")
        #expect(asked.headers[.location] == "/reminders/code")
        try await site.sees("f…@voorbeeld.example", at: "/reminders/code")
        let code = try await code(room)
        #expect(try await site.press("/reminders/code", "code=\(code)").headers[.location] == "/reminders")
    }

    @Test func `an address is used once its owner typed the code that was sent to it`() async throws {
        let room = try await Postroom()
        try await room.clinic.visit { site in
            try await Self.turnsOn(site, room)
            try await site.sees("Herinneringen staan aan", at: "/reminders")
            try await site.sees("om 8.00 en 20.00 uur", at: "/reminders")
            try await site.sees("tussen 22.00 en 7.00 uur", at: "/reminders")
            try await site.sees("f…@voorbeeld.example", at: "/reminders")
            #expect(try await room.clinic.count("SELECT count(*) FROM outbox_item WHERE kind = 'code'") == 1)
            #expect(try await room.clinic.count("SELECT count(*) FROM outbox_way WHERE code IS NULL") == 1)
        }
    }

    @Test func `a wrong code is told, five times, and an old one is over`() async throws {
        let room = try await Postroom()
        try await room.clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/reminders/mail")
            try await site.press("/reminders/address", "way=mail&address=\(Self.address)")
            let code = try await Self.code(room)
            let wrong = code == "000000" ? "000001" : "000000"
            try await site.open("/reminders/code")
            for _ in 0..<5 {
                let answer = try await site.press("/reminders/code", "code=\(wrong)")
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("Deze code klopt niet"))
            }
            #expect(try await site.press("/reminders/code", "code=\(code)").text.contains("niet meer geldig"))
            try await site.press("/reminders/address", "way=mail&address=\(Self.address)")
            let next = try await Self.code(room)
            room.clinic.wait(.minutes(29))
            try await site.open("/reminders/code")
            room.clinic.wait(.minutes(1))
            #expect(try await site.press("/reminders/code", "code=\(next)").text.contains("niet meer geldig"))
        }
        #expect(try await room.clinic.count("SELECT count(*) FROM outbox_reminder WHERE channel IS NOT NULL") == 0)
    }

    @Test func `nobody can use us to bother a stranger`() async throws {
        let room = try await Postroom()
        try await room.clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/reminders/phone")
            for _ in 0..<3 {
                #expect(
                    try await site.press("/reminders/address", "way=phone&address=0600000000").status == .seeOther)
            }
            let fourth = try await site.press("/reminders/address", "way=phone&address=0600000000")
            #expect(fourth.status == .unprocessableContent)
            #expect(fourth.text.contains("Probeer het over een uur"))
        }
        #expect(try await room.clinic.count("SELECT count(*) FROM outbox_item") == 3)
    }

    @Test(arguments: ["way=mail&address=geen", "way=mail&address=a%40b.example%0ABcc:x%40y.example"])
    func `what is no address comes back`(_ form: String) async throws {
        let room = try await Postroom()
        try await room.clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/reminders/mail")
            let answer = try await site.press("/reminders/address", form)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Dit is geen mailadres"))
        }
        #expect(try await room.clinic.count("SELECT count(*) FROM outbox_item") == 0)
    }

    @Test func `this device subscribes by the form that its behaviour fills`() async throws {
        let room = try await Postroom()
        try await PostHouse().open { house in
            try await room.clinic.visit { site in
                try await site.signIn("fatma")
                try await site.open("/reminders")
                let (endpoint, key, auth) = house.subscription
                let fields = "endpoint=\(endpoint)&key=\(key)&auth=\(auth)"
                #expect(try await site.press("/reminders/push", fields).headers[.location] == "/reminders")
                try await site.press("/reminders/push", fields)
                #expect(try await room.clinic.count("SELECT count(*) FROM outbox_way") == 1, "the same device once")
                let other = try await site.press(
                    "/reminders/push", "endpoint=https://10.0.0.1/a&key=\(key)&auth=\(auth)")
                #expect(other.status == .unprocessableContent)
                for number in 0..<6 {
                    try await site.press(
                        "/reminders/push", "endpoint=https://push.example/\(number)&key=\(key)&auth=\(auth)")
                }
                #expect(try await room.clinic.count("SELECT count(*) FROM outbox_way") == Outbox.mostBrowsers)
            }
        }
    }

    @Test func `times, quiet hours and a pause are theirs`() async throws {
        let room = try await Postroom()
        try await room.clinic.visit { site in
            try await Self.turnsOn(site, room)
            try await site.open("/reminders/times")
            try await site.press("/reminders/times", "moments=own&morning=09:15&evening=&from=21&until=8")
            try await site.sees("om 9.15 uur", at: "/reminders")
            try await site.sees("tussen 21.00 en 8.00 uur", at: "/reminders")
            for (form, words) in [
                ("moments=own&morning=07:59&from=21&until=8", "wilt u niets horen"),
                ("moments=own&morning=25:00&from=21&until=8", "Kies tijden als"),
                ("moments=own&from=21&until=8", "Kies tijden als"),
                ("moments=480+1200&from=8&until=8", "Kies twee verschillende tijden"),
            ] {
                let answer = try await site.press("/reminders/times", form)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains(words), "\(form)")
            }
            try await site.press("/reminders/pause", "until=2026-12-03")
            try await site.sees("tot 3 december", at: "/reminders")
            for day in ["2026-11-25", "2027-06-01", "gisteren"] {
                #expect(try await site.press("/reminders/pause", "until=\(day)").status == .unprocessableContent)
            }
            try await site.press("/reminders/pause", "end=yes")
            try await site.doesNotSee("tot 3 december", at: "/reminders")
        }
    }

    @Test func `off is off: nothing waits, and the address is forgotten`() async throws {
        let room = try await Postroom()
        try await room.clinic.visit { site in
            try await Self.turnsOn(site, room)
            try await room.puts(.mail, "fatma@voorbeeld.example")
            try await site.open("/reminders")
            try await site.press("/reminders/end")
            try await site.sees("Hoe wilt u het weten?", at: "/reminders")
        }
        #expect(try await room.states()[.waiting] == nil)
        #expect(try await room.clinic.count("SELECT count(*) FROM outbox_way") == 0)
    }

    @Test func `a site that carries nothing offers nothing`() async throws {
        let room = try await Postroom()
        try await room.clinic.visit(offer: .none) { site in
            try await site.signIn("fatma")
            try await site.sees("stuurt nog geen herinneringen", at: "/reminders")
            #expect(try await site.open("/reminders/mail").headers[.location] == "/reminders")
            try await site.open("/reminders/times")
            #expect(try await site.press("/reminders/way", "way=mail").status == .unprocessableContent)
        }
        try await room.clinic.visit(safe: nil) { site in
            try await site.signIn("fatma")
            try await site.sees("stuurt nog geen herinneringen", at: "/reminders")
        }
    }

    @Test func `a measuring week is reminded of at each moment, until it is measured`() async throws {
        let room = try await Postroom(at: "2026-11-25T07:00")
        let (clinic, story) = (room.clinic, ReminderIsDue(store: room.store))
        let (fatma, practice, today) = (clinic.fatma, clinic.practice, clinic.clock.occasion.today)
        try await clinic.store.write { db in
            try Measurements.ask(
                for: .init(id: ID(high: 9, low: 1), measuring: .sevenDays, startsOn: today), of: fatma, in: practice,
                db)
        }
        try await room.turnsOn(.mail, "fatma@voorbeeld.example", for: fatma)
        #expect(try await story.tell(in: practice, at: clinic.clock.occasion) == 0, "before eight")
        clinic.wait(.minutes(65))
        #expect(try await story.tell(in: practice, at: clinic.clock.occasion) == 1)
        #expect(try await story.tell(in: practice, at: clinic.clock.occasion) == 0, "once for a moment")
        clinic.wait(.hours(12) - .minutes(10))
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.measures(128, 82)
        }
        clinic.wait(.minutes(10))
        #expect(try await story.tell(in: practice, at: clinic.clock.occasion) == 0, "measured a moment ago")
        #expect(
            try await clinic.count(
                "SELECT count(*) FROM audit_line WHERE object = 'reminder to send' AND actor = 'hartlijn'") == 1)
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.sees("aan, laatste 25 november", at: "/patients/\(fatma)")
        }
    }

    @Test func `a day that was missed is said without blame`() async throws {
        let room = try await Postroom(at: "2026-11-25T09:00")
        let (fatma, practice, today) = (room.clinic.fatma, room.clinic.practice, room.clinic.clock.occasion.today)
        try await room.clinic.visit { site in
            try await site.signIn("fatma")
            try await site.doesNotSee("Dat geeft niet", at: "/reminders")
        }
        try await room.store.write { db in
            try Measurements.ask(
                for: .init(id: ID(high: 9, low: 1), measuring: .sevenDays, startsOn: today.adding(-1)), of: fatma,
                in: practice, db)
        }
        try await room.clinic.visit { site in
            try await site.signIn("fatma")
            try await site.sees("Dat geeft niet", at: "/reminders")
        }
    }

    @Test func `the rounds remind by themselves`() async throws {
        let room = try await Postroom(at: "2026-11-25T07:00")
        let (fatma, practice, today) = (room.clinic.fatma, room.clinic.practice, room.clinic.clock.occasion.today)
        try await room.store.write { db in
            try Measurements.ask(
                for: .init(id: ID(high: 9, low: 1), measuring: .sevenDays, startsOn: today), of: fatma, in: practice,
                db)
        }
        try await room.turnsOn(.mail, "fatma@voorbeeld.example", for: fatma)
        room.clinic.wait(.minutes(61))
        let rounds = Rounds(
            store: room.store, clock: room.clinic.clock, logger: .init(label: "test"), isPrepared: { true })
        try await rounds.once()
        #expect(try await room.states() == [.waiting: 1])
    }
}
