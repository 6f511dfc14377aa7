import Credentials
import Crypto
import CryptoExtras
import Federation
import Foundation

/// Who puts a signature under a token in these tests.
package enum Signer: Sendable {
    /// A key that was not made; the test that asks for it fails.
    package struct NoKey: Error {}

    case p256, otherP256, p384, rsa256, rsa384, pss256
    case secret([UInt8])
    case nobody

    static let key = try? P256.Signing.PrivateKey(rawRepresentation: (1...32).map { UInt8($0) })  // fixed, thus valid
    static let otherKey = try? P256.Signing.PrivateKey(rawRepresentation: (2...33).map { UInt8($0) })  // likewise
    static let longKey = try? P384.Signing.PrivateKey(rawRepresentation: (1...48).map { UInt8($0) })  // likewise
    static let rsaKey = try? _RSA.Signing.PrivateKey(keySize: .bits2048)  // made anew in every run

    package func signature(of signed: [UInt8]) throws -> [UInt8] {
        switch self {
        case .p256: try Array(Signer.needed(Signer.key).signature(for: signed).rawRepresentation)
        case .otherP256: try Array(Signer.needed(Signer.otherKey).signature(for: signed).rawRepresentation)
        case .p384: try Array(Signer.needed(Signer.longKey).signature(for: signed).rawRepresentation)
        case .rsa256: try rsa(SHA256.hash(data: signed), .insecurePKCS1v1_5)
        case .rsa384: try rsa(SHA384.hash(data: signed), .insecurePKCS1v1_5)
        case .pss256: try rsa(SHA256.hash(data: signed), .PSS)
        case .secret(let secret):
            Array(HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret)))
        case .nobody: []
        }
    }

    private static func needed<Key>(_ key: Key?) throws -> Key {
        guard let key else { throw NoKey() }
        return key
    }

    private func rsa(_ digest: some Digest, _ padding: _RSA.Signing.Padding) throws -> [UInt8] {
        try Array(Signer.needed(Signer.rsaKey).signature(for: digest, padding: padding).rawRepresentation)
    }

    /// The public half, as a key set holds it.
    package func jwk(_ more: [String: JSONValue] = [:]) throws -> [String: JSONValue] {
        let members: [String: JSONValue] =
            switch self {
            case .p256: ec("P-256", try Array(Signer.needed(Signer.key).publicKey.rawRepresentation))
            case .otherP256: ec("P-256", try Array(Signer.needed(Signer.otherKey).publicKey.rawRepresentation))
            case .p384: ec("P-384", try Array(Signer.needed(Signer.longKey).publicKey.rawRepresentation))
            case .rsa256, .rsa384, .pss256:
                try rsaMembers(Signer.needed(Signer.rsaKey).publicKey.getKeyPrimitives())
            case .secret, .nobody: [:]
            }
        return members.merging(more) { $1 }
    }

    private func ec(_ curve: String, _ point: [UInt8]) -> [String: JSONValue] {
        [
            "kty": .text("EC"), "crv": .text(curve),
            "x": .text(Base64URL.text(Array(point.prefix(point.count / 2)))),
            "y": .text(Base64URL.text(Array(point.suffix(point.count / 2)))),
        ]
    }

    private func rsaMembers(_ numbers: _RSA.Signing.PublicKey.Primitives) throws -> [String: JSONValue] {
        [
            "kty": .text("RSA"), "n": .text(Base64URL.text(Array(numbers.modulus))),
            "e": .text(Base64URL.text(Array(numbers.publicExponent))),
        ]
    }
}

/// A token of which every part can be made to lie.
package struct Paper: Sendable {
    package var header: [String: JSONValue]
    package var claims: [String: JSONValue]
    package var signer: Signer
    package var headerText: String?
    package var claimsText: String?
    package var rewrite: @Sendable (String) -> String = { $0 }

    package init(header: [String: JSONValue], claims: [String: JSONValue], signer: Signer) {
        self.header = header
        self.claims = claims
        self.signer = signer
    }

    /// Signed in another way, and honest about it.
    package mutating func become(_ algorithm: String, _ key: String, _ signer: Signer) {
        header["alg"] = .text(algorithm)
        header["kid"] = .text(key)
        self.signer = signer
    }

    package func text() throws -> String {
        let head = Base64URL.text(Array((headerText ?? JSONValue.object(header).json).utf8))
        let body = Base64URL.text(Array((claimsText ?? JSONValue.object(claims).json).utf8))
        let signature = Base64URL.text(try signer.signature(of: Array("\(head).\(body)".utf8)))
        return rewrite("\(head).\(body).\(signature)")
    }
}

package func seconds(_ value: Int64) -> NumericDate { NumericDate(milliseconds: value * 1000) }

package func number(_ value: Int64) -> JSONValue { .number(String(value)) }

package func keySet(_ keys: [[String: JSONValue]]) -> [UInt8] {
    Array(JSONValue.object(["keys": .list(keys.map { .object($0) })]).json.utf8)
}
