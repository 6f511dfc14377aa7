import Credentials
import TestIssuers
import Testing

@testable import Federation

@Suite struct JWKSTests {
    typealias Case = Wrong<[[String: JSONValue]], JWKSFailure>

    static let hostile: [Case] = [
        Case("no keys", .noKeys) { $0 = [] },
        Case("only a key for encryption", .noKeys) { $0 = [try Signer.rsa256.jwk(["use": .text("enc")])] },
        Case("only a kind that we do not know", .noKeys) { $0 = [["kty": .text("OKP"), "crv": .text("Ed25519")]] },
        Case("a key that only signs", .noKeys) { $0 = [try Signer.p256.jwk(["key_ops": .list([.text("sign")])])] },
        Case("a private EC key", .privateMember) { $0[0]["d"] = .text("AQ") },
        Case("a private RSA key", .privateMember) { $0[1]["p"] = .text("AQ") },
        Case("a shared secret", .privateMember) { $0.append(["kty": .text("oct"), "k": .text("c2VjcmV0")]) },
        Case("a private key for encryption", .privateMember) {
            $0.append(try Signer.rsa256.jwk(["use": .text("enc"), "d": .text("AQ")]))
        },
        Case("two keys with one name", .duplicateKeyID) { $0[1]["kid"] = .text("k1") },
        Case("a name that is a number", .keyID) { $0[0]["kid"] = .number(1) },
        Case("no kind", .keyUnreadable) { $0[0]["kty"] = nil },
        Case("no modulus", .modulus) { $0[1]["n"] = nil },
        Case("a modulus with a zero in front", .modulus) {
            $0[1]["n"] = .text(Base64URL.text([0] + ($0[1].bytes("n") ?? [])))
        },
        Case("a modulus that is even", .modulus) {
            $0[1]["n"] = .text(Base64URL.text(($0[1].bytes("n") ?? []).dropLast() + [2]))
        },
        Case("RSA of 2040 bits", .keySize) { $0[1]["n"] = .text(Base64URL.text([UInt8](repeating: 255, count: 255))) },
        Case("RSA of 8200 bits", .keySize) { $0[1]["n"] = .text(Base64URL.text([UInt8](repeating: 255, count: 1025))) },
        Case("an exponent of 1", .exponent) { $0[1]["e"] = .text("AQ") },
        Case("an exponent of 3", .exponent) { $0[1]["e"] = .text("Aw") },
        Case("an exponent that is even", .exponent) { $0[1]["e"] = .text(Base64URL.text([1, 0, 2])) },
        Case("an exponent of 5 bytes", .exponent) { $0[1]["e"] = .text(Base64URL.text([1, 0, 0, 0, 1])) },
        Case("a point that is not on the curve", .notOnCurve) {
            $0[0]["y"] = .text(Base64URL.text([UInt8](repeating: 1, count: 32)))
        },
        Case("half a point", .coordinates) { $0[0]["y"] = nil },
        Case("a point that is too short", .coordinates) { $0[0]["x"] = .text("AQ") },
        Case("an EC key for RS256", .algorithmOfKey) { $0[0]["alg"] = .text("RS256") },
        Case("too many keys", .tooManyKeys) { $0 = [[String: JSONValue]](repeating: ["kty": .text("x")], count: 65) },
        Case("too long", .tooLong) { $0[0]["more"] = .text(String(repeating: "a", count: 65_536)) },
    ]

    @Test(arguments: hostile) func `a set with something wrong in it is refused`(_ wrong: Case) throws {
        var keys = [
            try Signer.p256.jwk(["kid": .text("k1"), "use": .text("sig")]), try Signer.rsa256.jwk(["kid": .text("r1")]),
        ]
        try wrong.change(&keys)
        let bytes = keySet(keys)
        #expect(throws: wrong.failure) { try JWKS(bytes) }
    }

    @Test func `a small RSA key that another library made is refused`() {
        #expect(throws: JWKSFailure.keySize) { try JWKS(Array(Vectors.smallKeys.utf8)) }
    }

    @Test(arguments: ["", "[]", "{}", #"{"keys":{}}"#, #"{"keys":[1]}"#, #"{"keys":[],"keys":[]}"#])
    func `what is no set is refused`(_ text: String) {
        #expect(throws: JWKSFailure.self) { try JWKS(Array(text.utf8)) }
    }

    @Test func `keys for something else are left aside`() throws {
        let keys = try JWKS(
            keySet([
                try Signer.p256.jwk(["kid": .text("k1")]),
                try Signer.rsa256.jwk(["kid": .text("k1"), "use": .text("enc"), "alg": .text("RSA-OAEP")]),
                try Signer.rsa256.jwk(["kid": .text("r5"), "alg": .text("RS512")]),
                ["kty": .text("EC"), "crv": .text("P-521")],
            ]))
        #expect(keys.keys.map(\.id) == ["k1"])
    }
}
