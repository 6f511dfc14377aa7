import Credentials
import Crypto

/// The key with which we tell push services who sends (VAPID): a browser that subscribed with its public half takes
/// messages from nobody else.
///
/// - Source: RFC 8292
package struct PushKey: Sendable {
    private let key: P256.Signing.PrivateKey

    /// - Parameter bytes: the private half, 32 bytes
    /// - Throws: ``PushFailure/key``
    package init(_ bytes: [UInt8]) throws(PushFailure) {
        do { key = try P256.Signing.PrivateKey(rawRepresentation: bytes) } catch { throw .key }
    }

    /// A new one, from the chance of the machine.
    package init() { key = P256.Signing.PrivateKey() }

    package var bytes: [UInt8] { Array(key.rawRepresentation) }

    /// As a browser asks for it: base64url of 65 bytes.
    package var publicKey: String { Base64URL.text(Array(key.publicKey.x963Representation)) }

    /// A letter is good for so long; a push service takes at most a day.
    ///
    /// - Source: RFC 8292, section 2 (24 hours at most)
    private static let validity: Int64 = 12 * 3600

    /// The `Authorization` of one message.
    ///
    /// - Parameters:
    ///   - origin: of the push service
    ///   - contact: where its administrators find us, an `https:` or `mailto:` address
    ///   - now: seconds since 1970
    /// - Throws: ``PushFailure/key``
    package func authorization(to origin: String, contact: String?, at now: Int64) throws(PushFailure) -> String {
        let head = Base64URL.text(Array(#"{"typ":"JWT","alg":"ES256"}"#.utf8))
        let sender = contact.map { #","sub":"\#($0)""# } ?? ""
        let claims = #"{"aud":"\#(origin)","exp":\#(now + Self.validity)\#(sender)}"#
        let letter = "\(head).\(Base64URL.text(Array(claims.utf8)))"
        do {
            let signature = try key.signature(for: Array(letter.utf8))
            return "vapid t=\(letter).\(Base64URL.text(Array(signature.rawRepresentation))), k=\(publicKey)"
        } catch {
            throw .key
        }
    }
}
