import Clinical
import Credentials
import Federation
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestIssuers
import Testing

@testable import Hartlijn
@testable import Identity

/// Everything that can be wrong on the way to another house and back: one page for all of it, a line for each, and nobody in.
@Suite(.serialized) struct HostileElsewhereTests {
    /// What somebody opens in which browser, after everything before it went as it goes.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let last: @Sendable (Scene) async throws -> (Browser, String)

        init(_ name: String, _ last: @escaping @Sendable (Scene) async throws -> (Browser, String)) {
            testDescription = name
            self.last = last
        }

        /// The house lies, in its papers or in its answers.
        static func lie(
            _ name: String, _ change: @escaping @Sendable (inout OtherHouse.Lies) -> Void
        ) -> Case {
            Case(name) { scene in
                let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
                scene.digid.lies(change)
                return (scene.browser, back)
            }
        }

        static func paper(_ name: String, _ change: @escaping @Sendable (inout Paper) throws -> Void) -> Case {
            lie(name) { $0.paper = change }
        }

        /// The house lies from the beginning.
        static func lieAtStart(_ name: String, _ change: @escaping @Sendable (inout OtherHouse.Lies) -> Void) -> Case {
            Case(name) { scene in
                scene.digid.lies(change)
                return (scene.browser, "/sign-in/with/digid")
            }
        }

        /// What comes back is not as it left.
        static func way(_ name: String, _ rewrite: @escaping @Sendable (String) throws -> String) -> Case {
            Case(name) { scene in
                let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
                return (scene.browser, try rewrite(back))
            }
        }

        /// Something happens while somebody is away.
        static func meanwhile(_ name: String, _ happen: @escaping @Sendable (Scene) async throws -> Void) -> Case {
            Case(name) { scene in
                let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
                try await happen(scene)
                return (scene.browser, back)
            }
        }
    }

    static let hostile = browsers + ways + papers + houses + rows

    @Test(arguments: hostile) func `it is refused, with one page and one line`(_ wrong: Case) async throws {
        try await Scene.play { scene in
            let page = try await scene.browser.another.open("/sign-in/answer").text
            let (browser, path) = try await wrong.last(scene)
            let (before, lines) = (try await scene.kept(), try await scene.refusals())
            let answer = try await browser.open(path)
            #expect(answer.status == .forbidden)
            #expect(answer.text == page)
            #expect(browser.cookies["__Host-hartlijn"] == nil)
            #expect(try await scene.kept() == before)
            #expect(try await scene.refusals() == lines + 1)
            // Once more is no better: the question was used up.
            #expect(try await browser.open(path).status == .forbidden)
            #expect(try await scene.kept() == before)
        }
    }

    @Test func `the hostile cases are counted`() {
        print("hostile: \(Self.hostile.count) ways to come back from another house, each refused")
        #expect(Self.hostile.count >= 60)
    }

    private static let browsers: [Case] = [
        Case("who was not sent anywhere") { scene in (scene.browser, "/sign-in/answer") },
        Case("a second time") { scene in
            let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
            try await scene.browser.open(back)
            scene.browser.cookies["__Host-hartlijn"] = nil
            return (scene.browser, back)
        },
        Case("a second time, with the cookie put back") { scene in
            let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
            let cookie = scene.browser.cookies
            try await scene.browser.open(back)
            scene.browser.cookies = cookie
            return (scene.browser, back)
        },
        Case("another browser") { scene in
            (scene.browser.another, try scene.digid.shows(Scene.fatma, at: try await scene.leaves()))
        },
        Case("another browser that was sent there itself") { scene in
            let victim = scene.browser.another
            _ = try await scene.leaves(by: victim)
            return (victim, try scene.digid.shows("stranger", at: try await scene.leaves()))
        },
        Case("a cookie that somebody made up") { scene in
            let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
            scene.browser.cookies["__Host-way"] = String(repeating: "ab", count: 32)
            return (scene.browser, back)
        },
        Case("a cookie that is half") { scene in
            let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
            scene.browser.cookies["__Host-way"] = scene.browser.cookies["__Host-way"].map { String($0.dropLast(2)) }
            return (scene.browser, back)
        },
        Case("the code of a stranger with our state") { scene in
            let ours = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
            let theirs = try scene.digid.shows(Scene.fatma, at: try await scene.leaves(by: scene.browser.another))
            let code = try #require(OtherHouse.parameters(of: String(theirs.split(separator: "?")[1]))["code"])
            let own = try #require(OtherHouse.parameters(of: String(ours.split(separator: "?")[1]))["code"])
            return (scene.browser, ours.replacing("code=\(own)", with: "code=\(code)"))
        },
        Case("the answer of one house to the question to another") { scene in
            let address = try await scene.leaves(for: "dezi")
            let atDigid = address.replacing("https://dezi.example", with: "https://login.digid.example")
            return (scene.browser, try scene.digid.shows(Scene.fatma, at: atDigid))
        },
        Case("the answer to the question before the last") { scene in
            let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
            _ = try await scene.leaves()
            return (scene.browser, back)
        },
    ]

    private static let ways: [Case] = [
        .way("another state") { $0.replacing("state=", with: "state=A") },
        .way("no state") { $0.replacing("&state=", with: "&other=") },
        .way("the state twice") { $0 + "&state=x" },
        .way("no code") { $0.replacing("code=", with: "other=") },
        .way("a code that was never given") { $0.replacing("code=", with: "code=9") },
        .way("no") { $0.replacing(/code=[^&]*/, with: "error=access_denied") },
        .way("no, with a story") {
            $0.replacing(/code=[^&]*/, with: "error=server_error&error_description=%3Cscript%3E")
        },
        .way("yes and no") { $0 + "&error=access_denied" },
        .way("another issuer") { $0.replacing(/iss=.*/, with: "iss=https%3A%2F%2Fkwaad.example") },
        .way("no issuer, where it was promised") { $0.replacing(/&iss=.*/, with: "") },
        .way("a token in the address") { $0 + "&id_token=a.b.c" },
        .way("a bad escape") { $0 + "&more=%zz" },
        .way("too long") { $0 + "&more=\(String(repeating: "a", count: 5000))" },
    ]

    private static let papers: [Case] = [
        .paper("another nonce") { $0.claims["nonce"] = .text("n") },
        .paper("no nonce") { $0.claims["nonce"] = nil },
        .paper("another issuer in the paper") { $0.claims["iss"] = .text("https://kwaad.example") },
        .paper("for somebody else") { $0.claims["aud"] = .text("other") },
        .paper("by way of another party") { $0.claims["azp"] = .text("other") },
        .paper("not sure enough") { $0.claims["acr"] = .text(OtherHouse.low) },
        .paper("sure in words we do not know") { $0.claims["acr"] = .text("heel zeker") },
        .paper("not said how sure") { $0.claims["acr"] = nil },
        .paper("not said since when") { $0.claims["auth_time"] = nil },
        .paper("shown too long ago") { $0.claims["auth_time"] = .number("1700000000") },
        .paper("expired") { $0.claims["exp"] = $0.claims["auth_time"] },
        .paper("written tomorrow") { $0.claims["iat"] = .number("1900000000") },
        .paper("no subject") { $0.claims["sub"] = nil },
        .paper("not signed") { $0.become("none", "k1", .nobody) },
        .paper("signed with the secret that we share") {
            $0.become("HS256", "k1", .secret(Array(OtherHouse.secret.utf8)))
        },
        .paper("signed by somebody else") { $0.signer = .otherP256 },
        .paper("signed by somebody else, who brings the key") {
            $0.header["jwk"] = .object(try Signer.otherP256.jwk())
            $0.signer = .otherP256
        },
        .paper("signed with a key that nobody knows") { $0.header["kid"] = .text("k9") },
        .paper("a word that somebody left") { $0.header["typ"] = .text("logout+jwt") },
        .paper("a hash of another access token") { $0.claims["at_hash"] = .text("AAAAAAAAAAAAAAAAAAAAAA") },
    ]

    private static let huge = Outgoing.Answer(
        status: 200, kind: "application/json", body: [UInt8](repeating: 0x20, count: 70_000))

    private static let houses: [Case] = [
        .lieAtStart("the house is away") { $0.discovery = OtherHouse.away },
        .lieAtStart("the house is slow") { $0.discovery = OtherHouse.slow },
        .lieAtStart("a house that talks without end") { $0.discovery = { _ in huge } },
        .lieAtStart("a house that shows a page") {
            $0.discovery = { Outgoing.Answer(status: 200, kind: "text/html", body: $0.body) }
        },
        .lieAtStart("a house that points elsewhere") {
            $0.discovery = { Outgoing.Answer(status: 302, kind: $0.kind, body: $0.body) }
        },
        .lieAtStart("a house that says it is another") {
            $0.discovery = { $0.with("login.digid.example\"", "kwaad.example\"") }
        },
        .lieAtStart("a house without encryption") {
            $0.discovery = { $0.with("https://login.digid.example/token", "http://login.digid.example/token") }
        },
        .lieAtStart("a house that forgot PKCE") { $0.discovery = { $0.with("S256", "plain") } },
        .lieAtStart("a house with a name twice") { $0.discovery = { $0.with("{", #"{"issuer":"x","#) } },
        .lie("no tokens today") { $0.tokens = OtherHouse.away },
        .lie("tokens too late") { $0.tokens = OtherHouse.slow },
        .lie("tokens without end") { $0.tokens = { _ in huge } },
        .lie("a page instead of tokens") {
            $0.tokens = { Outgoing.Answer(status: 200, kind: "text/html", body: $0.body) }
        },
        .lie("tokens and a fault") {
            $0.tokens = { Outgoing.Answer(status: 500, kind: $0.kind, body: $0.body) }
        },
        .lie("tokens from elsewhere") {
            $0.tokens = { Outgoing.Answer(status: 307, kind: $0.kind, body: $0.body) }
        },
        .lie("another kind of token") { $0.tokens = { $0.with("Bearer", "mac") } },
        .lie("no keys today") { $0.keys = OtherHouse.away },
        .lie("keys without end") { $0.keys = { _ in huge } },
        .lie("no key at all") { $0.keys = { _ in OtherHouse.json(.object(["keys": .list([])])) } },
        .lie("keys with a private half") { $0.keys = { $0.with("\"kty\"", "\"d\":\"AA\",\"kty\"") } },
    ]

    private static let rows: [Case] = [
        Case("a house that we do not have") { scene in (scene.browser, "/sign-in/with/nobody") },
        .meanwhile("ten minutes go by") { scene in scene.clinic.wait(.minutes(10)) },
        .meanwhile("the house is turned off") { scene in
            try await scene.clinic.store.write {
                _ = try Identity.turn(provider: "digid", .off, at: scene.clinic.now, $0)
            }
        },
        .meanwhile("another house takes its name") { scene in
            let row = try #require(try await scene.clinic.store.read { try Identity.provider(named: "digid", $0) })
            try await scene.clinic.store.write { db in
                try db.run("UPDATE identity_provider SET issuer = 'https://kwaad.example' WHERE name = \(row.name)")
            }
        },
        .meanwhile("the house must be surer") { scene in
            try await scene.clinic.store.write {
                try $0.run("UPDATE identity_provider SET minimum = \(OtherHouse.high) WHERE name = 'digid'")
            }
        },
        .meanwhile("others can read our secret") { scene in
            try scene.files.keep(OtherHouse.secret, as: "digid", mode: 0o640)
        },
        .meanwhile("our secret is another") { scene in
            try scene.files.keep("een-ander-geheim-van-ons", as: "digid")
        },
        .meanwhile("our secret is gone") { scene in
            try FileManager.default.removeItem(atPath: "\(scene.files.path)/digid")
        },
        .meanwhile("they turn out to work here") { scene in
            try await scene.clinic.store.write { db in
                try Identity.partFromAll("fatma", db)
                _ = try Identity.join(
                    Elsewhere.hash("subject", scene.digid.issuer, Scene.fatma), at: scene.digid.issuer, to: "marieke",
                    at: scene.clinic.now, db)
            }
        },
    ]
}

/// The house is removed while somebody is away: with it went who was joined to it.
@Suite struct RemovedHouseTests {
    @Test func `nobody comes back from a house that was removed`() async throws {
        try await Scene.play { scene in
            let back = try scene.digid.shows(Scene.fatma, at: try await scene.leaves())
            let removed = try await scene.clinic.store.write {
                try Identity.removeProvider("digid", at: scene.clinic.now, $0)?.joined
            }
            #expect(removed == 1)
            #expect(try await scene.browser.open(back).status == .forbidden)
            #expect(try await scene.kept().joined == 1)
            #expect(try await scene.browser.open("/").text.contains("DigiD") == false)
        }
    }

    @Test func `a session that began at a house ends when the house is turned off`() async throws {
        try await Scene.play { scene in
            try await scene.comes()
            let other = scene.browser.another
            try await other.signIn("fatma")
            try await scene.clinic.store.write {
                _ = try Identity.turn(provider: "digid", .off, at: scene.clinic.now, $0)
            }
            #expect(try await scene.browser.open("/today").status == .seeOther)
            #expect(try await other.open("/today").status == .ok)
        }
    }

    @Test func `whose account has ended is unknown`() async throws {
        try await Scene.play { scene in
            let occasion = scene.clinic.clock.occasion
            #expect(try await SignIn(store: scene.clinic.store).leave("fatma", from: occasion.now, at: occasion))
            let answer = try await scene.comes()
            #expect(answer.status == .forbidden && answer.text.contains("Nog niet gekoppeld"))
            #expect(try await scene.kept().sessions == 0)
        }
    }
}

/// Somebody else is signed in when the answer to a question for linking comes back.
@Suite struct HostileJoiningTests {
    @Test(arguments: ["nobody", "fatma"]) func `only who asked is joined`(_ who: String) async throws {
        try await Scene.play { scene in
            try await scene.clinic.store.write { try Identity.partFromAll("fatma", $0) }
            try await scene.browser.signIn("jan")
            try await scene.browser.open("/account")
            let back = try scene.digid.shows("new-1", at: try await scene.goesToJoin())
            try await scene.browser.press("/sign-out")
            if who == "fatma" { try await scene.browser.signIn("fatma") }
            let lines = try await scene.refusals()
            #expect(try await scene.browser.open(back).status == .forbidden)
            #expect(try await scene.kept().joined == 1)
            #expect(try await scene.refusals() == lines + 1)
        }
    }

    @Test func `the answer to a question for linking signs nobody in`() async throws {
        try await Scene.play { scene in
            try await scene.clinic.store.write { try Identity.partFromAll("fatma", $0) }
            try await scene.browser.signIn("fatma")
            try await scene.browser.open("/account")
            let back = try scene.digid.shows("new-1", at: try await scene.goesToJoin())
            scene.browser.cookies["__Host-hartlijn"] = nil
            #expect(try await scene.browser.open(back).status == .forbidden)
            #expect(scene.browser.cookies["__Host-hartlijn"] == nil)
        }
    }

    @Test func `a form of another session, or for a house for others, links nothing`() async throws {
        try await Scene.play { scene in
            try await scene.browser.signIn("fatma")
            try await scene.browser.open("/account")
            #expect(try await scene.browser.press("/account/houses/dezi").status == .forbidden)
            #expect(try await scene.browser.press("/account/houses/digid").status == .forbidden, "joined already")
            #expect(try await scene.browser.press("/account/houses/dezi/end").status == .forbidden)
            let answer = try await scene.browser.send(.post, "/account/houses/digid/end", "form=00")
            #expect(answer.status == .forbidden)
            #expect(try await scene.kept().joined == 2)
        }
    }
}

extension Outgoing.Answer {
    /// With one word for another, the first time it occurs.
    func with(_ word: String, _ other: String) -> Outgoing.Answer {
        let text = String(decoding: body, as: UTF8.self).replacing(word, with: other, maxReplacements: 1)
        return Outgoing.Answer(status: status, kind: kind, body: Array(text.utf8))
    }
}
