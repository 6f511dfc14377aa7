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

/// Everything that can be wrong when a machine asks for a token: the word of the standard, and no token.
@Suite(.serialized) struct HostileMachineTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let error: TokenError
        let ask: @Sendable (Laboratory) async throws -> TestResponse

        init(
            _ name: String, _ error: TokenError, _ ask: @escaping @Sendable (Laboratory) async throws -> TestResponse
        ) {
            testDescription = name
            self.error = error
            self.ask = ask
        }

        static func paper(_ name: String, _ change: @escaping @Sendable (inout Paper) throws -> Void) -> Case {
            Case(name, .invalidClient) { lab in
                var paper = lab.paper()
                try change(&paper)
                return try await lab.ask(paper)
            }
        }

        static func sent(
            _ name: String, _ error: TokenError, _ change: @escaping @Sendable (inout Laboratory.Sent) throws -> Void
        ) -> Case {
            Case(name, error) { lab in
                var sent = try lab.sent(lab.paper())
                try change(&sent)
                return try await lab.ask(sent)
            }
        }
    }

    static let hostile = papers + forms + moments

    @Test(arguments: hostile) func `it is refused in the word of the standard`(_ wrong: Case) async throws {
        try await Laboratory.play { lab in
            let before = try await lab.tokens
            let answer = try await wrong.ask(lab)
            #expect(answer.status.code == wrong.error.status)
            #expect(answer.text == "{\"error\":\"\(wrong.error.rawValue)\"}")
            #expect(answer.headers[.cacheControl] == "no-store" && answer.headers[.contentType] == "application/json")
            let after = try await lab.tokens
            #expect(after - before <= (wrong.testDescription.contains("second time") ? 1 : 0))
        }
    }

    @Test func `the hostile cases are counted`() {
        print("hostile: \(Self.hostile.count) ways to ask for a token, each refused")
        #expect(Self.hostile.count >= 40)
    }

    private static let papers: [Case] = [
        .paper("not signed") { $0.become("none", "m1", .nobody) },
        .paper("signed with a shared secret") { $0.become("HS384", "m1", .secret([1, 2, 3])) },
        .paper("signed for identity") { $0.become("ES256", "m3", .p256) },
        .paper("signed by somebody else") { $0.signer = .otherP256 },
        .paper("signed by somebody else, who brings the key") {
            $0.header["jwk"] = .object(try Signer.otherP256.jwk())
            $0.header["jku"] = .text("https://kwaad.example/keys")
            $0.signer = .otherP256
        },
        .paper("a key that is not registered") { $0.header["kid"] = .text("m9") },
        .paper("no kid") { $0.header["kid"] = nil },
        .paper("no type") { $0.header["typ"] = nil },
        .paper("something that must be understood") { $0.header["crit"] = .list([.text("exp")]) },
        .paper("a machine that we do not know") { paper in
            paper.claims["iss"] = .text("01900000-0000-7000-8000-000000000009")
            paper.claims["sub"] = paper.claims["iss"]
        },
        .paper("a name that is no id") { paper in
            paper.claims["iss"] = .text("' OR 1 = 1 --")
            paper.claims["sub"] = paper.claims["iss"]
        },
        .paper("a name in capitals") { paper in
            paper.claims["iss"] = .text(Laboratory.id.description.uppercased())
            paper.claims["sub"] = paper.claims["iss"]
        },
        .paper("no issuer") { $0.claims["iss"] = nil },
        .paper("another subject") { $0.claims["sub"] = .text(Laboratory.other.description) },
        .paper("for somebody else") { $0.claims["aud"] = .text("https://kwaad.example/oauth/token") },
        .paper("for the house and not the endpoint") { $0.claims["aud"] = .text(Laboratory.own) },
        .paper("for us and somebody else") { paper in
            paper.claims["aud"] = .list([.text("\(Laboratory.own)/oauth/token"), .text("https://kwaad.example")])
        },
        .paper("expired") { $0.claims["exp"] = .number("1700000000") },
        .paper("valid for a year") { $0.claims["exp"] = .number("1900000000") },
        .paper("never expires") { $0.claims["exp"] = nil },
        .paper("written in the future") { $0.claims["iat"] = .number("1900000000") },
        .paper("no number") { $0.claims["jti"] = nil },
        .paper("an endless number") { $0.claims["jti"] = .text(String(repeating: "j", count: 129)) },
        .paper("claims with a name twice") { $0.claimsText = #"{"iss":"a","iss":"b"}"# },
        .paper("two parts") { $0.rewrite = { $0.split(separator: ".").prefix(2).joined(separator: ".") } },
        .paper("too long") { $0.claims["more"] = .text(String(repeating: "a", count: 8192)) },
    ]

    private static let forms: [Case] = [
        .sent("another grant", .unsupportedGrantType) { $0.form["grant_type"] = "password" },
        .sent("a code", .unsupportedGrantType) { $0.form["grant_type"] = "authorization_code" },
        .sent("no grant", .unsupportedGrantType) { $0.form["grant_type"] = nil },
        .sent("another kind of proof", .invalidRequest) { $0.form["client_assertion_type"] = "saml2-bearer" },
        .sent("no proof", .invalidRequest) { $0.form["client_assertion"] = nil },
        .sent("the proof twice", .invalidRequest) { $0.more = "&client_assertion=x" },
        .sent("the scope twice", .invalidRequest) { $0.more = "&scope=system%2F*.cruds" },
        .sent("no scope", .invalidScope) { $0.form["scope"] = nil },
        .sent("an empty scope", .invalidScope) { $0.form["scope"] = "" },
        .sent("a scope of a patient", .invalidScope) { $0.form["scope"] = "patient/Observation.rs" },
        .sent("a scope of a user", .invalidScope) { $0.form["scope"] = "user/*.rs openid" },
        .sent("a scope with a search", .invalidScope) { $0.form["scope"] = "system/Observation.rs?code=x" },
        .sent("a scope of version 1", .invalidScope) { $0.form["scope"] = "system/Observation.read" },
        .sent("a scope that it may not have", .invalidScope) { $0.form["scope"] = "system/Observation.cud" },
        .sent("a word that we share as well", .invalidRequest) { $0.headers[.authorization] = "Basic eDp5" },
        .sent("parameters in the address", .invalidRequest) { $0.path += "?scope=system%2F*.cruds" },
        .sent("JSON", .invalidRequest) { $0.headers[.contentType] = "application/json" },
        .sent("no kind", .invalidRequest) { $0.headers[.contentType] = nil },
        .sent("a bad escape", .invalidRequest) { $0.more = "&a=%zz" },
        .sent("no text", .invalidRequest) { $0.more = "&a=%FF" },
        .sent("too much", .invalidRequest) { $0.more = "&a=" + String(repeating: "a", count: 20_000) },
        .sent("too many", .invalidRequest) { $0.more = (0..<30).map { "&p\($0)=1" }.joined() },
    ]

    private static let moments: [Case] = [
        Case("the same proof a second time", .invalidClient) { lab in
            #expect(try await lab.ask(lab.paper()).status == .ok)
            return try await lab.ask(lab.paper())
        },
        Case("the same number in another proof, a second time", .invalidClient) { lab in
            #expect(try await lab.ask(lab.paper()).status == .ok)
            return try await lab.ask(lab.paper(), scope: "system/Patient.r")
        },
        Case("a proof of before", .invalidClient) { lab in
            let paper = lab.paper()
            lab.clinic.wait(.minutes(4))
            return try await lab.ask(paper)
        },
        Case("after it ended", .invalidClient) { lab in
            _ = try await lab.clinic.store.write { try Identity.end(Laboratory.id, at: lab.clinic.now, $0) }
            return try await lab.ask(lab.paper())
        },
        Case("with keys that were spoiled", .invalidClient) { lab in
            try await lab.clinic.store.write {
                try $0.run("UPDATE identity_client SET jwks = '{}' WHERE client_id = \(Laboratory.id)")
            }
            return try await lab.ask(lab.paper())
        },
    ]
}
