import Credentials
import TestIssuers

@testable import Federation

/// Assertions of machines that are not who they say.
enum HostileAssertions {
    typealias Case = Wrong<Machine, ClientAssertionFailure>

    static let all = signature + claims

    static let signature: [Case] = [
        Case("nothing", .token(.notThreeParts)) { $0.paper.rewrite = { _ in "" } },
        Case("too long", .token(.tooLong)) { $0.paper.claims["more"] = .text(String(repeating: "a", count: 8192)) },
        Case("a padded signature", .token(.signatureUnreadable)) { $0.paper.rewrite = { $0 + "==" } },
        Case("a header with a name twice", .token(.header(.duplicateName))) {
            $0.paper.headerText = #"{"alg":"ES384","typ":"JWT","kid":"m1","kid":"m2"}"#
        },
        Case("claims with a name twice", .token(.payload(.duplicateName))) {
            $0.paper.claimsText = #"{"iss":"lab","iss":"other"}"#
        },
        Case("something that must be understood", .token(.critical)) {
            $0.paper.header["crit"] = .list([.text("exp")])
        },
        Case("no type", .token(.type)) { $0.paper.header["typ"] = nil },
        Case("an access token", .token(.type)) { $0.paper.header["typ"] = .text("at+jwt") },
        Case("not signed", .token(.algorithmNotAllowed)) { $0.paper.become("none", "m1", .nobody) },
        Case("signed with a shared secret", .token(.algorithmNotAllowed)) {
            $0.paper.become("HS384", "m1", .secret([1, 2, 3]))
        },
        Case("signed with the public key as a secret", .token(.algorithmNotAllowed)) {
            $0.paper.become("HS256", "m2", .secret($0.keys[1].bytes("n") ?? []))
        },
        Case("an algorithm for identity", .token(.algorithmNotAllowed)) { $0.paper.become("RS256", "m2", .rsa256) },
        Case("an algorithm for identity on a curve", .token(.algorithmNotAllowed)) {
            $0.paper.become("ES256", "m3", .p256)
        },
        Case("RS512", .token(.algorithmNotAllowed)) { $0.paper.become("RS512", "m2", .rsa384) },
        Case("no algorithm", .token(.algorithmNotAllowed)) { $0.paper.header["alg"] = nil },
        Case("RS384 with a key on a curve", .token(.keyDoesNotFit)) { $0.paper.become("RS384", "m1", .rsa384) },
        Case("ES384 with a shorter key", .token(.keyDoesNotFit)) { $0.paper.become("ES384", "m3", .p256) },
        Case("RS384 with a key marked for RS256", .token(.keyDoesNotFit)) {
            $0.keys[1]["alg"] = .text("RS256")
            $0.paper.become("RS384", "m2", .rsa384)
        },
        Case("a key that is not registered", .token(.unknownKey)) { $0.paper.header["kid"] = .text("m9") },
        Case("no kid", .noKeyID) { $0.paper.header["kid"] = nil },
        Case("a kid that is an object", .token(.keyID)) { $0.paper.header["kid"] = .object([:]) },
        Case("signed by somebody else", .token(.wrongSignature)) { $0.paper.signer = .otherP256 },
        Case("RS384 over SHA-256", .token(.wrongSignature)) { $0.paper.become("RS384", "m2", .rsa256) },
        Case("signed by somebody else, who brings the key", .token(.wrongSignature)) {
            $0.paper.header["jwk"] = .object(try Signer.otherP256.jwk())
            $0.paper.header["jku"] = .text("https://kwaad.example/keys")
            $0.paper.signer = .otherP256
        },
        Case("no signature", .token(.wrongSignature)) { $0.paper.signer = .nobody },
        Case("a signature of zeros", .token(.wrongSignature)) {
            $0.paper.rewrite = { token in
                token.split(separator: ".").prefix(2).joined(separator: ".") + "."
                    + Base64URL.text([UInt8](repeating: 0, count: 96))
            }
        },
        Case("a signature in DER", .token(.wrongSignature)) {
            $0.paper.rewrite = { token in
                token.split(separator: ".").prefix(2).joined(separator: ".") + "."
                    + Base64URL.text([0x30, 6, 2, 1, 1, 2, 1, 1])
            }
        },
    ]

    static let claims: [Case] = [
        Case("no issuer", .issuer) { $0.paper.claims["iss"] = nil },
        Case("an issuer without letters", .issuer) { $0.paper.claims["iss"] = .text("") },
        Case("an issuer beyond ASCII", .issuer) { $0.paper.claims["iss"] = .text("läb") },
        Case("another client", .otherClient) { $0.registered = "other" },
        Case("another subject", .subject) { $0.paper.claims["sub"] = .text("other") },
        Case("no subject", .subject) { $0.paper.claims["sub"] = nil },
        Case("a subject in capitals", .subject) { $0.paper.claims["sub"] = .text("LAB") },
        Case("for somebody else", .audience) { $0.paper.claims["aud"] = .text("https://other.example/oauth/token") },
        Case("for the house and not the endpoint", .audience) {
            $0.paper.claims["aud"] = .text("https://hartlijn.example")
        },
        Case("for the endpoint with a slash", .audience) { $0.paper.claims["aud"] = .text(Machine.address + "/") },
        Case("for us and somebody else", .audience) {
            $0.paper.claims["aud"] = .list([.text(Machine.address), .text("https://other.example")])
        },
        Case("for us twice", .audience) {
            $0.paper.claims["aud"] = .list([.text(Machine.address), .text(Machine.address)])
        },
        Case("for an empty list", .audience) { $0.paper.claims["aud"] = .list([]) },
        Case("for nobody", .audience) { $0.paper.claims["aud"] = nil },
        Case("never expires", .expiry) { $0.paper.claims["exp"] = nil },
        Case("expires in letters", .expiry) { $0.paper.claims["exp"] = .text("soon") },
        Case("expires with a power", .expiry) { $0.paper.claims["exp"] = .number("2e9") },
        Case("expired", .expired) { $0.paper.claims["exp"] = number(House.now) },
        Case("valid a second too long", .tooLongValid) { $0.paper.claims["exp"] = number(House.now + 301) },
        Case("valid a thousandth too long", .tooLongValid) { $0.paper.claims["exp"] = .number("1750000300.001") },
        Case("valid for a year", .tooLongValid) { $0.paper.claims["exp"] = number(House.now + 31_536_000) },
        Case("beyond the skew", .tooLongValid) {
            $0.skew = .seconds(5)
            $0.paper.claims["exp"] = number(House.now + 306)
        },
        Case("written in the future", .issuedAt) { $0.paper.claims["iat"] = number(House.now + 1) },
        Case("written long ago", .issuedAt) { $0.paper.claims["iat"] = number(House.now - 301) },
        Case("written at no time", .issuedAt) { $0.paper.claims["iat"] = .nothing },
        Case("not valid yet", .notYet) { $0.paper.claims["nbf"] = number(House.now + 1) },
        Case("valid from a text", .notYet) { $0.paper.claims["nbf"] = .text("0") },
        Case("no number", .number) { $0.paper.claims["jti"] = nil },
        Case("an empty number", .number) { $0.paper.claims["jti"] = .text("") },
        Case("an endless number", .number) { $0.paper.claims["jti"] = .text(String(repeating: "j", count: 129)) },
        Case("a number with a space", .number) { $0.paper.claims["jti"] = .text("a 1") },
        Case("a number that is one", .number) { $0.paper.claims["jti"] = .number(1) },
    ]
}
