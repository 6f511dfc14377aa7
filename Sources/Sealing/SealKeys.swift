import Crypto

/// The public halves of every seal that was ever in use, by name: an old head is checked with the key of its day.
package struct SealKeys: Sendable {
    /// What is to be said of the signature of a head.
    package enum Answer: Hashable, Sendable {
        case genuine, wrongSignature, unknownKey
    }

    private static let length = 32

    private var keys: [String: Curve25519.Signing.PublicKey] = [:]

    /// - Parameter published: 32 bytes by the name of the key
    /// - Throws: ``SealingFailure/keyID``, ``SealingFailure/keyLength``, ``SealingFailure/keyUnusable``
    package init(_ published: [String: [UInt8]]) throws(SealingFailure) {
        for (name, bytes) in published {
            guard KeyID.isWellFormed(name.utf8) else { throw .keyID }
            guard bytes.count == SealKeys.length else { throw .keyLength }
            do {
                keys[name] = try Curve25519.Signing.PublicKey(rawRepresentation: bytes)
            } catch {
                throw .keyUnusable
            }
        }
    }

    package func judge(_ head: Head) -> Answer {
        guard let key = keys[head.keyID] else { return .unknownKey }
        return key.isValidSignature(head.signature, for: head.signedBytes) ? .genuine : .wrongSignature
    }
}
