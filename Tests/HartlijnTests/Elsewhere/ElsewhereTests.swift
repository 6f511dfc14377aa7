import Clinical
import Credentials
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestIssuers
import Testing
import Web

@testable import Hartlijn
@testable import Identity

@Suite struct ElsewhereTests {
    @Test func `the door shows every house that is on`() async throws {
        try await Scene.play { scene in
            let door = try await scene.browser.open("/").text
            #expect(door.contains("Aanmelden met DigiD") && door.contains("Aanmelden met Dezi"))
            try await scene.clinic.store.write {
                _ = try Identity.turn(provider: "dezi", .off, at: scene.clinic.now, $0)
            }
            let after = try await scene.browser.open("/").text
            #expect(after.contains("href=\"/sign-in/with/digid\"") && !after.contains("Dezi"))
        }
    }

    @Test func `a patient comes in with DigiD, and the log says how sure it was`() async throws {
        try await Scene.play { scene in
            let address = try await scene.leaves()
            #expect(address.contains("code_challenge_method=S256") && address.contains("max_age=300"))
            #expect(address.contains("acr_values=http%3A%2F%2Feidas.europa.eu%2FLoA%2Fsubstantial%20"))
            let answer = try await scene.browser.open(try scene.digid.shows(Scene.fatma, at: address))
            #expect(answer.status == .seeOther && answer.headers[.location] == "/today")
            #expect(scene.browser.cookies["__Host-way"] == nil && scene.browser.cookies["__Host-hartlijn"] != nil)
            #expect(try await scene.browser.open("/today").status == .ok)
            #expect(
                try await scene.clinic.count(
                    """
                    SELECT count(*) FROM audit_line
                    WHERE action = 'signed-in' AND proof = \("other house: \(OtherHouse.substantial)")
                    """) == 1)
            let proven = try await scene.clinic.count("SELECT proven_at FROM identity_session")
            #expect(Int64(proven) == scene.clinic.now.milliseconds / 1000 * 1000 - 20_000)
        }
    }

    @Test func `a professional comes in with Dezi as with two factors`() async throws {
        try await Scene.play { scene in
            let back = try scene.dezi.shows("poh-1", at: try await scene.leaves(for: "dezi"))
            let answer = try await scene.browser.open(back)
            #expect(answer.headers[.location] == "/worklist")
            #expect(try await scene.browser.open("/worklist").status == .ok)
        }
    }

    @Test func `what was shown there a while ago is not just now`() async throws {
        try await Scene.play { scene in
            try await scene.comes()
            #expect(try await scene.browser.open("/copy").status == .ok)
            scene.clinic.wait(.minutes(9))
            #expect(try await scene.browser.open("/copy").status == .ok)
            scene.clinic.wait(.seconds(41))
            let again = try await scene.browser.open("/copy")
            #expect(again.headers[.location] == "/sign-in/again?to=/copy")
            let page = try await scene.browser.open("/sign-in/again?to=/copy").text
            #expect(page.contains("href=\"/sign-in/with/digid?to=/copy\""))
            let address = try #require(
                try await scene.browser.open("/sign-in/with/digid?to=/copy").headers[.location])
            #expect(address.contains("prompt=login"))
            let back = try await scene.browser.open(try scene.digid.shows(Scene.fatma, at: address))
            #expect(back.headers[.location] == "/copy")
            #expect(try await scene.browser.open("/copy").status == .ok)
            #expect(
                try await scene.clinic.count("SELECT count(*) FROM identity_session WHERE ended_at IS NULL") == 1)
        }
    }

    @Test func `a page of another site is no way to go on`() async throws {
        try await Scene.play { scene in
            try await scene.comes()
            for way in ["//today", "https://kwaad.example/today", "/nowhere", "today"] {
                let address = try #require(
                    try await scene.browser.open("/sign-in/with/digid?to=\(way)").headers[.location])
                let back = try await scene.browser.open(try scene.digid.shows(Scene.fatma, at: address))
                #expect(back.headers[.location] == "/today", "\(way)")
            }
        }
    }

    @Test func `whom nobody knows is told to link first`() async throws {
        try await Scene.play { scene in
            let before = try await scene.kept()
            let answer = try await scene.comes(as: "somebody-else")
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("Nog niet gekoppeld") && answer.text.contains("Koppel DigiD"))
            #expect(try await scene.kept() == before)
            #expect(try await scene.refusals() == 1)
        }
    }

    @Test func `a patient links DigiD and comes in with it, and stops using it`() async throws {
        try await Scene.play { scene in
            try await scene.clinic.store.write { try Identity.partFromAll("fatma", $0) }
            try await scene.browser.signIn("fatma")
            #expect(try await scene.browser.open("/account").text.contains("Koppel DigiD"))
            let address = try await scene.goesToJoin()
            #expect(address.contains("prompt=login"))
            let back = try await scene.browser.open(try scene.digid.shows("new-1", at: address))
            #expect(back.headers[.location] == "/account")
            #expect(try await scene.browser.open("/account").text.contains("DigiD niet meer gebruiken"))

            let phone = scene.browser.another
            #expect(try await scene.comes(as: "new-1", by: phone).headers[.location] == "/today")
            try await scene.browser.press("/account/houses/digid/end")
            #expect(try await phone.open("/today").status == .seeOther, "what began there is over")
            #expect(try await scene.browser.open("/today").status == .ok)
            #expect(try await scene.comes(as: "new-1", by: phone).status == .forbidden)
            let lines = try await scene.clinic.count(
                "SELECT count(*) FROM audit_line WHERE object = 'other house' AND action IN ('added', 'changed')")
            #expect(lines == 2)
        }
    }

    @Test func `linking and parting ask for a fresh proof`() async throws {
        try await Scene.play { scene in
            try await scene.browser.signIn("fatma")
            try await scene.browser.open("/account")
            scene.clinic.wait(.minutes(11))
            for path in ["/account/houses/digid", "/account/houses/digid/end"] {
                #expect(try await scene.browser.press(path).headers[.location] == "/sign-in/again", "\(path)")
            }
            #expect(try await scene.kept().joined == 2)
        }
    }

    @Test func `a password alone puts no house in beside an app`() async throws {
        try await Scene.play { scene in
            try await scene.clinic.store.write { try Identity.partFromAll("fatma", $0) }
            try await SignIn(store: scene.clinic.store).setApp(
                try .init([UInt8](repeating: 5, count: 20)), for: "fatma", at: scene.clinic.now)
            try await scene.browser.signIn("fatma")
            try await scene.browser.open("/account")
            #expect(try await scene.browser.press("/account/houses/digid").headers[.location] == "/sign-in/again")
        }
    }

    @Test func `a password alone puts no app in beside a house`() async throws {
        try await Scene.play { scene in
            try await scene.browser.signIn("marieke")
            let again = try await scene.browser.open("/sign-in/again").text
            #expect(again.contains("/sign-in/with/dezi") && !again.contains("name=\"password\""))
            let app = try await scene.browser.open("/sign-in/app")
            #expect(app.headers[.location]?.hasPrefix("/sign-in/again") == true)
        }
    }

    @Test func `somebody from there is joined to one account only`() async throws {
        try await Scene.play { scene in
            try await scene.browser.signIn("jan")
            try await scene.browser.open("/account")
            let address = try await scene.goesToJoin()
            let back = try await scene.browser.open(try scene.digid.shows(Scene.fatma, at: address))
            #expect(back.status == .forbidden)
            #expect(try await scene.kept().joined == 2)
        }
    }

    @Test func `new keys are looked up once, and not again within a minute`() async throws {
        try await Scene.play { scene in
            try await scene.comes()
            scene.digid.has(keys: [.p256, .otherP256])
            #expect(try await scene.comes().status == .forbidden, "they were looked up a moment ago")
            #expect(scene.digid.timesAsked("/keys") == 1)
            scene.clinic.wait(.seconds(60))
            #expect(try await scene.comes().status == .seeOther)
            #expect(scene.digid.timesAsked("/keys") == 2)
            scene.digid.lies { $0.paper = { $0.header["kid"] = .text("k9") } }
            for _ in 0..<3 { #expect(try await scene.comes().status == .forbidden) }
            #expect(scene.digid.timesAsked("/keys") == 2)
            #expect(scene.digid.timesAsked("/.well-known/openid-configuration") == 1)
        }
    }

    @Test func `a house that did not answer is asked again after a while`() async throws {
        try await Scene.play { scene in
            scene.digid.lies { $0.discovery = OtherHouse.slow }
            for _ in 0..<3 {
                let answer = try await scene.browser.open("/sign-in/with/digid")
                #expect(answer.status == .forbidden)
            }
            #expect(scene.digid.timesAsked("/.well-known/openid-configuration") == 1)
            scene.digid.lies { $0 = OtherHouse.Lies() }
            scene.clinic.wait(.seconds(10))
            #expect(try await scene.comes().status == .seeOther)
        }
    }

    @Test func `nothing that points at somebody is kept or said`() async throws {
        try await Scene.play { scene in
            let address = try await scene.leaves()
            let secret = try #require(scene.browser.cookies["__Host-way"])
            let asked = try OtherHouse.parameters(of: String(address.split(separator: "?")[1]))
            let before = try await Dump.of(scene.clinic.store)
            for word in [secret, try #require(asked["state"]), try #require(asked["nonce"])] {
                #expect(!before.contains(word))
            }
            try await scene.browser.open(try scene.digid.shows(Scene.fatma, at: address))
            let dump = try await Dump.of(scene.clinic.store)
            #expect(!dump.contains(Scene.fatma) && !dump.contains(OtherHouse.secret))
            for word in scene.digid.secretsShown { #expect(!dump.contains(word)) }
        }
    }

    @Test func `whoever lost everything is not known at another house either`() async throws {
        try await Scene.play { scene in
            try await scene.clinic.store.write { try Identity.forgetFactors(of: "fatma", $0) }
            #expect(try await scene.comes().status == .forbidden)
        }
    }

    @Test func `a patient can read every page around another house`() async throws {
        try await Scene.play { scene in
            var pages = [try await scene.browser.open("/"), try await scene.browser.open("/sign-in/answer")]
            pages.append(try await scene.comes(as: "somebody-else"))
            try await scene.comes()
            pages.append(try await scene.browser.open("/account"))
            try await scene.clinic.store.write { try Identity.partFromAll("fatma", $0) }
            pages.append(try await scene.browser.open("/account"))
            pages.append(try await scene.browser.press("/account/houses/digid"))
            for sentence in pages.flatMap({ PatientLanguageTests.sentences(of: $0.text) }) {
                let report = Readability.check(sentence)
                #expect(report.longSentences.isEmpty && report.jargon.isEmpty, "\(sentence) \(report.jargon)")
            }
            #expect(pages.allSatisfy { $0.text.contains("<html lang=\"nl\">") })
        }
    }

    @Test func `who never came back is forgotten`() async throws {
        try await Scene.play { scene in
            _ = try await scene.leaves()
            scene.clinic.wait(.minutes(10))
            try await scene.clinic.store.write { try Identity.forgetPending(at: scene.clinic.now, $0) }
            #expect(try await scene.clinic.count("SELECT count(*) FROM identity_pending") == 0)
        }
    }
}

/// Everything that the tables of identity hold, as text.
enum Dump {
    static func of(_ store: Store) async throws -> String {
        try await store.read { db in
            var text = ""
            try db.forEach("SELECT provider, issuer, minimum, way, COALESCE(joining, '') FROM identity_pending") {
                row in
                for column in Int32(0)..<5 { text += try row.text(column) + " " }
            }
            try db.forEach("SELECT browser_hash FROM identity_pending") { text += try $0.bytes(0).hexadecimal }
            try db.forEach("SELECT issuer, sign_in FROM identity_federated") {
                text += try $0.text(0) + " " + (try $0.text(1))
            }
            try db.forEach("SELECT proof, COALESCE(issuer, '') FROM identity_session") {
                text += try $0.text(0) + " " + (try $0.text(1))
            }
            try db.forEach("SELECT object, deed, proof, network, trace FROM audit_line") { row in
                for column in Int32(0)..<5 { text += try row.text(column) + " " }
            }
            return text
        }
    }
}
