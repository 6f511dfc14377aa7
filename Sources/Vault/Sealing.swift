import Crypto

/// Closes bytes so that only the key opens them, and only where they belong.
///
/// - Shape: what stands in front, nonce 12, as many bytes as went in, tag 16
/// - Source: AES-256-GCM, NIST SP 800-38D; a nonce by chance, so one key for at most 2³² seals (section 8.3)
enum Sealing {
    static let nonceLength = 12
    static let tagLength = 16

    static func seal(
        _ plain: [UInt8], with key: SymmetricKey, nonce: AES.GCM.Nonce = AES.GCM.Nonce(), bound: [UInt8],
        after front: [UInt8]
    ) throws(SealFailure) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plain, using: key, nonce: nonce, authenticating: bound)
            guard let combined = box.combined else { throw SealFailure.cannotSeal }
            return front + combined
        } catch { throw .cannotSeal }
    }

    /// - Throws: ``SealFailure/refused`` for anything that is not exactly what was closed here, with this key
    static func open(
        _ sealed: ArraySlice<UInt8>, with key: SymmetricKey, bound: [UInt8]
    ) throws(SealFailure) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: key, authenticating: bound))
        } catch { throw .refused }
    }
}

/// Why something cannot be sealed or opened.
package enum SealFailure: Error, Hashable, Sendable {
    case tooShort, tooLong
    case version(UInt8)
    /// It was sealed with this key, and not with the one that should open it.
    case otherKey(KeyID)
    /// Changed, moved from elsewhere, or sealed with another key under this id.
    case refused
    /// It opens, but what is inside is not what belongs there.
    case contents, notText
    case cannotSeal
}
