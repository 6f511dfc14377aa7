import Clinical
import Credentials
import Federation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestIssuers
import Testing

@testable import Hartlijn
@testable import Identity

/// Another house tells that somebody left.
@Suite struct FarewellTests {
    private static func tell(_ token: String, _ scene: Scene) async throws -> HTTPResponse.Status {
        try await scene.browser.another.send(.post, "/sign-in/logout/digid", "logout_token=\(token)").status
    }

    private typealias Change = @Sendable (inout Paper) throws -> Void

    private static let right: [(String, Change)] = [
        ("the session", { $0.claims["sid"] = .text("s-1") }),
        ("the person", { $0.claims["sub"] = .text(Scene.fatma) }),
        (
            "both",
            {
                $0.claims["sid"] = .text("s-1")
                $0.claims["sub"] = .text(Scene.fatma)
            }
        ),
    ]

    @Test(arguments: right.indices) func `their session here ends, and no other`(_ place: Int) async throws {
        try await Scene.play { scene in
            try await scene.comes()
            let other = scene.browser.another
            try await other.signIn("fatma")
            #expect(try await Self.tell(try scene.digid.farewell(Self.right[place].1), scene) == .ok)
            #expect(try await scene.browser.open("/today").status == .seeOther, "\(Self.right[place].0)")
            #expect(try await other.open("/today").status == .ok)
            let lines = try await scene.clinic.count(
                "SELECT count(*) FROM audit_line WHERE action = 'signed-out' AND actor = 'hartlijn'")
            #expect(lines == 1)
        }
    }

    @Test func `who is not here is no mistake`() async throws {
        try await Scene.play { scene in
            try await scene.comes()
            let token = try scene.digid.farewell { $0.claims["sid"] = .text("another") }
            #expect(try await Self.tell(token, scene) == .ok)
            #expect(try await scene.browser.open("/today").status == .ok)
        }
    }

    private static let wrong: [(String, Change)] = [
        ("nobody", { _ in }),
        ("signed by somebody else", { $0.signer = .otherP256 }),
        ("not signed", { $0.become("none", "k1", .nobody) }),
        ("signed with a key that nobody knows", { $0.header["kid"] = .text("k9") }),
        ("an ID token", { $0.header["typ"] = .text("JWT") }),
        ("for somebody else", { $0.claims["aud"] = .text("other") }),
        ("another issuer", { $0.claims["iss"] = .text("https://dezi.example") }),
        ("with a nonce", { $0.claims["nonce"] = .text("n") }),
        ("no event", { $0.claims["events"] = nil }),
        ("no number", { $0.claims["jti"] = nil }),
        ("too old", { $0.claims["iat"] = .number("1700000000") }),
        ("expired", { $0.claims["exp"] = .number("1700000001") }),
    ]

    @Test(arguments: wrong.indices) func `what is not as it should be ends nothing`(_ place: Int) async throws {
        try await Scene.play { scene in
            try await scene.comes()
            let token = try scene.digid.farewell { paper in
                if Self.wrong[place].0 != "nobody" { paper.claims["sid"] = .text("s-1") }
                try Self.wrong[place].1(&paper)
            }
            #expect(try await Self.tell(token, scene) == .badRequest, "\(Self.wrong[place].0)")
            #expect(try await scene.browser.open("/today").status == .ok)
            #expect(try await scene.refusals() == 1)
        }
    }

    @Test func `the same word counts once`() async throws {
        try await Scene.play { scene in
            try await scene.comes()
            let token = try scene.digid.farewell { $0.claims["sub"] = .text(Scene.fatma) }
            #expect(try await Self.tell(token, scene) == .ok)
            try await scene.comes()
            #expect(try await Self.tell(token, scene) == .badRequest)
            #expect(try await scene.browser.open("/today").status == .ok)
        }
    }

    @Test func `what is no form, too much, or for no house of ours is refused`() async throws {
        try await Scene.play { scene in
            let browser = scene.browser
            let json = HTTPFields([HTTPField(name: .contentType, value: "application/json")])
            let answers = [
                try await browser.send(.post, "/sign-in/logout/digid", "{}", headers: json),
                try await browser.send(.post, "/sign-in/logout/digid", ""),
                try await browser.send(.post, "/sign-in/logout/nobody", "logout_token=a.b.c"),
                try await browser.send(
                    .post, "/sign-in/logout/digid", "logout_token=\(String(repeating: "a", count: 70_000))"),
            ]
            #expect(answers.allSatisfy { $0.status == .badRequest && $0.text.isEmpty })
        }
    }
}
