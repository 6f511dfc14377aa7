import Clinical
import Credentials
import Crypto

/// Closes readings on a phone so that only we can open them: whoever has the phone cannot, and the phone cannot either.
///
/// - Shape: `hpke1.<encapsulated key>.<ciphertext>`, both base64url; HPKE in base mode, DHKEM(P-256, HKDF-SHA256),
///   HKDF-SHA256, AES-128-GCM
/// - Source: RFC 9180
struct PhoneKey: Sendable {
    enum Mark {}

    /// A key is used so long for new readings; it opens old ones until it is this old.
    ///
    /// - Source: our own proposal: a phone that was in a drawer for a year still gets its readings in
    static let seals = Duration.days(30)
    static let opens = Duration.days(400)

    private static let suite = HPKE.Ciphersuite(kem: .P256_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_128)
    private static let purpose = Array("hartlijn reading 1".utf8)
    private static let version = "hpke1"

    let id: ID<Mark>
    let madeAt: Instant
    private let secret: P256.KeyAgreement.PrivateKey

    /// A new key, of the chance of the machine.
    init(_ id: ID<Mark>, at now: Instant) {
        self.id = id
        madeAt = now
        secret = P256.KeyAgreement.PrivateKey()
    }

    /// - Throws: when these are not the bytes of a key
    init(_ id: ID<Mark>, madeAt: Instant, bytes: [UInt8]) throws {
        self.id = id
        self.madeAt = madeAt
        secret = try P256.KeyAgreement.PrivateKey(rawRepresentation: bytes)
    }

    /// Kept as it is, by a house that had no keys; sealed it is longer.
    static func isReadable(_ kept: [UInt8]) -> Bool { kept.count == 32 }

    var bytes: [UInt8] { Array(secret.rawRepresentation) }
    /// An uncompressed point, as browsers take it.
    var publicBytes: [UInt8] { Array(secret.publicKey.x963Representation) }

    static func isSealed(_ text: String) -> Bool { text.hasPrefix("\(version).") }

    /// - Returns: nothing when it was not closed for this key, or not at all
    func open(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.version, let key = Base64URL.bytes(String(parts[1])),
            let sealed = Base64URL.bytes(String(parts[2]))
        else { return nil }
        do {
            var recipient = try HPKE.Recipient(
                privateKey: secret, ciphersuite: Self.suite, info: .init(Self.purpose), encapsulatedKey: .init(key))
            return String(validating: try recipient.open(sealed), as: UTF8.self)
        } catch {
            return nil
        }
    }
}

extension PhoneKey {
    /// What a phone would make of it, for tests and for who wants to see how.
    static func close(_ text: String, for publicBytes: [UInt8]) throws -> String {
        var sender = try HPKE.Sender(
            recipientKey: try P256.KeyAgreement.PublicKey(x963Representation: publicBytes), ciphersuite: suite,
            info: .init(purpose))
        let sealed = try sender.seal(Array(text.utf8))
        return "\(version).\(Base64URL.text(Array(sender.encapsulatedKey))).\(Base64URL.text(Array(sealed)))"
    }
}
