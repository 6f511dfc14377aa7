import Credentials
import Crypto

/// Where a browser wants its messages, and with which keys they are closed so that only that browser reads them.
///
/// - Shape: the address, the public key (65 bytes, uncompressed) and the secret (16 bytes); kept as three words
/// - Source: RFC 8291, section 3.1; RFC 8030
package struct PushSubscription: Hashable, Sendable {
    package let address: String
    package let publicKey: [UInt8]
    package let secret: [UInt8]

    /// - Parameters:
    ///   - publicKey: as the browser writes it, base64url
    ///   - secret: as the browser writes it, base64url
    package init(_ address: String, publicKey: String, secret: String, among hosts: PushHosts) throws(PushFailure) {
        guard hosts.origin(of: address) != nil else { throw .address }
        guard let key = Base64URL.bytes(publicKey), key.count == 65 else { throw .key }
        do { _ = try P256.KeyAgreement.PublicKey(x963Representation: key) } catch { throw .key }
        guard let bytes = Base64URL.bytes(secret), bytes.count == 16 else { throw .secret }
        self.address = address
        self.publicKey = key
        self.secret = bytes
    }

    /// Reads what ``text`` wrote.
    package init(text: String, among hosts: PushHosts) throws(PushFailure) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 3 else { throw .address }
        try self.init(words[0], publicKey: words[1], secret: words[2], among: hosts)
    }

    package var text: String { "\(address) \(Base64URL.text(publicKey)) \(Base64URL.text(secret))" }
}
