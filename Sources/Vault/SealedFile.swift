import Crypto

/// A whole file, such as a backup, closed for the house: only a master key opens it, and a part that is missing, changed
/// or in another order is found.
///
/// - Shape: the title and a line feed, id of the master key 8, salt 32; then parts of 64 KiB, the last one shorter and
///   possibly empty, each with its tag of 16
/// - Source: AES-256-GCM with a key for each file, a nonce that counts, and a mark on the last part, as in STREAM
///   (Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015)
package enum SealedFile {
    /// - Units: bytes of what goes in
    package static let part = 64 * 1024
    package static let sealedPart = part + Sealing.tagLength
    package static let frontLength = title.count + KeyID.length + saltLength
    static let title = Array("hartlijn sealed file 1\n".utf8)
    static let saltLength = 32

    /// Whether more comes behind a part.
    package enum Position: UInt8, Sendable { case more, last }

    /// What closes a file.
    package struct Closing: Sendable {
        /// What stands in front of the parts.
        package let front: [UInt8]
        private var parts: Counted

        /// - Throws: ``SealFailure/cannotSeal``
        package mutating func seal(_ part: [UInt8], _ position: Position) throws(SealFailure) -> [UInt8] {
            let nonce = try parts.next(position)
            return Array(
                try Sealing.seal(part, with: parts.key, nonce: nonce, bound: front, after: [])
                    .dropFirst(Sealing.nonceLength))
        }

        fileprivate init(front: [UInt8], key: SymmetricKey) {
            self.front = front
            parts = Counted(key: key)
        }
    }

    /// What opens a file.
    package struct Opening: Sendable {
        private let front: [UInt8]
        private var parts: Counted

        /// - Throws: ``SealFailure/refused`` for anything that is not the next part of this file
        package mutating func open(_ part: [UInt8], _ position: Position) throws(SealFailure) -> [UInt8] {
            let nonce = try parts.next(position)
            return try Sealing.open((Array(nonce) + part)[...], with: parts.key, bound: front)
        }

        fileprivate init(front: [UInt8], key: SymmetricKey) {
            self.front = front
            parts = Counted(key: key)
        }
    }

    /// The key of one file, and how many parts there were.
    private struct Counted: Sendable {
        let key: SymmetricKey
        private var count: UInt64 = 0

        init(key: SymmetricKey) { self.key = key }

        mutating func next(_ position: Position) throws(SealFailure) -> AES.GCM.Nonce {
            defer { count += 1 }
            do { return try AES.GCM.Nonce(data: [0, 0, 0, position.rawValue] + count.mostFirst) } catch {
                throw .cannotSeal
            }
        }
    }
}

extension MasterKeys {
    /// - Parameter chance: a salt is made of it, so that no two files have the same key
    package func closing(using chance: inout some RandomNumberGenerator) -> SealedFile.Closing {
        let salt = (0..<SealedFile.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
        return SealedFile.Closing(
            front: SealedFile.title + current.id.bytes + salt, key: MasterKeys.key(of: salt, under: current))
    }

    /// - Throws: ``SealFailure/tooShort``, ``SealFailure/contents`` when this is no sealed file,
    ///   ``SealFailure/otherKey(_:)`` when the house does not hold the key
    package func opening(front: [UInt8]) throws(SealFailure) -> SealedFile.Opening {
        guard front.count == SealedFile.frontLength else { throw .tooShort }
        guard front.starts(with: SealedFile.title),
            let id = KeyID(bytes: front.dropFirst(SealedFile.title.count).prefix(KeyID.length))
        else { throw .contents }
        guard let master = key(id) else { throw .otherKey(id) }
        return SealedFile.Opening(
            front: front, key: MasterKeys.key(of: Array(front.suffix(SealedFile.saltLength)), under: master))
    }

    private static func key(of salt: [UInt8], under master: MasterKey) -> SymmetricKey {
        Derivation.key(
            from: master.key(for: .files, of: .house), salt: salt, info: Parts("file").bytes, count: Secret.length)
    }
}
