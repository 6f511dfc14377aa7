import Credentials
import TestIssuers

@testable import Federation

/// ID tokens that somebody made who should not get in.
enum HostileIDTokens {
    typealias Case = Wrong<House, IDTokenFailure>

    static let all = shape + signature + parties + times + person

    static let shape: [Case] = [
        Case("nothing", .token(.notThreeParts)) { $0.paper.rewrite = { _ in "" } },
        Case("two parts", .token(.notThreeParts)) { $0.paper.rewrite = { String($0.prefix { $0 != "." }) + ".e30" } },
        Case("five parts, as when it is encrypted", .token(.notThreeParts)) { $0.paper.rewrite = { $0 + ".a.b" } },
        Case("too long", .token(.tooLong)) { $0.paper.claims["more"] = .text(String(repeating: "a", count: 16_384)) },
        Case("a padded header", .token(.headerUnreadable)) {
            $0.paper.rewrite = { $0.replacing(".", with: "=.", maxReplacements: 1) }
        },
        Case("space in front", .token(.headerUnreadable)) { $0.paper.rewrite = { " " + $0 } },
        Case("a line behind", .token(.signatureUnreadable)) { $0.paper.rewrite = { $0 + "\n" } },
        Case("a padded signature", .token(.signatureUnreadable)) { $0.paper.rewrite = { $0 + "=" } },
        Case("a signature in plain base64", .token(.signatureUnreadable)) {
            $0.paper.rewrite = { String($0.dropLast(2)) + "+/" }
        },
        Case("a payload that is no base64url", .token(.payloadUnreadable)) {
            $0.paper.rewrite = { $0.replacing(".", with: ".!", maxReplacements: 1) }
        },
        Case("a header that is a list", .token(.header(.notAnObject))) { $0.paper.headerText = "[]" },
        Case("a header with a name twice", .token(.header(.duplicateName))) {
            $0.paper.headerText = #"{"alg":"ES256","kid":"k1","alg":"none"}"#
        },
        Case("a header with something behind it", .token(.header(.bytesLeft))) {
            $0.paper.headerText = #"{"alg":"ES256","kid":"k1"}{}"#
        },
        Case("claims with a name twice", .token(.payload(.duplicateName))) {
            $0.paper.claimsText = #"{"iss":"https://login.example","sub":"1","sub":"2"}"#
        },
        Case("claims with a name twice, once in escapes", .token(.payload(.duplicateName))) {
            $0.paper.claimsText = #"{"sub":"1","s\u0075b":"2"}"#
        },
        Case("claims that are text", .token(.payload(.notAnObject))) { $0.paper.claimsText = #""claims""# },
        Case("claims that go too deep", .token(.payload(.tooDeep))) {
            $0.paper.claimsText = String(repeating: #"{"a":"#, count: 20)
        },
        Case("claims that stop halfway", .token(.payload(.endsTooEarly))) { $0.paper.claimsText = #"{"sub":"# },
        Case("something that must be understood", .token(.critical)) {
            $0.paper.header["crit"] = .list([.text("b64")])
        },
        Case("nothing that must be understood", .token(.critical)) { $0.paper.header["crit"] = .list([]) },
        Case("a kid that is a number", .token(.keyID)) { $0.paper.header["kid"] = .number(1) },
        Case("a kid without letters", .token(.keyID)) { $0.paper.header["kid"] = .text("") },
        Case("a kid that never ends", .token(.keyID)) {
            $0.paper.header["kid"] = .text(String(repeating: "k", count: 256))
        },
        Case("an access token", .token(.type)) { $0.paper.header["typ"] = .text("at+jwt") },
        Case("a logout token", .token(.type)) { $0.paper.header["typ"] = .text("logout+jwt") },
        Case("a typ that is no text", .token(.type)) { $0.paper.header["typ"] = .nothing },
    ]
}
