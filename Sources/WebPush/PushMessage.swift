import Crypto

/// A short text, closed for one browser: the push service that carries it cannot read it.
///
/// - Shape: one record of `aes128gcm`: salt (16), record size (4), length of the key (1), our public key (65), the text
/// - Source: RFC 8291 (keys), RFC 8188 (record)
package struct PushMessage: Hashable, Sendable {
    /// - Source: RFC 8030, section 7.2: a push service takes at least 4096 bytes
    package static let longest = 3900
    private static let recordSize: [UInt8] = [0, 0, 0x10, 0]
    /// The last record.
    private static let end: UInt8 = 2

    package let body: [UInt8]

    /// - Parameters:
    ///   - key: made for this one message
    ///   - salt: sixteen bytes that were never used before
    package init(
        _ text: some Collection<UInt8>, to subscription: PushSubscription, with key: P256.KeyAgreement.PrivateKey,
        salt: [UInt8]
    ) throws(PushFailure) {
        guard text.count <= Self.longest else { throw .tooLong }
        do {
            let theirs = try P256.KeyAgreement.PublicKey(x963Representation: subscription.publicKey)
            let ours = Array(key.publicKey.x963Representation)
            let shared = try key.sharedSecretFromKeyAgreement(with: theirs).hkdfDerivedSymmetricKey(
                using: SHA256.self, salt: subscription.secret,
                sharedInfo: Array("WebPush: info\0".utf8) + subscription.publicKey + ours, outputByteCount: 32)
            let (content, nonce) = Self.keys(from: shared, salt: salt)
            let box = try AES.GCM.seal(Array(text) + [Self.end], using: content, nonce: AES.GCM.Nonce(data: nonce))
            body = salt + Self.recordSize + [UInt8(ours.count)] + ours + Array(box.ciphertext) + Array(box.tag)
        } catch {
            throw .key
        }
    }

    private static func keys(from shared: SymmetricKey, salt: [UInt8]) -> (content: SymmetricKey, nonce: [UInt8]) {
        func derive(_ name: String, _ count: Int) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: shared, salt: salt, info: Array("Content-Encoding: \(name)\0".utf8),
                outputByteCount: count)
        }
        return (derive("aes128gcm", 16), derive("nonce", 12).withUnsafeBytes { Array($0) })
    }
}
