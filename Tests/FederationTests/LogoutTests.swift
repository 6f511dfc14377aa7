import Credentials
import TestIssuers
import Testing

@testable import Federation

/// A message that somebody left, of which every part can be made to lie.
struct Farewell: Sendable {
    var paper = Paper(
        header: ["alg": .text("ES256"), "kid": .text("k1"), "typ": .text("logout+jwt")],
        claims: [
            "iss": .text(House.issuer), "aud": .text("hartlijn"), "sub": .text("24400320"), "sid": .text("s-1"),
            "iat": number(House.now - 1), "exp": number(House.now + 120), "jti": .text("l-1"),
            "events": .object([LogoutToken.event: .object([:])]),
        ], signer: .p256)

    func verify() throws -> LoggedOut {
        let keys = try JWKS(keySet([try Signer.p256.jwk(["kid": .text("k1")])]))
        return try LogoutToken.verify(
            try paper.text(), of: try House.provider(), signedWith: keys, at: seconds(House.now))
    }
}

@Suite struct LogoutTests {
    @Test func `somebody who left over there leaves here`() throws {
        let out = try Farewell().verify()
        #expect(out.issuer == House.issuer && out.subject == "24400320" && out.session == "s-1")
        #expect(out.once.jti == "l-1" && out.once.expiry > seconds(House.now + 120))
        var everywhere = Farewell()
        everywhere.paper.claims["sid"] = nil
        #expect(try everywhere.verify().session == nil)
    }

    typealias Case = Wrong<Farewell, LogoutFailure>

    static let hostile: [Case] = [
        Case("an ID token", .token(.type)) { $0.paper.header["typ"] = .text("JWT") },
        Case("no type", .token(.type)) { $0.paper.header["typ"] = nil },
        Case("signed by somebody else", .token(.wrongSignature)) { $0.paper.signer = .otherP256 },
        Case("not signed", .token(.algorithmNotAllowed)) { $0.paper.become("none", "k1", .nobody) },
        Case("another issuer", .issuer) { $0.paper.claims["iss"] = .text("https://kwaad.example") },
        Case("for somebody else", .audience) { $0.paper.claims["aud"] = .text("other") },
        Case("with a nonce", .nonce) { $0.paper.claims["nonce"] = .text("n") },
        Case("no event", .event) { $0.paper.claims["events"] = nil },
        Case("another event", .event) { $0.paper.claims["events"] = .object(["other": .object([:])]) },
        Case("an event that is no object", .event) {
            $0.paper.claims["events"] = .object([LogoutToken.event: .truth(true)])
        },
        Case("written in the future", .issuedAt) { $0.paper.claims["iat"] = number(House.now + 11) },
        Case("too old", .tooOld) { $0.paper.claims["iat"] = number(House.now - 131) },
        Case("never expires", .expiry) { $0.paper.claims["exp"] = nil },
        Case("expired", .expired) {
            $0.paper.claims["iat"] = number(House.now - 60)
            $0.paper.claims["exp"] = number(House.now - 10)
        },
        Case("no number", .number) { $0.paper.claims["jti"] = nil },
        Case("an endless number", .number) { $0.paper.claims["jti"] = .text(String(repeating: "j", count: 129)) },
        Case("nobody", .nobody) {
            $0.paper.claims["sub"] = nil
            $0.paper.claims["sid"] = nil
        },
        Case("a subject that is no text", .subject) { $0.paper.claims["sub"] = .number(1) },
        Case("a session without letters", .session) { $0.paper.claims["sid"] = .text("") },
    ]

    @Test(arguments: hostile) func `a message that is not as it should be ends no session`(_ wrong: Case) throws {
        var farewell = Farewell()
        try wrong.change(&farewell)
        #expect(throws: wrong.failure) { try farewell.verify() }
    }
}
