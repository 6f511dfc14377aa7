import Credentials

/// Why a token is not read, or is not signed by whom it should be.
package enum JWSFailure: Error, Hashable, Sendable {
    case tooLong, notThreeParts
    case headerUnreadable, payloadUnreadable, signatureUnreadable
    case header(JSONFailure), payload(JSONFailure)
    case type, keyID, critical
    case algorithmNotAllowed
    /// The set of keys may be old: it may be fetched again, once and not for every token.
    case unknownKey
    case keyDoesNotFit, severalKeysFit
    case wrongSignature
}

/// What holds for every token.
enum JOSE {
    static let keyIDLengths = 1...255
}

/// A signed token that has been taken apart, and of which nothing has been believed yet.
///
/// The header says which key and which algorithm; a key, or an address of a key, that it brings along is never looked
/// at.
///
/// - Shape: header, payload and signature in base64url, with dots between; at most 16 KiB
/// - Source: RFC 7515, sections 3.1, 4.1 and 5.2; RFC 8725, sections 3.1, 3.2 and 3.11
struct JWS: Sendable {
    /// - Units: bytes
    static let longest = 16 * 1024

    private let algorithm: String
    private let keyID: String?
    private let type: String?
    private let signed: [UInt8]
    private let payload: [UInt8]
    private let signature: [UInt8]

    init(_ text: String, within longest: Int = JWS.longest) throws(JWSFailure) {
        guard text.utf8.count <= longest else { throw .tooLong }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .notThreeParts }
        guard let header = Base64URL.bytes(String(parts[0])) else { throw .headerUnreadable }
        guard let payload = Base64URL.bytes(String(parts[1])) else { throw .payloadUnreadable }
        guard let signature = Base64URL.bytes(String(parts[2])) else { throw .signatureUnreadable }
        let members = try JWS.members(ofHeader: header)
        guard !members.has("crit") else { throw .critical }
        guard let algorithm = members.text("alg") else { throw .algorithmNotAllowed }
        self.algorithm = algorithm
        keyID = try JWS.keyID(members)
        type = try JWS.type(members)
        signed = Array("\(parts[0]).\(parts[1])".utf8)
        self.payload = payload
        self.signature = signature
    }

    /// What the token says, now that it is known who says it.
    ///
    /// - Shape: `types`: what the token may call itself, in small letters; `nil` when it may keep silent
    func verified(
        by keys: JWKS, allowing algorithms: Set<SignatureAlgorithm>, as types: Set<String?>
    ) throws(JWSFailure) -> Verified {
        guard types.contains(type?.lowercased()) else { throw .type }
        guard let algorithm = SignatureAlgorithm(rawValue: algorithm), algorithms.contains(algorithm) else {
            throw .algorithmNotAllowed
        }
        let key = try keys.key(named: keyID, for: algorithm)
        guard algorithm.isValid(signature, of: signed, by: key.material) else { throw .wrongSignature }
        return Verified(claims: try unverifiedClaims(), algorithm: algorithm, keyID: keyID)
    }

    /// What the token says, whoever wrote it: only to find out whose keys to check it with.
    func unverifiedClaims() throws(JWSFailure) -> [String: JSONValue] {
        do throws(JSONFailure) { return try object(payload) } catch { throw .payload(error) }
    }

    /// What the token says, with the signature checked.
    struct Verified: Sendable {
        let claims: [String: JSONValue]
        let algorithm: SignatureAlgorithm
        let keyID: String?
    }

    private static func members(ofHeader bytes: [UInt8]) throws(JWSFailure) -> [String: JSONValue] {
        do throws(JSONFailure) { return try object(bytes) } catch { throw .header(error) }
    }

    private static func keyID(_ members: [String: JSONValue]) throws(JWSFailure) -> String? {
        guard members.has("kid") else { return nil }
        guard let id = members.text("kid"), JOSE.keyIDLengths.contains(id.utf8.count) else { throw .keyID }
        return id
    }

    private static func type(_ members: [String: JSONValue]) throws(JWSFailure) -> String? {
        guard members.has("typ") else { return nil }
        guard let type = members.text("typ") else { throw .type }
        return type
    }
}
