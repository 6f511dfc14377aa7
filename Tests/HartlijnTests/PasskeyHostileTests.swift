import Clinical
import Credentials
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import TestAuthenticators
import Testing

@testable import Hartlijn

/// What a device, or whoever says to be one, sends and should not. The answer is the same for all of it, and nothing is kept.
@Suite struct PasskeyHostileTests {
    @Test(arguments: Hostile.answered)
    func `at the door nobody gets in`(hostile: Hostile) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let phone = try await site.makesPasskey("fatma")
            try await site.leaves()
            let before = try await clinic.kept()
            let usual = try await site.sends([:], to: "/passkey")
            var device = try site.signingIn(phone, try await site.question(at: "/passkey"))
            hostile.change(&device)
            var fields = try device.answerFields()
            hostile.fields(&fields)
            let answer = try await site.sends(fields, to: "/passkey")
            try expectRefused(answer, as: usual)
            #expect(try await clinic.kept() == before)
        }
    }

    @Test(arguments: Hostile.answered.filter { $0.testDescription != "of another person" })
    func `one more step is not done`(hostile: Hostile) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let phone = try await site.makesPasskey("marieke")
            try await site.signIn("marieke")
            try await clinic.passwordAlone()
            try await site.open("/sign-in/again")
            let before = try await clinic.kept()
            let usual = try await site.sends([:], to: "/sign-in/again/passkey")
            var device = try site.signingIn(phone, try await site.question(at: "/sign-in/again/passkey"))
            hostile.change(&device)
            var fields = try device.answerFields()
            hostile.fields(&fields)
            let answer = try await site.sends(fields, to: "/sign-in/again/passkey")
            try expectRefused(answer, as: usual)
            #expect(try await clinic.kept() == before)
            #expect(try await site.open("/worklist").status == .seeOther)
        }
    }

    @Test(arguments: Hostile.made)
    func `no passkey is made`(hostile: Hostile) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/account")
            let before = try await clinic.kept()
            let usual = try await site.sends([:], to: "/account/passkeys")
            var device = try site.making(Phone(), try await site.question(at: "/account/passkeys"))
            hostile.change(&device)
            var fields = try device.madeFields()
            hostile.fields(&fields)
            let answer = try await site.sends(fields, to: "/account/passkeys")
            try expectRefused(answer, as: usual)
            #expect(try await clinic.kept() == before)
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_passkey") == 0)
    }

    @Test func `an answer counts once, also when two come at the same moment`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let phone = try await site.makesPasskey("fatma")
            try await site.leaves()
            let usual = try await site.sends([:], to: "/passkey")
            let fields = try site.signingIn(phone, try await site.question(at: "/passkey")).answerFields()
            let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<4 { group.addTask { try await site.sends(fields, to: "/passkey").status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 == .seeOther } == 1)
            try await site.leaves()
            try expectRefused(try await site.sends(fields, to: "/passkey"), as: usual)
        }
        #expect(try await clinic.openSessions() == 0)
    }

    @Test func `an answer that was refused has spent its question`() async throws {
        try await Clinic().visit { site in
            let phone = try await site.makesPasskey("fatma")
            try await site.leaves()
            var device = try site.signingIn(phone, try await site.question(at: "/passkey"))
            device.signsWithOther = true
            #expect(try await site.sends(try device.answerFields(), to: "/passkey").status == .unprocessableContent)
            device.signsWithOther = false
            #expect(try await site.sends(try device.answerFields(), to: "/passkey").status == .unprocessableContent)
        }
    }

    @Test(arguments: [(seconds: 299, isInTime: true), (300, false), (301, false)])
    func `a question holds for five minutes`(seconds: Int, isInTime: Bool) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let phone = try await site.makesPasskey("fatma")
            try await site.leaves()
            let usual = try await site.sends([:], to: "/passkey")
            let device = try site.signingIn(phone, try await site.question(at: "/passkey"))
            clinic.wait(.seconds(seconds))
            let answer = try await site.sends(try device.answerFields(), to: "/passkey")
            if isInTime { #expect(answer.status == .seeOther) } else { try expectRefused(answer, as: usual) }
        }
    }

    @Test func `a question of one door is not answered at another, nor by somebody else`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            // Made for Jan, answered by Fatma and at the door.
            let jans = try await site.makesPasskey("jan", Phone(id: [UInt8](repeating: 3, count: 16)))
            let making = try await site.question(at: "/account/passkeys")
            let proving = try await site.question(at: "/sign-in/again/passkey")
            try await site.leaves()
            let entering = try await site.question(at: "/passkey")
            let usual = try await site.sends([:], to: "/passkey")
            for question in [making, proving] {
                let device = try site.signingIn(jans, question)
                try expectRefused(try await site.sends(try device.answerFields(), to: "/passkey"), as: usual)
            }
            try await site.signIn("fatma")
            try await site.open("/account")
            for question in [making, proving, entering] {
                let device = try site.making(Phone(), question)
                let answer = try await site.sends(try device.madeFields(), to: "/account/passkeys")
                #expect(answer.status == .unprocessableContent)
            }
            _ = try await site.addsPasskey(Phone())
            // Her question, his passkey; his question, her passkey; the question of the door.
            let hers = try await site.question(at: "/sign-in/again/passkey")
            for (phone, question) in [(jans, hers), (Phone(), proving), (Phone(), entering)] {
                var device = try site.signingIn(phone, question)
                device.owner = nil
                let answer = try await site.sends(try device.answerFields(), to: "/sign-in/again/passkey")
                #expect(answer.status == .unprocessableContent)
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_passkey WHERE used_at IS NOT NULL") == 0)
    }

    @Test func `a passkey that somebody has already is not made once more`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            _ = try await site.makesPasskey("jan")
            try await site.signIn("fatma")
            try await site.open("/account")
            let usual = try await site.sends([:], to: "/account/passkeys")
            let device = try site.making(Phone(), try await site.question(at: "/account/passkeys"))
            let before = try await clinic.kept()
            try expectRefused(try await site.sends(try device.madeFields(), to: "/account/passkeys"), as: usual)
            #expect(try await clinic.kept() == before)
        }
    }

    @Test func `whoever left is not let in by a passkey, and at the door must say who`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        try await clinic.visit { site in
            let phone = try await site.makesPasskey("marieke")
            try await site.leaves()
            let usual = try await site.sends([:], to: "/passkey")
            var device = try site.signingIn(phone, try await site.question(at: "/passkey"))
            device.owner = nil
            try expectRefused(try await site.sends(try device.answerFields(), to: "/passkey"), as: usual)
            _ = try await signIn.leave("marieke", from: clinic.now, at: clinic.clock.occasion)
            device = try site.signingIn(phone, try await site.question(at: "/passkey"))
            try expectRefused(try await site.sends(try device.answerFields(), to: "/passkey"), as: usual)
        }
        #expect(try await clinic.openSessions() == 0)
    }

    @Test func `a count that goes back leaves a line of its own, in the book of the practice`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            var phone = try await site.makesPasskey("fatma", Phone(counter: 7))
            try await site.leaves()
            phone.counter = 3
            #expect(try await site.entersWithPasskey(&phone).status == .unprocessableContent)
            phone.counter = 8
            #expect(try await site.entersWithPasskey(&phone).status == .seeOther, "the phone itself still works")
        }
        let lines = try await clinic.count(
            """
            SELECT count(*) FROM audit_line
            WHERE action = 'refused' AND object = 'passkey that may be a copy' AND patient_id = \(clinic.fatma)
            """)
        #expect(lines == 1)
    }

    @Test func `five answers that are wrong, then a quarter of an hour of rest; a password goes on`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            var phone = try await site.makesPasskey("fatma")
            try await site.leaves()
            for _ in 0..<5 {
                var device = try site.signingIn(phone, try await site.question(at: "/passkey"))
                device.signsWithOther = true
                #expect(try await site.sends(try device.answerFields(), to: "/passkey").status == .unprocessableContent)
            }
            let late = try await site.entersWithPasskey(&phone)
            #expect(late.status == .tooManyRequests && late.headers[.retryAfter] == "900")
            #expect(try await site.signIn("fatma") == .seeOther)
            try await site.leaves()
            clinic.wait(.minutes(15))
            #expect(try await site.entersWithPasskey(&phone).status == .seeOther)
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'refused' AND object = 'passkey'")
        #expect(lines == 6, "five wrong ones and the moment it became too often")
    }

    @Test func `what another site sends is refused, and what has no token of this session`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let phone = try await site.makesPasskey("fatma")
            let posts = [
                "/passkey/challenge", "/passkey", "/account/passkeys/challenge", "/account/passkeys",
                "/sign-in/again/passkey/challenge", "/sign-in/again/passkey", "/account/passkeys/\(phone.number)/end",
            ]
            for path in posts {
                for (name, value) in [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://elsewhere.example")] {
                    var headers = HTTPFields()
                    headers[try #require(HTTPField.Name(name))] = value
                    #expect(try await site.send(.post, path, "", headers: headers).status == .forbidden, "\(path)")
                }
            }
            for path in posts.dropFirst(2) {
                for token in ["", "form=", "form=00", "form=\(String(repeating: "ab", count: 32))"] {
                    #expect(try await site.send(.post, path, token).status == .forbidden, "\(path)")
                }
            }
            for path in posts {
                #expect(try await site.send(.get, path, nil).status == .methodNotAllowed, "\(path)")
                let json = HTTPFields([HTTPField(name: .contentType, value: "application/json")])
                if !path.hasSuffix("challenge") {
                    #expect(try await site.send(.post, path, "{}", headers: json).status == .unsupportedMediaType)
                }
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_challenge") == 0)
        #expect(try await clinic.count("SELECT count(*) FROM identity_passkey") == 1)
    }

    @Test func `a question is kept as its hash alone`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let bytes = try #require(Base64URL.bytes(try await site.question(at: "/passkey").challenge))
            #expect(bytes.count == 32)
            #expect(try await clinic.count("SELECT count(*) FROM identity_challenge WHERE hash = \(bytes)") == 0)
            #expect(try await clinic.count("SELECT count(*) FROM identity_challenge") == 1)
        }
    }

    /// Word for word the answer that an empty form gets, and no cookie.
    private func expectRefused(
        _ answer: TestResponse, as usual: TestResponse, at place: SourceLocation = #_sourceLocation
    ) throws {
        #expect(answer.status == .unprocessableContent, sourceLocation: place)
        #expect(usual.status == .unprocessableContent, sourceLocation: place)
        #expect(answer.withoutTokens == usual.withoutTokens, sourceLocation: place)
        #expect(answer.headers[values: .setCookie].isEmpty, sourceLocation: place)
        let headers = (answer.headers, usual.headers)
        #expect(headers.0.map(\.name) == headers.1.map(\.name), sourceLocation: place)
    }
}

extension TestResponse {
    /// A token is masked anew in each page.
    fileprivate var withoutTokens: String { text.replacing(#/name="form" value="[0-9a-f]+"/#, with: "") }
}

extension Clinic {
    func openSessions() async throws -> Int {
        try await count("SELECT count(*) FROM identity_session WHERE ended_at IS NULL")
    }

    /// Everything that a passkey could change, but lines and tries.
    fileprivate func kept() async throws -> [String] {
        try await store.read { db in
            let passkeys = try db.rows("SELECT credential, sign_in, counter, backup, used_at FROM identity_passkey") {
                "\(try $0.bytes(0)) \(try $0.text(1)) \(try $0.int(2)) \(try $0.text(3)) \(try $0.intIfAny(4) ?? -1)"
            }
            let sessions = try db.rows("SELECT token_hash, proof, ended_at FROM identity_session ORDER BY started_at") {
                "\(try $0.bytes(0)) \(try $0.text(1)) \(try $0.intIfAny(2) ?? -1)"
            }
            let devices = try db.rows("SELECT token_hash, sign_in FROM identity_device") {
                "\(try $0.bytes(0)) \(try $0.text(1))"
            }
            return passkeys + sessions + devices
        }
    }
}
