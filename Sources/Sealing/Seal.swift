import Crypto

/// The stamp with which the server signs the end of a chain. It never stands in the database or in a backup of it.
package struct Seal: Sendable, CustomStringConvertible {
    package static let seedLength = 32

    package let keyID: String
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter seed: 32 bytes that nobody can foretell
    /// - Throws: ``SealingFailure/keyID``, ``SealingFailure/keyLength``, ``SealingFailure/keyUnusable``
    package init(_ seed: [UInt8], named keyID: String) throws(SealingFailure) {
        guard KeyID.isWellFormed(keyID.utf8) else { throw .keyID }
        guard seed.count == Seal.seedLength else { throw .keyLength }
        do { key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch { throw .keyUnusable }
        self.keyID = keyID
    }

    /// What ``SealKeys`` needs to know of this seal; it may be shown to anybody.
    package var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// A log says which seal it was, and never its key.
    package var description: String { "Seal \(keyID)" }

    /// Signs how far the chain is now.
    ///
    /// - Throws: ``SealingFailure/nothingToSeal`` when the chain has no line, ``SealingFailure/keyUnusable``
    package func sign(_ chain: Chain, at now: Int64) throws(SealingFailure) -> Head {
        guard chain.sequence > 0 else { throw .nothingToSeal }
        let head = head(of: chain, at: now, signature: [])
        do {
            return self.head(of: chain, at: now, signature: Array(try key.signature(for: head.signedBytes)))
        } catch {
            throw .keyUnusable
        }
    }

    private func head(of chain: Chain, at now: Int64, signature: [UInt8]) -> Head {
        Head(
            of: chain.tenant, at: chain.sequence, hash: chain.hash, sealedAt: now, keyID: keyID, signature: signature
        )
    }
}

/// How a key is named: short, and in letters that can be read over the telephone.
///
/// - Shape: 1 to 40 of the letters, the digits, `.`, `_` and `-`
enum KeyID {
    static let longest = 40

    static func isWellFormed(_ letters: some Collection<UInt8>) -> Bool {
        (1...longest).contains(letters.count) && letters.allSatisfy(isAllowed)
    }

    private static func isAllowed(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
