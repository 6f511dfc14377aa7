import Audit
import Clinical
import Credentials
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing

@testable import Hartlijn

/// Coming in: the second step, codes on paper, letters, other browsers, and who leaves.
@Suite struct WayInTests {
    private static let secret = (1...20).map { UInt8($0) }

    private static func code(_ clinic: Clinic, later steps: Int64 = 0) throws -> String {
        TOTP.code(of: try TOTP.Secret(secret), in: TOTP.step(at: clinic.now.milliseconds) + steps)
    }

    /// Somebody at the practice with an app, after the first step.
    private static func withApp(_ clinic: Clinic, _ site: Visit) async throws {
        try await SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
            .setApp(try TOTP.Secret(secret), for: "marieke", at: clinic.now)
        try await site.signIn("marieke", proving: .not)
    }

    @Test func `who works here comes nowhere with a password alone`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await Self.withApp(clinic, site)
            let answer = try await site.open("/worklist")
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/sign-in/again?to=/worklist")
            #expect(try await site.open("/account").headers[.location] == "/sign-in/again?to=/account")
            try await site.sees("Code uit uw app", at: "/sign-in/again?to=/worklist")
        }
    }

    @Test func `the digits open the door once, and lead on to where somebody was going`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await Self.withApp(clinic, site)
            try await site.open("/sign-in/again?to=/patients")
            let code = try Self.code(clinic)
            let answer = try await site.press("/sign-in/again", "code=\(code)&to=/patients")
            #expect(answer.headers[.location] == "/patients")
            #expect(try await site.open("/worklist").status == .ok)
            try await site.signIn("marieke", proving: .not)
            try await site.open("/sign-in/again")
            #expect(try await site.press("/sign-in/again", "code=\(code)").status == .unprocessableContent)
            let next = try Self.code(clinic, later: 1)
            #expect(try await site.press("/sign-in/again", "code=\(next)").status == .seeOther)
        }
    }

    @Test func `somebody is led to no other site, and to no page that is not there`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await Self.withApp(clinic, site)
            for (step, way) in [
                "//evil.example/worklist", "https://evil.example", "/nothing-here", "//today", "///worklist",
                "/%5Ctoday", "/%2Ftoday",
            ].enumerated() {
                try await site.open("/sign-in/again?to=\(way)")
                clinic.wait(.seconds(90))
                let code = try Self.code(clinic)
                let answer = try await site.press("/sign-in/again", "code=\(code)&to=\(way)")
                #expect(answer.headers[.location] == "/", "\(step) \(way)")
            }
        }
    }

    @Test func `after five wrong codes nobody goes on for a quarter of an hour`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await Self.withApp(clinic, site)
            try await site.open("/sign-in/again")
            for _ in 0..<5 {
                #expect(try await site.press("/sign-in/again", "code=000000").status == .unprocessableContent)
            }
            let right = try Self.code(clinic)
            #expect(try await site.press("/sign-in/again", "code=\(right)").status == .tooManyRequests)
            for hostile in ["", "code=", "code=1", "code=%F0%9F%98%80", "password=x"] {
                #expect(try await site.press("/sign-in/again", hostile).status == .tooManyRequests, "\(hostile)")
            }
        }
        let refused = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'refused' AND object = 'second factor'")
        #expect(refused == 5)
    }

    @Test func `an app is put on with its first digits, and ten codes on paper come with it, each good once`()
        async throws
    {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke", proving: .not)
            #expect(try await site.open("/sign-in/again").headers[.location] == "/sign-in/app")
            let html = try await site.open("/sign-in/app").text
            #expect(html.contains("<svg class=\"qr\""))
            let shown = try #require(html.firstMatch(of: #/<code class="secret">([^<]+)</#)).1.filter { $0 != " " }
            let secret = try TOTP.Secret(text: String(shown))
            let wrong = try await site.press("/sign-in/app", "code=123456")
            #expect(wrong.status == .unprocessableContent)
            let code = TOTP.code(of: secret, in: TOTP.step(at: clinic.now.milliseconds))
            let done = try await site.press("/sign-in/app", "code=\(code)")
            let paper = done.text.matches(of: #/<code>([0-9A-Z-]{19})</#).map { String($0.1) }
            #expect(paper.count == 10)
            #expect(try await site.open("/worklist").status == .ok)

            for (code, expected) in [(paper[3], HTTPResponse.Status.seeOther), (paper[3], .unprocessableContent)] {
                try await site.signIn("marieke", proving: .not)
                try await site.open("/sign-in/again")
                #expect(try await site.press("/sign-in/again", "code=\(code.lowercased())").status == expected)
            }
            // A password alone never puts another app in the place of this one.
            #expect(try await site.open("/sign-in/app").status == .seeOther)
            #expect(try await site.press("/sign-in/app", "code=123456").status == .seeOther)
        }
    }

    @Test func `another token comes with the second step, and the old one opens nothing`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await Self.withApp(clinic, site)
            let before = site.cookies
            try await site.open("/sign-in/again")
            try await site.press("/sign-in/again", "code=\(try Self.code(clinic))")
            #expect(site.cookies != before)
            site.take(before)
            #expect(try await site.open("/worklist").headers[.location] == "/")
        }
    }

    @Test func `somebody signs out elsewhere, and changes a password when they know the old one`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { phone in
            try await phone.signIn("fatma")
            try await clinic.visit { desk in
                try await desk.signIn("fatma")
                let html = try await desk.open("/account").text
                let numbers = html.matches(of: #/\/account\/sessions\/([0-9a-f]{16})\/end/#).map { String($0.1) }
                #expect(numbers.count == 1, "the browser of now has no button")
                try await desk.press("/account/sessions/\(numbers[0])/end")
                #expect(try await phone.open("/today").status == .seeOther)
                #expect(try await desk.open("/today").status == .ok)
                #expect(try await desk.press("/account/sessions/0000000000000000/end").status == .notFound)

                try await desk.open("/account")
                let new = "vier-woorden-van-iemand-anders"
                let wrong = try await desk.press("/account/password", "old=x&new=\(new)")
                #expect(wrong.status == .unprocessableContent)
                let short = try await desk.press("/account/password", "old=\(Clinic.password)&new=kort")
                #expect(short.status == .unprocessableContent)
                let done = try await desk.press("/account/password", "old=\(Clinic.password)&new=\(new)")
                #expect(done.headers[.location] == "/")
                #expect(try await desk.open("/today").status == .seeOther)
                #expect(try await desk.signIn("fatma") == .unprocessableContent)
                #expect(try await desk.signIn("fatma", password: new) == .seeOther)
            }
        }
    }

    @Test func `no account is open in more than five browsers`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { first in
            try await first.signIn("fatma")
            for _ in 0..<5 {
                clinic.wait(.seconds(1))
                try await clinic.visit { try await $0.signIn("fatma") }
            }
            #expect(try await first.open("/today").status == .seeOther)
        }
    }

    @Test func `a patient comes in with a letter, once, with the right birthday and in time`() async throws {
        let clinic = try await Clinic()
        let ayla = try await clinic.newPatient("Ayla", "Demir")
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(ayla)/letter")
            let letter = try await site.press("/patients/\(ayla)/letter").text
            let code = String(try #require(letter.firstMatch(of: #/big-code num">([0-9A-Z-]{9})</#)).1)
            try await site.press("/sign-out")

            let birthday = "born-day=14&born-month=3&born-year=1961"
            for wrong in [
                "code=\(code)&born-day=15&born-month=3&born-year=1961", "code=AAAA-AAAA&\(birthday)", "", "code=x",
            ] {
                let answer = try await site.send(.post, "/activate", wrong)
                #expect(answer.status == .unprocessableContent)
                #expect(!answer.text.contains("Ayla"))
            }
            let typed = code.lowercased().replacing("-", with: "%20")
            let welcome = try await site.send(.post, "/activate", "code=\(typed)&\(birthday)")
            #expect(welcome.text.contains("Welkom, Ayla"))
            let account = "code=\(code)&\(birthday)&name=ayla&password=een-lange-zin-van-mij"
            let taken = try await site.send(
                .post, "/activate/account", account.replacing("name=ayla", with: "name=fatma"))
            #expect(taken.text.contains("Kies een andere naam"))
            let answer = try await site.send(.post, "/activate/account", account)
            #expect(answer.headers[.location] == "/today")
            #expect(try await site.signIn("ayla", password: "een-lange-zin-van-mij") == .seeOther)
            #expect(try await site.open("/today").text.contains("Ayla"))
            let again = try await site.send(.post, "/activate", "code=\(code)&\(birthday)")
            #expect(again.status == .unprocessableContent, "a letter is good once")
        }
    }

    @Test func `five wrong birthdays spend a letter, and an old letter is worth nothing`() async throws {
        let clinic = try await Clinic()
        let ayla = try await clinic.newPatient("Ayla", "Demir")
        try await clinic.visit { site in
            for spoil in [true, false] {
                try await site.signIn("marieke")
                try await site.open("/patients/\(ayla)/letter")
                let letter = try await site.press("/patients/\(ayla)/letter").text
                let code = String(try #require(letter.firstMatch(of: #/big-code num">([0-9A-Z-]{9})</#)).1)
                if spoil {
                    for day in 1...5 {
                        _ = try await site.send(
                            .post, "/activate", "code=\(code)&born-day=\(day)&born-month=1&born-year=1950")
                    }
                } else {
                    clinic.wait(.days(14))
                }
                let answer = try await site.send(
                    .post, "/activate", "code=\(code)&born-day=14&born-month=3&born-year=1961")
                #expect(answer.status == .unprocessableContent, "\(spoil)")
            }
        }
    }

    @Test func `a letter lets somebody come back who lost everything, and closes what was open`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { old in
            try await old.signIn("fatma")
            try await clinic.visit { site in
                try await site.signIn("marieke")
                try await site.open("/patients/\(clinic.fatma)/letter")
                let letter = try await site.press("/patients/\(clinic.fatma)/letter").text
                let code = String(try #require(letter.firstMatch(of: #/big-code num">([0-9A-Z-]{9})</#)).1)
                let form = "code=\(code)&born-day=14&born-month=3&born-year=1961"
                let page = try await site.send(.post, "/activate", form).text
                #expect(page.contains("U meldt zich aan als"))
                let done = try await site.send(
                    .post, "/activate/account", "\(form)&name=iemand-anders&password=een-andere-lange-zin")
                #expect(done.headers[.location] == "/today")
                #expect(try await old.open("/today").status == .seeOther)
                #expect(try await site.signIn("fatma", password: "een-andere-lange-zin") == .seeOther)
            }
        }
    }
}
