import Clinical
import Credentials
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing

@testable import Hartlijn

/// Who lost something: a password, an app, or both; and what somebody looked at before it was taken away.
@Suite struct LostFactorTests {
    private static let secret = (1...20).map { UInt8($0) }
    private static let new = "een-andere-lange-zin"

    private static func code(_ clinic: Clinic) throws -> String {
        TOTP.code(of: try TOTP.Secret(secret), in: TOTP.step(at: clinic.now.milliseconds))
    }

    /// Fatma has an app, and comes back with a letter.
    private static func comeBack(_ clinic: Clinic, _ site: Visit, lost: String) async throws {
        try await SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
            .setApp(try TOTP.Secret(secret), for: "fatma", at: clinic.now)
        try await site.signIn("marieke")
        try await site.open("/patients/\(clinic.fatma)/letter")
        let letter = try await site.press("/patients/\(clinic.fatma)/letter", "lost=\(lost)").text
        let code = String(try #require(letter.firstMatch(of: #/big-code num">([0-9A-Z-]{9})</#)).1)
        let form = "code=\(code)&born-day=14&born-month=3&born-year=1961"
        let done = try await site.send(.post, "/activate/account", "\(form)&password=\(new)")
        #expect(done.headers[.location] == "/today")
        site.keepsCookies(of: done)
    }

    @Test func `a patient with an app is asked for it at the door`() async throws {
        let clinic = try await Clinic()
        try await SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
            .setApp(try TOTP.Secret(Self.secret), for: "fatma", at: clinic.now)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for path in ["/today", "/graph", "/messages", "/account"] {
                #expect(try await site.open(path).headers[.location] == "/sign-in/again?to=\(path)")
            }
            try await site.open("/sign-in/again?to=/today")
            let code = try Self.code(clinic)
            #expect(try await site.press("/sign-in/again", "code=\(code)").status == .seeOther)
            #expect(try await site.open("/today").status == .ok)
        }
    }

    @Test func `a letter gives another password, and the app is asked for as before`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await Self.comeBack(clinic, site, lost: "no")
            #expect(try await site.open("/today").headers[.location] == "/sign-in/again?to=/today")
            try await site.open("/sign-in/again?to=/today")
            let code = try Self.code(clinic)
            let done = try await site.press("/sign-in/again", "code=\(code)&to=/today")
            #expect(done.headers[.location] == "/today")
        }
    }

    @Test func `who lost the app as well comes back once the practice saw who they are, and that is written down`()
        async throws
    {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await Self.comeBack(clinic, site, lost: "passport")
            #expect(try await site.open("/today").status == .ok)
            try await site.open("/patients/\(clinic.fatma)/letter")
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/letter")
            let strange = try await site.press("/patients/\(clinic.fatma)/letter", "lost=library+card")
            #expect(strange.status == .forbidden)
        }
        let fatma = clinic.fatma
        for object in ["letter, passport seen", "second factor, passport seen"] {
            let lines = try await clinic.count(
                "SELECT count(*) FROM audit_line WHERE object = \(object) AND patient_id = \(fatma)")
            #expect(lines == 1, "\(object)")
        }
    }

    @Test func `an administrator takes an app away only after looking at who it is, and that is written down`()
        async throws
    {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        try await SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
            .setApp(try TOTP.Secret(Self.secret), for: "marieke", at: clinic.now)
        try await clinic.visit { site in
            try await site.signIn("otto")
            try await site.open("/people")
            let path = "/people/\(clinic.marieke)/factors"
            for nothing in ["", "seen=", "seen=library+card"] {
                #expect(try await site.press(path, nothing).status == .unprocessableContent, "\(nothing)")
            }
            #expect(try await clinic.count("SELECT count(*) FROM identity_app WHERE sign_in = 'marieke'") == 1)
            #expect(try await site.press(path, "seen=identity+card").status == .seeOther)
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_app WHERE sign_in = 'marieke'") == 0)
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE object = 'second factor, identity card seen'")
        #expect(lines == 1)
    }

    @Test func `looking at the page of an app changes nothing, and shows the same picture again`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let first = try await site.open("/sign-in/app").text.firstMatch(of: #/<code class="secret">[^<]+</#)?.0
            let again = try await site.open("/sign-in/app").text.firstMatch(of: #/<code class="secret">[^<]+</#)?.0
            #expect(first != nil && first == again)
            #expect(try await clinic.count("SELECT count(*) FROM identity_app") == 0)
            try await site.press("/sign-out")
            try await site.signIn("fatma")
            let other = try await site.open("/sign-in/app").text.firstMatch(of: #/<code class="secret">[^<]+</#)?.0
            #expect(other != first, "another session has another secret")
        }
    }

    @Test func `a first app asks for the password again when it was a while ago`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            clinic.wait(.minutes(11))
            #expect(try await site.open("/sign-in/app").headers[.location] == "/sign-in/again?to=/sign-in/app")
        }
    }

    @Test func `another app ends every other session`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { other in
            try await other.signIn("fatma")
            try await clinic.visit { site in
                try await site.signIn("fatma")
                let html = try await site.open("/sign-in/app").text
                let shown = try #require(html.firstMatch(of: #/<code class="secret">([^<]+)</#)).1.filter { $0 != " " }
                let secret = try TOTP.Secret(text: String(shown))
                let code = TOTP.code(of: secret, in: TOTP.step(at: clinic.now.milliseconds))
                #expect(try await site.press("/sign-in/app", "code=\(code)").status == .ok)
                #expect(try await site.open("/today").status == .ok)
            }
            #expect(try await other.open("/today").headers[.location] == "/")
        }
    }

    @Test func `a session elsewhere is ended by who proved just now who they are`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { phone in
            try await phone.signIn("fatma")
            try await clinic.visit { desk in
                try await desk.signIn("fatma")
                clinic.wait(.minutes(11))
                let html = try await desk.open("/account").text
                let path = String(try #require(html.firstMatch(of: #/"(\/account\/sessions\/[0-9a-f]{16}\/end)"/#)).1)
                #expect(try await desk.press(path).headers[.location] == "/sign-in/again?to=/account")
                #expect(try await phone.open("/today").status == .ok)
                try await desk.open("/sign-in/again?to=/account")
                let proven = try await desk.press("/sign-in/again", "password=\(Clinic.password)&to=/account")
                #expect(proven.headers[.location] == "/account")
                try await desk.open("/account")
                #expect(try await desk.press(path).status == .seeOther)
                #expect(try await phone.open("/today").status == .seeOther)
            }
        }
    }

    @Test func `an administrator ends the sessions of one account, or of everybody`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        try await clinic.visit { fatma in
            try await fatma.signIn("fatma")
            try await clinic.visit { marieke in
                try await marieke.signIn("marieke")
                #expect(try await signIn.signOut("Fatma", at: clinic.clock.occasion) == 1)
                #expect(try await fatma.open("/today").status == .seeOther)
                #expect(try await marieke.open("/worklist").status == .ok)
                #expect(try await signIn.signOut("nobody", at: clinic.clock.occasion) == 0)
                try await fatma.signIn("fatma")
                #expect(try await signIn.signOut(nil, at: clinic.clock.occasion) == 2)
                #expect(try await fatma.open("/today").status == .seeOther)
                #expect(try await marieke.open("/worklist").status == .seeOther)
            }
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'signed-out' AND actor = 'hartlijn'")
        #expect(lines == 3)
    }
}
