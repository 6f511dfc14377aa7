import Clinical
import Credentials
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import TestAuthenticators
import Testing

/// Making a passkey, and coming in with it.
@Suite struct PasskeyTests {
    @Test func `a patient makes a passkey, and comes in without typing anything`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            var phone = try await site.makesPasskey("fatma")
            try await site.sees("Nog niet gebruikt", at: "/account")
            try await site.leaves()
            clinic.wait(.hours(20))
            #expect(try await site.open("/today").status == .seeOther)
            let answer = try await site.entersWithPasskey(&phone)
            #expect(answer.status == .seeOther && answer.headers[.location] == "/today")
            #expect(try await site.open("/today").status == .ok)
            #expect(try await site.open("/copy").status == .ok, "it was proven just now")
            try await site.sees("Het laatst gebruikt: ", at: "/account")
        }
        let proven = try await clinic.count(
            "SELECT count(*) FROM identity_session WHERE proof = 'passkey' AND ended_at IS NULL")
        #expect(proven == 1)
        #expect(try await clinic.count("SELECT count(*) FROM identity_challenge") == 0, "each was answered")
        for (action, object) in [("added", "passkey"), ("signed-in", "session")] {
            let lines = try await clinic.count(
                "SELECT count(*) FROM audit_line WHERE action = \(action) AND object = \(object) AND actor = 'patient'")
            #expect(lines >= 1, "\(action) \(object)")
        }
    }

    @Test func `each time another token, and the old one opens nothing`() async throws {
        try await Clinic().visit { site in
            try await site.signIn("fatma")
            let first = try #require(site.sessionCookie)
            var phone = try await site.makesPasskey("fatma")
            let second = try #require(site.sessionCookie)
            try await site.entersWithPasskey(&phone)
            let third = try #require(site.sessionCookie)
            #expect(Set([first, second, third]).count == 3)
            for old in [first, second] {
                #expect(try await site.opens("/today", with: old).status == .seeOther)
            }
            #expect(try await site.open("/today").status == .ok)
        }
    }

    @Test func `who works here makes one as the first second factor, and is let in`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await clinic.passwordAlone()
            #expect(try await site.open("/worklist").headers[.location] == "/sign-in/again?to=/worklist")
            #expect(try await site.open("/sign-in/again").headers[.location] == "/sign-in/app")
            try await site.sees("Of een passkey", at: "/sign-in/app")
            let question = try await site.question(at: "/account/passkeys")
            let device = try site.making(Phone(), question)
            let answer = try await site.sends(try device.madeFields(), to: "/account/passkeys")
            #expect(answer.status == .seeOther && answer.headers[.location] == "/")
            #expect(try await site.open("/worklist").status == .ok)
            try await site.doesNotSee("Of een passkey", at: "/sign-in/app")
        }
    }

    @Test func `one more step is done with a passkey, and goes on where somebody wanted to be`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            var phone = try await site.makesPasskey("marieke")
            for (to, way) in [("/patients", "/patients"), ("https://elsewhere.example", "/"), ("//patients", "/")] {
                try await site.signIn("marieke")
                try await clinic.passwordAlone()
                #expect(try await site.open("/worklist").status == .seeOther)
                let before = site.sessionCookie
                let page = try await site.open("/sign-in/again").text
                #expect(page.contains("Gebruik uw passkey") && !page.contains("Code uit uw app"))
                let question = try await site.question(at: "/sign-in/again/passkey")
                #expect(question.allowCredentials?.map(\.id) == [Base64URL.text(phone.id)])
                let device = try site.signingIn(phone, question)
                phone.counter = device.counter
                let fields = try device.answerFields().merging(["to": to]) { $1 }
                let answer = try await site.sends(fields, to: "/sign-in/again/passkey")
                #expect(answer.headers[.location] == way)
                #expect(site.sessionCookie != before)
                #expect(try await site.open("/worklist").status == .ok)
            }
        }
    }

    @Test func `making and taking away ask for a fresh proof, with all that somebody has`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/account")
            clinic.wait(.minutes(11))
            let stale = try await site.press("/account/passkeys/challenge")
            #expect(stale.headers[.location] == "/sign-in/again")
            #expect(try await site.press("/account/passkeys").headers[.location] == "/sign-in/again")
            #expect(try await site.open("/sign-in/app").headers[.location]?.hasPrefix("/sign-in/again") == true)
            try await site.open("/sign-in/again")
            site.keepsCookies(of: try await site.press("/sign-in/again", "password=\(Clinic.password)"))
            let phone = try await site.makesPasskey("fatma")
            // The password alone is not all that she has any more.
            try await site.signIn("fatma")
            #expect(try await site.open("/account").headers[.location] == "/sign-in/again?to=/account")
            try await site.open("/sign-in/again")
            for path in ["/account/passkeys/challenge", "/account/passkeys", "/account/passkeys/\(phone.number)/end"] {
                #expect(try await site.press(path).headers[.location] == "/sign-in/again", "\(path)")
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_passkey") == 1)
    }

    @Test func `who has nothing but a password, and long ago, gives it once more and goes on to make more`()
        async throws
    {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await clinic.passwordAlone()
            clinic.wait(.minutes(11))
            try await site.sees("Typ uw wachtwoord nog een keer", at: "/sign-in/again")
            site.keepsCookies(of: try await site.press("/sign-in/again", "password=\(Clinic.password)"))
            #expect(try await site.open("/worklist").status == .seeOther, "a password is not enough here")
            #expect(try await site.open("/sign-in/again").headers[.location] == "/sign-in/app")
            #expect(try await site.open("/sign-in/app").status == .ok)
        }
    }

    @Test func `a passkey that is taken away opens nothing, and every other session is over`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            var phone = try await site.makesPasskey("fatma")
            let lost = try #require(site.sessionCookie)
            site.forgets()
            try await site.entersWithPasskey(&phone)
            try await site.open("/account")
            let answer = try await site.press("/account/passkeys/\(phone.number)/end")
            #expect(answer.status == .seeOther)
            #expect(try await site.open("/account").status == .ok, "here somebody stays")
            #expect(try await site.opens("/today", with: lost).status == .seeOther)
            #expect(try await site.press("/account/passkeys/\(phone.number)/end").status == .notFound)
            try await site.leaves()
            #expect(try await site.entersWithPasskey(&phone).status == .unprocessableContent)
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'changed' AND object = 'passkey'")
        #expect(lines == 1)
    }

    @Test func `the passkey of somebody else is not there to be taken away`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let phone = try await site.makesPasskey("fatma")
            _ = try await site.makesPasskey("jan", Phone(id: [UInt8](repeating: 3, count: 16)))
            try await site.open("/account")
            #expect(try await site.press("/account/passkeys/\(phone.number)/end").status == .notFound)
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_passkey") == 2)
    }

    @Test func `nobody has more than ten, and a device that has one is told`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            _ = try await site.makesPasskey("fatma")
            for number in 1..<10 {
                _ = try await site.addsPasskey(Phone(id: [UInt8](repeating: UInt8(number), count: 16)))
            }
            try await site.sees("U hebt genoeg passkeys", at: "/account")
            let question = try await site.question(at: "/account/passkeys")
            #expect(question.excludeCredentials?.count == 10)
            let device = try site.making(Phone(), question)
            let answer = try await site.sends(try device.madeFields(), to: "/account/passkeys")
            #expect(answer.status == .unprocessableContent)
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_passkey") == 10)
    }

    @Test func `the site has the name that its administrator says, whatever a request says`() async throws {
        try await Clinic().visit { site in
            try await site.signIn("fatma")
            try await site.open("/account")
            #expect(try await site.question(at: "/account/passkeys").rp?.id == "hartlijn.example")
            var headers = HTTPFields()
            headers[try #require(HTTPField.Name("X-Forwarded-Host"))] = "elsewhere.example"
            let answer = try await site.send(.post, "/passkey/challenge", "", headers: headers)
            #expect(answer.text.contains(#""rpId":"hartlijn.example""#))
            #expect(answer.text.contains(#""allowCredentials":[]"#))
            #expect(!answer.text.contains("elsewhere"))
        }
    }

    @Test func `a site without a name has no passkeys, and everything else works`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit(at: nil) { site in
            try await site.doesNotSee("passkey", at: "/")
            for path in ["/passkey/challenge", "/passkey"] {
                #expect(try await site.send(.post, path, "").status == .notFound)
            }
            try await site.signIn("fatma")
            try await site.doesNotSee("data-behaviour=\"passkey\"", at: "/account")
            for path in [
                "/account/passkeys/challenge", "/account/passkeys", "/sign-in/again/passkey/challenge",
                "/sign-in/again/passkey",
            ] {
                #expect(try await site.press(path).status == .notFound, "\(path)")
            }
            #expect(try await site.open("/today").status == .ok)
        }
    }

    @Test(arguments: [
        ("hartlijn.example.org", true), ("localhost", true), ("xn--hartln-8ua.example", true), ("a.b", true),
        ("", false), ("https://hartlijn.example", false), ("hartlijn.example/", false), ("hartlijn.example:443", false),
        ("Hartlijn.example", false), ("127.0.0.1", false), ("::1", false), (".example", false), ("a..b", false),
        ("-a.example", false), ("a-.example", false), ("hart lijn.example", false), ("hartlĳn.example", false),
        (String(repeating: "a", count: 64) + ".example", false),
    ])
    func `a name is a name`(name: String, isOne: Bool) {
        #expect((SiteHost(named: name) != nil) == isOne)
    }

    @Test func `old questions are forgotten`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in _ = try await site.question(at: "/passkey") }
        for (pause, left) in [(Duration.seconds(299), 1), (.seconds(1), 0)] {
            clinic.wait(pause)
            try await clinic.store.write { [now = clinic.now] in try Identity.forgetOldChallenges(at: now, $0) }
            #expect(try await clinic.count("SELECT count(*) FROM identity_challenge") == left)
        }
    }
}

extension Clinic {
    /// As if nobody who is signed in had shown more than a password.
    func passwordAlone() async throws {
        try await store.write { try $0.run("UPDATE identity_session SET proof = 'password'") }
    }
}
