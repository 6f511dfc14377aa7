import Credentials
import Crypto

/// Why a key, or a set of keys, is not one that we check with.
package enum JWKSFailure: Error, Hashable, Sendable {
    case tooLong, json(JSONFailure), keysMissing, tooManyKeys, noKeys
    case keyUnreadable, keyID, duplicateKeyID, privateMember
    case modulus, keySize, exponent, coordinates, notOnCurve, algorithmOfKey
}

/// One public key of another house.
///
/// - Shape: RSA of 2048 to 8192 bits, or EC on P-256 or P-384
/// - Source: RFC 7517, section 4; RFC 7518, sections 6.2 and 6.3
package struct JWK: Hashable, Sendable {
    /// - Units: bits; NIST SP 800-131A rev. 2 asks 2048 or more, and more than 8192 only costs time
    static let rsaSizes = 2048...8192

    /// What only the owner of a key, or of a shared secret, may have.
    ///
    /// - Source: RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1
    private static let privateMembers: Set<String> = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]

    let id: String?
    let algorithm: SignatureAlgorithm?
    let material: Material

    /// The numbers of the key.
    enum Material: Hashable, Sendable {
        case rsa(RSA)
        /// - Shape: 65 bytes, X9.63
        case p256([UInt8])
        /// - Shape: 97 bytes, X9.63
        case p384([UInt8])
    }

    struct RSA: Hashable, Sendable {
        let modulus: [UInt8]
        let exponent: [UInt8]
    }

    /// - Returns: `nil` when the key is not for signatures, or of a kind that we do not know
    static func read(_ members: [String: JSONValue]) throws(JWKSFailure) -> JWK? {
        guard privateMembers.isDisjoint(with: members.keys) else { throw .privateMember }
        guard let kind = members.text("kty") else { throw .keyUnreadable }
        guard isForSignatures(members) else { return nil }
        var algorithm: SignatureAlgorithm?
        if let name = members["alg"] {
            guard case .text(let text) = name else { throw .keyUnreadable }
            guard let known = SignatureAlgorithm(rawValue: text) else { return nil }
            algorithm = known
        }
        guard let material = try material(of: kind, members) else { return nil }
        guard algorithm?.fits(material) != false else { throw .algorithmOfKey }
        return JWK(id: try id(members), algorithm: algorithm, material: material)
    }

    /// Whether the key may check a signature by this algorithm.
    func fits(_ asked: SignatureAlgorithm) -> Bool {
        asked.fits(material) && (algorithm == nil || algorithm == asked)
    }

    private static func isForSignatures(_ members: [String: JSONValue]) -> Bool {
        if let use = members["use"], use != .text("sig") { return false }
        guard let operations = members["key_ops"] else { return true }
        guard case .list(let items) = operations else { return false }
        return items.contains(.text("verify"))
    }

    private static func id(_ members: [String: JSONValue]) throws(JWKSFailure) -> String? {
        guard let id = members["kid"] else { return nil }
        guard case .text(let text) = id, JOSE.keyIDLengths.contains(text.utf8.count) else { throw .keyID }
        return text
    }

    private static func material(
        of kind: String, _ members: [String: JSONValue]
    ) throws(JWKSFailure) -> Material? {
        switch (kind, members.text("crv")) {
        case ("RSA", _): .rsa(try rsa(members))
        case ("EC", "P-256"): .p256(try p256(try point(members, 32)))
        case ("EC", "P-384"): .p384(try p384(try point(members, 48)))
        case (_, _): nil
        }
    }

    private static func rsa(_ members: [String: JSONValue]) throws(JWKSFailure) -> RSA {
        guard let modulus = members.bytes("n"), let first = modulus.first, first != 0 else { throw .modulus }
        guard rsaSizes.contains(modulus.count * 8 - first.leadingZeroBitCount) else { throw .keySize }
        guard modulus.last.map({ $0 & 1 == 1 }) == true else { throw .modulus }
        guard let exponent = members.bytes("e"), isUsable(exponent: exponent) else { throw .exponent }
        return RSA(modulus: modulus, exponent: exponent)
    }

    /// - Shape: odd, from 65537, at most 4 bytes, no zero in front (NIST FIPS 186-5, section 5.1)
    private static func isUsable(exponent: [UInt8]) -> Bool {
        guard let first = exponent.first, let last = exponent.last, first != 0, last & 1 == 1 else { return false }
        return (3...4).contains(exponent.count) && exponent.reduce(0) { $0 << 8 | UInt64($1) } >= 65_537
    }

    private static func point(_ members: [String: JSONValue], _ length: Int) throws(JWKSFailure) -> [UInt8] {
        guard let x = members.bytes("x"), let y = members.bytes("y"), x.count == length, y.count == length else {
            throw .coordinates
        }
        return [4] + x + y
    }

    private static func p256(_ x963: [UInt8]) throws(JWKSFailure) -> [UInt8] {
        do { _ = try P256.Signing.PublicKey(x963Representation: x963) } catch { throw .notOnCurve }
        return x963
    }

    private static func p384(_ x963: [UInt8]) throws(JWKSFailure) -> [UInt8] {
        do { _ = try P384.Signing.PublicKey(x963Representation: x963) } catch { throw .notOnCurve }
        return x963
    }
}
