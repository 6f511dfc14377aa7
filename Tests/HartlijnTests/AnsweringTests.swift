import Audit
import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Measurements
import Portal
import Storage
import Stories
import Testing
import Worklist

/// When there is an answer, and what to do when the practice is closed.
@Suite struct AnsweringTests {
    /// Monday to Friday from eight to five.
    private static let weekdays = (1...5).map { "&from-\($0)=08:00&until-\($0)=17:00" }.joined()
    private static let good =
        "reply-days=2&phone=0413+-+00+00+01&night-phone=0413+-+00+00+02&night-text=Bel+eerst.\(weekdays)"

    private static func keeps(_ clinic: Clinic, _ fields: String = good) async throws {
        try await clinic.visit { site in
            try await site.signIn("ada")
            try await site.open("/practice/answering")
            #expect(try await site.press("/practice/answering", fields).status == .seeOther)
        }
    }

    @Test func `a GP sets it, and the patient reads it at night`() async throws {
        let clinic = try await Clinic(at: "2026-11-26T21:00")
        try await Self.keeps(clinic)
        #expect(
            try await clinic.count("SELECT count(*) FROM audit_line WHERE object = 'answering times'") == 1)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for path in ["/today", "/messages"] {
                let page = try await site.open(path).text
                #expect(page.contains("De praktijk is nu dicht. De praktijk gaat morgen om 8.00 uur open."), "\(path)")
                #expect(page.contains("<a class=\"num\" href=\"tel:0413000002\">0413 - 00 00 02</a>"), "\(path)")
                #expect(page.contains("Bel eerst."), "\(path)")
                #expect(page.contains("Is er levensgevaar? Bel 112."), "\(path)")
                #expect(page.contains("Wij kijken niet dag en nacht mee."), "\(path)")
            }
            // Thursday evening counts as Friday; then Monday and Tuesday.
            let asked = try await site.press("/messages", "question=Mag+ik+koffie%3F")
            let promise = "De praktijk antwoordt uiterlijk dinsdag 1 december."
            try await site.sees("Uw vraag is verstuurd. \(promise)", at: try #require(asked.headers[.location]))
            try await site.sees(promise, at: "/today")
            clinic.wait(.days(6))
            try await site.signIn("fatma")
            try await site.sees("Het antwoord duurt langer. Bel gerust de praktijk.", at: "/today")
        }
        try await PracticeAnswers(store: clinic.store).tell(
            "Dat mag.", to: clinic.fatma, of: clinic.practice, closing: [.question], by: .worker(clinic.marieke),
            at: clinic.clock.occasion)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.doesNotSee("antwoord duurt langer", at: "/today")
        }
    }

    @Test func `an open practice says nothing of being closed`() async throws {
        let clinic = try await Clinic(at: "2026-11-26T11:00")
        try await Self.keeps(clinic)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.doesNotSee("nu dicht", at: "/today")
            try await site.sees("Wij kijken niet dag en nacht mee.", at: "/today")
        }
    }

    @Test func `who measures something high at night reads whom to phone`() async throws {
        let clinic = try await Clinic(at: "2026-11-28T21:00")
        try await Self.keeps(clinic)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let answer = try await site.measures(174, 95)
            let page = try await site.open(try #require(answer.headers[.location])).text
            #expect(page.contains("De praktijk is nu dicht. De praktijk gaat op maandag om 8.00 uur open."))
            #expect(page.contains("tel:0413000002"))
        }
    }

    @Test(arguments: [
        ("reply-days=0", "Vul een getal in van 1 tot en met 30."), ("phone=", "Vul een telefoonnummer in."),
        ("night-phone=bel+ons", "Vul een telefoonnummer in."),
        ("from-3=17:00&until-3=08:00", "Vul op woensdag twee tijden in, de vroegste eerst."),
        ("from-3=08:00&until-3=", "Vul op woensdag twee tijden in, de vroegste eerst."),
        ("from-3=24:00&until-3=25:00", "Vul op woensdag twee tijden in, de vroegste eerst."),
        (
            "night-text=Als+u+buiten+onze+openingstijden+een+vraag+hebt+dan+belt+u+eerst+met+de+post.",
            "Deze zin is te lang voor veel patiënten"
        ),
        ("night-text=Bel+bij+hypertensie.", "is een moeilijk woord"),
    ])
    func `what cannot be is said, and nothing is kept`(fields: String, words: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("ada")
            try await site.open("/practice/answering")
            // The first of a field is the one that counts.
            let answer = try await site.press("/practice/answering", "\(fields)&\(Self.good)")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains(words))
            #expect(try await clinic.count("SELECT count(*) FROM identity_answering") == 0)
        }
    }

    @Test func `a POH does not set it`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            #expect(try await site.open("/practice/answering").status == .notFound)
            try await site.doesNotSee("/practice/answering", at: "/worklist")
        }
    }
}

/// Only looking changes nothing; reading does, and says so.
@Suite struct SeenTests {
    private static let unread = "SELECT count(*) FROM portal_message WHERE read_at IS NULL" as SQL

    private static func writes(_ clinic: Clinic) async throws {
        try await PracticeAnswers(store: clinic.store).tell(
            "Dag Fatma.", to: clinic.fatma, of: clinic.practice, closing: [], by: .worker(clinic.marieke),
            at: clinic.clock.occasion)
    }

    private static func until(_ page: String) throws -> String {
        let start = try #require(page.range(of: "name=\"until\" value=\""))
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test func `opening the messages does not read them, saying so does`() async throws {
        let clinic = try await Clinic()
        try await Self.writes(clinic)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            #expect(try await site.send(.head, "/messages", nil).status == .ok)
            let page = try await site.open("/messages").text
            #expect(try await clinic.count(Self.unread) == 1)
            #expect(page.contains("Ik heb het gelezen"))
            try await site.press("/messages/read", "until=\(try Self.until(page))")
            #expect(try await clinic.count(Self.unread) == 0)
            try await site.doesNotSee("Ik heb het gelezen", at: "/messages")
        }
    }

    @Test func `a message that came after the page was opened stays unread`() async throws {
        let clinic = try await Clinic()
        try await Self.writes(clinic)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let page = try await site.open("/messages").text
            clinic.wait(.minutes(1))
            try await Self.writes(clinic)
            try await site.press("/messages/read", "until=\(try Self.until(page))")
            #expect(try await clinic.count(Self.unread) == 1)
        }
    }

    @Test func `who asks something has read what stood above it`() async throws {
        let clinic = try await Clinic()
        try await Self.writes(clinic)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let page = try await site.open("/messages").text
            try await site.press("/messages", "question=Dank+u.&until=\(try Self.until(page))")
            let fatma = clinic.fatma
            #expect(
                try await clinic.count(
                    "SELECT count(*) FROM portal_message WHERE sender = 'worker' AND read_at IS NULL") == 0)
            #expect(
                try await clinic.count(
                    "SELECT count(*) FROM audit_line WHERE object = 'messages read' AND patient_id = \(fatma)") == 1)
        }
    }
}
