import Credentials
import TestIssuers

@testable import Federation

extension HostileIDTokens {
    static let parties: [Case] = [
        Case("another issuer", .issuer) { $0.paper.claims["iss"] = .text("https://kwaad.example") },
        Case("an issuer with a slash", .issuer) { $0.paper.claims["iss"] = .text(House.issuer + "/") },
        Case("an issuer in capitals", .issuer) { $0.paper.claims["iss"] = .text("https://LOGIN.example") },
        Case("no issuer", .issuer) { $0.paper.claims["iss"] = nil },
        Case("a list of issuers", .issuer) { $0.paper.claims["iss"] = .list([.text(House.issuer)]) },
        Case("for somebody else", .audience) { $0.paper.claims["aud"] = .text("other") },
        Case("for somebody whose name begins as ours", .audience) { $0.paper.claims["aud"] = .text("hartlijn2") },
        Case("for nobody", .audience) { $0.paper.claims["aud"] = nil },
        Case("for an empty list", .audience) { $0.paper.claims["aud"] = .list([]) },
        Case("for us and a number", .audience) { $0.paper.claims["aud"] = .list([.text("hartlijn"), .number(1)]) },
        Case("for us and others, and no party", .authorizedParty) {
            $0.paper.claims["aud"] = .list([.text("hartlijn"), .text("other")])
        },
        Case("for us, by way of another party", .authorizedParty) { $0.paper.claims["azp"] = .text("other") },
        Case("a party that is no text", .authorizedParty) { $0.paper.claims["azp"] = .nothing },
        Case("an answer to a question to another house", .otherProvider) { $0.issuer = "https://other.example" },
    ]

    static let times: [Case] = [
        Case("written in the future", .issuedAt) { $0.paper.claims["iat"] = number(House.now + 11) },
        Case("not said when it was written", .issuedAt) { $0.paper.claims["iat"] = nil },
        Case("written at a time in letters", .issuedAt) { $0.paper.claims["iat"] = .text("1750000000") },
        Case("written at a time with a power", .issuedAt) { $0.paper.claims["iat"] = .number("1.75e9") },
        Case("written before 1970", .issuedAt) { $0.paper.claims["iat"] = .number(-1) },
        Case("written before it was asked", .olderThanQuestion) { $0.paper.claims["iat"] = number(House.now - 41) },
        Case("expired", .expired) {
            $0.paper.claims["iat"] = number(House.now - 15)
            $0.paper.claims["exp"] = number(House.now - 10)
        },
        Case("never expires", .expiry) { $0.paper.claims["exp"] = nil },
        Case("expires in the year 30 million", .expiry) { $0.paper.claims["exp"] = .number("999999999999999") },
        Case("expires before it is written", .expiry) { $0.paper.claims["exp"] = number(House.now - 2) },
        Case("expires without a number", .expiry) { $0.paper.claims["exp"] = .truth(true) },
        Case("not valid yet", .notYet) { $0.paper.claims["nbf"] = number(House.now + 11) },
        Case("valid from a text", .notYet) { $0.paper.claims["nbf"] = .text("now") },
        Case("not said when the person was there", .noAuthenticationTime) { $0.paper.claims["auth_time"] = nil },
        Case("a time in letters that the person was there", .noAuthenticationTime) {
            $0.paper.claims["auth_time"] = .text("1750000000")
        },
        Case("the person will be there", .authenticationInFuture) {
            $0.paper.claims["auth_time"] = number(House.now + 11)
        },
        Case("the person was there too long ago", .authenticatedTooLongAgo) {
            $0.paper.claims["auth_time"] = number(House.now - 311)
        },
    ]

    static let person: [Case] = [
        Case("another nonce", .nonce) { $0.paper.claims["nonce"] = .text(String(House.nonce.dropLast()) + "B") },
        Case("half a nonce", .nonce) { $0.paper.claims["nonce"] = .text(String(House.nonce.prefix(20))) },
        Case("no nonce", .nonce) { $0.paper.claims["nonce"] = nil },
        Case("an empty nonce", .nonce) { $0.paper.claims["nonce"] = .text("") },
        Case("a list of nonces", .nonce) { $0.paper.claims["nonce"] = .list([.text(House.nonce)]) },
        Case("a lower level", .levelTooLow) { $0.paper.claims["acr"] = .text(House.low) },
        Case("a level that nobody knows", .levelTooLow) { $0.paper.claims["acr"] = .text("0") },
        Case("a level in capitals", .levelTooLow) { $0.paper.claims["acr"] = .text(House.substantial.uppercased()) },
        Case("two levels in one text", .levelTooLow) {
            $0.paper.claims["acr"] = .text("\(House.low) \(House.substantial)")
        },
        Case("no level", .noLevel) { $0.paper.claims["acr"] = nil },
        Case("a list of levels", .noLevel) { $0.paper.claims["acr"] = .list([.text(House.high)]) },
        Case("enough for the row but not for what was asked", .levelTooLow) { $0.asked = House.high },
        Case("enough for what was asked but not for the row", .levelTooLow) {
            $0.asked = House.low
            $0.paper.claims["acr"] = .text(House.low)
        },
        Case("a level was asked that nobody knows", .levelTooLow) { $0.asked = "9" },
        Case("nobody", .subject) { $0.paper.claims["sub"] = nil },
        Case("a subject without letters", .subject) { $0.paper.claims["sub"] = .text("") },
        Case("a subject of 256 characters", .subject) {
            $0.paper.claims["sub"] = .text(String(repeating: "s", count: 256))
        },
        Case("a subject beyond ASCII", .subject) { $0.paper.claims["sub"] = .text("Zoë") },
        Case("a subject with a line end", .subject) { $0.paper.claims["sub"] = .text("1\n2") },
        Case("a subject that is a number", .subject) { $0.paper.claims["sub"] = .number(24_400_320) },
        Case("the hash of another access token", .accessTokenHash) {
            $0.paper.claims["at_hash"] = .text($0.half(of: "other"))
        },
        Case("an empty hash", .accessTokenHash) { $0.paper.claims["at_hash"] = .text("") },
        Case("a hash that is too short", .accessTokenHash) {
            $0.paper.claims["at_hash"] = .text(String($0.half().prefix(11)))
        },
        Case("a name that never ends", .name) { $0.paper.claims["name"] = .text(String(repeating: "n", count: 256)) },
        Case("a name with a control character", .name) { $0.paper.claims["name"] = .text("Jan\u{7}") },
        Case("a session that is no text", .session) { $0.paper.claims["sid"] = .number(1) },
    ]
}
