import Crypto
import CryptoExtras

/// How a token is signed.
///
/// Only with a key of which we know the public half: what is signed with a shared secret, or not at all, has no name
/// here and cannot be asked for.
///
/// - Source: RFC 7518, section 3.1
package enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"
    case rs384 = "RS384"
    case es384 = "ES384"

    /// What a provider of identity may sign with.
    package static let forIdentity: Set<SignatureAlgorithm> = [.rs256, .ps256, .es256]

    /// What a machine may prove itself with.
    ///
    /// - Source: SMART App Launch 2.2, asymmetric client authentication: RS384 and ES384
    package static let forMachines: Set<SignatureAlgorithm> = [.rs384, .es384]

    /// Whether such a key can make such a signature.
    func fits(_ material: JWK.Material) -> Bool {
        switch (self, material) {
        case (.rs256, .rsa), (.ps256, .rsa), (.rs384, .rsa), (.es256, .p256), (.es384, .p384): true
        case (.rs256, _), (.ps256, _), (.rs384, _), (.es256, _), (.es384, _): false
        }
    }

    /// Whether this signature stands under these bytes.
    func isValid(_ signature: [UInt8], of signed: [UInt8], by material: JWK.Material) -> Bool {
        switch (self, material) {
        case (.rs256, .rsa(let key)): key.isValid(signature, for: SHA256.hash(data: signed), .insecurePKCS1v1_5)
        case (.rs384, .rsa(let key)): key.isValid(signature, for: SHA384.hash(data: signed), .insecurePKCS1v1_5)
        case (.ps256, .rsa(let key)): key.isValid(signature, for: SHA256.hash(data: signed), .PSS)
        case (.es256, .p256(let x963)): SignatureAlgorithm.isValidP256(signature, of: signed, by: x963)
        case (.es384, .p384(let x963)): SignatureAlgorithm.isValidP384(signature, of: signed, by: x963)
        case (.rs256, _), (.rs384, _), (.ps256, _), (.es256, _), (.es384, _): false
        }
    }

    /// The first half of a hash, as an ID token holds it of the access token beside it.
    ///
    /// - Source: OpenID Connect Core 1.0, section 3.1.3.6
    func leftHalfOfHash(of bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .rs256, .ps256, .es256: Array(SHA256.hash(data: bytes).prefix(16))
        case .rs384, .es384: Array(SHA384.hash(data: bytes).prefix(24))
        }
    }

    /// - Shape: 64 bytes, two numbers beside each other (RFC 7518, section 3.4)
    private static func isValidP256(_ signature: [UInt8], of signed: [UInt8], by x963: [UInt8]) -> Bool {
        guard signature.count == 64 else { return false }
        do {
            let read = try P256.Signing.ECDSASignature(rawRepresentation: signature)
            return try P256.Signing.PublicKey(x963Representation: x963).isValidSignature(read, for: signed)
        } catch { return false }
    }

    /// - Shape: 96 bytes, two numbers beside each other (RFC 7518, section 3.4)
    private static func isValidP384(_ signature: [UInt8], of signed: [UInt8], by x963: [UInt8]) -> Bool {
        guard signature.count == 96 else { return false }
        do {
            let read = try P384.Signing.ECDSASignature(rawRepresentation: signature)
            return try P384.Signing.PublicKey(x963Representation: x963).isValidSignature(read, for: signed)
        } catch { return false }
    }
}

extension JWK.RSA {
    /// - Shape: a signature as long as the modulus (RFC 8017, sections 8.1.2 and 8.2.2)
    fileprivate func isValid(_ signature: [UInt8], for digest: some Digest, _ padding: _RSA.Signing.Padding) -> Bool {
        guard signature.count == modulus.count else { return false }
        do {
            let key = try _RSA.Signing.PublicKey(n: modulus, e: exponent)
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature), for: digest, padding: padding)
        } catch { return false }
    }
}
