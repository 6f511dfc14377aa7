import Crypto

/// A key of 256 bits that came from chance, and that no line of text can show.
struct Secret: Sendable, CustomStringConvertible, CustomReflectable {
    /// - Units: bytes
    static let length = 32
    /// Thirty-two bytes of chance hold about thirty different ones; fewer than twelve is no chance at all.
    private static let fewestDifferent = 12

    let key: SymmetricKey

    /// - Throws: ``KeyFailure/length``, ``KeyFailure/weak``
    init(_ bytes: [UInt8]) throws(KeyFailure) {
        guard bytes.count == Secret.length else { throw .length }
        guard !Secret.isWeak(bytes) else { throw .weak }
        key = SymmetricKey(data: bytes)
    }

    /// What follows from a key that came from chance is not looked at again.
    init(derived key: SymmetricKey) { self.key = key }

    init(using chance: inout some RandomNumberGenerator) throws(KeyFailure) {
        try self.init((0..<Secret.length).map { _ in UInt8.random(in: .min ... .max, using: &chance) })
    }

    var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// A log says that there was a key, and no more.
    var description: String { "Secret" }
    var customMirror: Mirror { Mirror(self, children: []) }

    /// Zeros, a row that counts, a word said twice, a sentence: what people write down when a key is asked.
    private static func isWeak(_ bytes: [UInt8]) -> Bool {
        let steps = zip(bytes, bytes.dropFirst()).map { $1 &- $0 }
        return Set(bytes).count < fewestDifferent || Set(steps).count < fewestDifferent
            || (1...length / 2).contains { bytes.dropFirst($0).elementsEqual(bytes.dropLast($0)) }
            || bytes.allSatisfy { (0x20...0x7E).contains($0) }
    }
}

/// Why a key cannot be made, or a set of keys cannot be changed.
package enum KeyFailure: Error, Hashable, Sendable {
    case length, weak
    case alreadyHeld(KeyID), notHeld(KeyID)
    /// The key that seals today cannot be put away.
    case isCurrent
    case tooMany
}
