import Audit
import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Measurements
import Storage
import Stories
import Testing

@testable import Hartlijn
@testable import Programme
@testable import Rights

@Suite struct RightsTests {
    @Test(arguments: [
        ("2026-11-25", 1, "2026-12-25"), ("2026-12-31", 1, "2027-01-31"), ("2027-01-31", 1, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"), ("2026-10-15", 3, "2027-01-15"),
    ])
    func `a month is a month of the calendar`(asked: String, months: Int, due: String) throws {
        #expect(Rights.due(months, after: try #require(Day(asked))) == Day(due))
    }

    @Test func `a patient asks, the practice answers, and the patient reads why`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.sees("/rights", at: "/more")
            try await site.open("/rights/ask?kind=correction")
            #expect(try await site.press("/rights", "kind=correction").status == .unprocessableContent)
            try await site.ask("correction", "Mijn+naam+is+anders")
            try await site.sees("Vraag 1: Iets klopt niet", at: "/rights")
            try await site.sees("Mijn naam is anders", at: "/rights")
            try await site.sees("uiterlijk 25 december", at: "/rights")
            try await site.signIn("marieke")
            try await site.sees("Verzoek 1", at: "/requests")
            let request = try await site.firstRequest()
            #expect(
                try await site.press("/requests/\(request)/answer", "answer=granted&reason=").status
                    == .unprocessableContent)
            #expect(
                try await site.press("/requests/\(request)/answer", "answer=refused&reason=Uw+naam+klopt+zo.").status
                    == .seeOther)
            #expect(
                try await site.press("/requests/\(request)/answer", "answer=granted&reason=Toch").status == .conflict,
                "there is one answer")
            try await site.signIn("fatma")
            try await site.sees("De praktijk zegt nee.", at: "/rights")
            try await site.sees("Uw naam klopt zo.", at: "/rights")
            try await site.sees("Autoriteit Persoonsgegevens", at: "/rights")
            try await site.sees("U heeft antwoord op vraag 1.", at: "/messages")
            try await site.sees("Keek naar uw vraag, of werkte eraan.", at: "/watching")
        }
    }

    @Test func `a form that is sent twice asks once, and each has the next number`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/rights/ask?kind=objection")
            for _ in 0..<2 { #expect(try await site.press("/rights", "kind=objection").status == .seeOther) }
            #expect(try await clinic.count("SELECT count(*) FROM rights_request") == 1)
            try await site.ask("restriction")
            #expect(try await clinic.count("SELECT max(number) FROM rights_request") == 2)
            for _ in 0..<9 {
                try await site.open("/rights/ask?kind=objection"); try await site.press("/rights", "kind=objection")
            }
            #expect(try await clinic.count("SELECT count(*) FROM rights_request") == Rights.mostWaiting)
            let now = clinic.now
            try await clinic.store.write { try $0.run("UPDATE rights_request SET withdrawn_at = \(now)") }
            try await site.open("/rights/ask?kind=objection")
            let again = try await site.press("/rights", "kind=objection")
            #expect(
                again.status == .unprocessableContent && again.text.contains("vandaag al veel"), "taken back counts")
            try await site.signIn("marieke")
            try await site.doesNotSee("Yıldız", at: "/requests")
        }
    }

    @Test func `the answer may take longer once, when the patient is told in time`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.ask("erasure")
            try await site.signIn("ada")
            let request = try await site.firstRequest()
            #expect(
                try await site.press("/requests/\(request)/longer", "longer=Wij+zoeken+het+uit.").status == .seeOther)
            #expect(try await site.press("/requests/\(request)/longer", "longer=Nog+eens").status == .conflict)
            try await site.signIn("fatma")
            try await site.sees("Dit duurt langer, tot 25 februari", at: "/rights")
            try await site.sees("Wij zoeken het uit.", at: "/rights")
            try await site.ask("objection")
            clinic.wait(.days(32))
            try await site.signIn("ada")
            try await site.sees("Te laat", at: "/requests")
        }
        #expect(
            try await clinic.count("SELECT count(*) FROM rights_request WHERE due_on = '2027-02-25'") == 1)
    }

    @Test func `what is taken back or stopped is over`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.ask("objection")
            let own = try await clinic.request(.objection)
            try await site.open("/rights")
            #expect(try await site.press("/rights/\(own)/end").status == .seeOther)
            #expect(try await site.press("/rights/\(own)/end").status == .conflict)
            try await site.sees("U nam deze vraag terug.", at: "/rights")
            try await site.ask("restriction")
            let held = try await clinic.request(.restriction)
            try await site.signIn("ada")
            try await site.open("/requests/\(held)")
            try await site.press("/requests/\(held)/answer", "answer=granted&reason=Goed.")
            #expect(try await site.press("/requests/\(held)/end", "end=").status == .unprocessableContent)
            #expect(try await site.press("/requests/\(held)/end", "end=Het+is+uitgezocht.").status == .seeOther)
            try await site.signIn("fatma")
            try await site.sees("Dit geldt niet meer.", at: "/rights")
            try await site.sees("Het is uitgezocht.", at: "/rights")
            try await site.signIn("jan")
            try await site.open("/rights/ask?kind=erasure")
            #expect(try await site.press("/rights/\(held)/end").status == .notFound, "it is somebody else's")
        }
    }

    @Test func `restricted data is for the patient and the practice, and for nobody else`() async throws {
        let clinic = try await Clinic()
        let hospital = try await clinic.careGroup()
        let (fatma, practice, now) = (clinic.fatma, clinic.practice, clinic.now)
        let proxy: ID<Audit.Proxy> = clinic.clock.occasion.newID()
        try await clinic.store.write { db in
            try Helping.share(
                as: ID(high: 8, low: 1), of: fatma, in: practice, with: hospital, from: now, until: now + .days(99), db)
            try Helping.add(
                .init(
                    givenName: "Elif", familyName: "Kaya", bornOn: Day(number: 0), categories: [.readings], months: 3),
                as: proxy, for: fatma, in: practice, from: now, until: now + .days(99), db)
        }
        try await SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4)).setPassword(
            Clinic.password, for: "elif", of: .proxy(proxy), role: .proxy, in: practice, at: now)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.measures(128, 82)
            try await site.ask("restriction", "Ik+betwist+een+meting")
            let request = try await clinic.request(.restriction)
            func outsiders(_ status: HTTPResponse.Status, _ proxy: HTTPResponse.Status) async throws {
                try await site.signIn("ilse")
                #expect(try await site.open("/patients/\(fatma)").status == status)
                let shared = try await site.open("/shared").text
                #expect(shared.contains("Yıldız") == (status == .ok))
                try await site.signIn("elif")
                #expect(try await site.open("/graph").status == proxy)
            }
            try await outsiders(.ok, .ok)
            try await site.signIn("marieke")
            try await site.doesNotSee("Beperkt sinds", at: "/patients/\(fatma)")
            try await site.open("/requests/\(request)")
            try await site.press("/requests/\(request)/answer", "answer=granted&reason=Goed.")
            try await site.sees("Beperkt sinds", at: "/patients/\(fatma)")
            try await outsiders(.notFound, .seeOther)
            try await site.signIn("fatma")
            #expect(try await site.open("/graph").status == .ok)
            try await site.open("/rights")
            #expect(try await site.press("/rights/\(request)/end").status == .seeOther)
            try await outsiders(.ok, .ok)
        }
    }

    @Test(arguments: [Rights.Kind.objection, .restriction])
    func `whoever objects is in no number of the programme`(kind: Rights.Kind) async throws {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        let group = ID<Practice>(high: 1, low: 3)
        let practice = clinic.practice
        try await clinic.store.write {
            try $0.run("UPDATE measurements_summary SET standing = 'above' WHERE practice_id = \(practice)")
        }
        @Sendable func reach() async throws -> [Int] {
            let today = clinic.clock.occasion.today
            let all = try await clinic.store.read { try Programme.reach(of: group, on: today, $0) }
            let own = try #require(all.first { $0.practice.id == practice })
            return [own.agreed, own.measuring, own.onTarget, own.above]
        }
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.measures(150, 95)
            let before = try await reach()
            #expect(before[0] == 1 && before[1] == 1)
            try await site.ask(kind.rawValue)
            #expect(try await reach() == before, "asking alone changes nothing")
            let request = try await clinic.request(kind)
            try await site.signIn("marieke")
            try await site.open("/requests/\(request)")
            try await site.press("/requests/\(request)/answer", "answer=granted&reason=Goed.")
            #expect(try await reach() == [0, 0, 0, 0])
            try await site.signIn("fatma")
            try await site.open("/rights")
            try await site.press("/rights/\(request)/end")
            #expect(try await reach() == before)
        }
    }

    @Test func `a GP with a second factor of just now carries the erasure out, and the proof stays`() async throws {
        let clinic = try await Clinic()
        let ayla = try await clinic.wholePatient()
        let request = try await clinic.request(.erasure)
        try await clinic.visit { site in
            try await site.signIn("ada")
            #expect(try await site.open("/requests/\(request)/erasure").status == .conflict, "nothing is granted yet")
            try await site.open("/requests/\(request)")
            try await site.press("/requests/\(request)/answer", "answer=granted&reason=Wij+wissen+alles.")
            try await site.sees("hartlijn patient forget \(ayla)", at: "/requests/\(request)")
            try await site.signIn("marieke")
            #expect(try await site.open("/requests/\(request)/erasure").status == .notFound, "a POH does not")
            try await site.signIn("ada")
            clinic.wait(.minutes(11))
            try await site.open("/requests")
            #expect(
                try await site.open("/requests/\(request)/erasure").headers[.location]?.hasPrefix("/sign-in/again")
                    == true)
            try await site.signIn("ada")
            try await site.open("/requests/\(request)/erasure")
            #expect(
                try await site.press("/requests/\(request)/erasure", "sure=99").status == .unprocessableContent)
            #expect(try await clinic.count("SELECT count(*) FROM identity_patient WHERE id = \(ayla)") == 1)
            #expect(try await site.press("/requests/\(request)/erasure", "sure=1").status == .seeOther)
            let list = try await site.open("/requests?erased=1").text
            #expect(list.contains("Verzoek 1"))
            #expect(list.contains("metingen: 1,"))
            #expect(!list.contains(Clinic.mark))
            #expect(try await site.open("/requests/\(request)").status == .notFound)
            try await site.signIn("fatma")
            try await site.ask("objection")
        }
        #expect(try await clinic.tablesAbout(ayla) == ["audit_line"])
        #expect(try await clinic.count("SELECT count(*) FROM rights_erasure WHERE number = 1 AND key <> ''") == 1)
        #expect(try await clinic.count("SELECT number FROM rights_request") == 2, "a number is used once")
    }

    @Test func `the officer sees how many and never whose`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.ask("correction", "Een+geheim+woord")
            clinic.wait(.days(40))
            try await site.signIn("paula")
            let page = try await site.open("/access/requests").text
            #expect(
                page.contains("<th scope=\"row\">De Linde</th><td class=\"num\">1</td><td class=\"num\"><b>1</b></td>"))
            #expect(!page.contains("geheim"))
            #expect(!page.contains("Yıldız"))
        }
    }
}

extension Visit {
    /// Fills in the page of one question.
    func ask(_ kind: String, _ words: String = "") async throws {
        try await open("/rights/ask?kind=\(kind)")
        let answer = try await press("/rights", "kind=\(kind)&words=\(words)")
        #expect(answer.headers[.location] == "/rights?asked=1")
    }

    /// The number of the first request on the desk.
    func firstRequest() async throws -> String {
        let html = try await open("/requests").text
        let start = try #require(html.range(of: "href=\"/requests/"))
        let request = String(html[start.upperBound...].prefix { $0 != "\"" })
        try await open("/requests/\(request)")
        return request
    }
}

extension Clinic {
    /// The only request of this kind.
    func request(_ kind: Rights.Kind) async throws -> ID<Rights.RequestMark> {
        let found = try await store.ask {
            try $0.row("SELECT id FROM rights_request WHERE kind = \(kind)") {
                try $0.id(0, of: Rights.RequestMark.self)
            }
        }
        return try #require(found)
    }
}
