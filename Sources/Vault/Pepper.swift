import Crypto

/// What stands in the database of something that is only ever compared, such as the hash of a password: who has the
/// database and not the keys cannot try a single guess.
///
/// A hash that was kept before there were keys becomes one as it is, without anybody typing their password. It stays with
/// the key it was made with: of what was compared, the house knows nothing more.
///
/// - Shape: id of the master key 8, code 32
/// - Source: HMAC-SHA-256, RFC 2104; OWASP, Password Storage Cheat Sheet, "Peppering": after hashing
package struct Peppered: Hashable, Sendable {
    /// - Units: bytes
    package static let length = KeyID.length + 32

    package let key: KeyID
    let code: [UInt8]

    package var bytes: [UInt8] { key.bytes + code }

    /// - Returns: `nil` when these are not as many bytes
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Peppered.length, let key = KeyID(bytes: bytes.prefix(KeyID.length)) else { return nil }
        self.key = key
        code = Array(bytes.dropFirst(KeyID.length))
    }

    init(_ hash: [UInt8], for subject: Subject, under master: MasterKey) {
        key = master.id
        let secret = master.key(for: .pepper(subject.rawValue), of: .house)
        code = Array(HMAC<SHA256>.authenticationCode(for: hash, using: secret))
    }

    /// What is compared; each has a key of its own.
    package enum Subject: String, Sendable {
        case password, letter
        case paperCode = "paper code"
    }
}

extension MasterKeys {
    /// As it is kept from now on.
    package func peppered(_ hash: [UInt8], for subject: Peppered.Subject) -> Peppered {
        Peppered(hash, for: subject, under: current)
    }

    /// As it may have been kept, the key of today first.
    package func everyPeppered(_ hash: [UInt8], for subject: Peppered.Subject) -> [Peppered] {
        all.map { Peppered(hash, for: subject, under: $0) }
    }

    /// As it was kept under this key.
    ///
    /// - Throws: ``KeyFailure/notHeld(_:)``
    package func peppered(
        _ hash: [UInt8], for subject: Peppered.Subject, under id: KeyID
    ) throws(KeyFailure) -> Peppered {
        guard let key = key(id) else { throw .notHeld(id) }
        return Peppered(hash, for: subject, under: key)
    }
}

extension RowID {
    /// What belongs to no organisation: people sign in before it is known where they belong.
    package static let house = RowID(high: 0, low: 0)

    /// A row that is found by a word, such as a sign-in name.
    package init(of word: String) {
        let print = Array(SHA256.hash(data: Array(word.utf8)))
        self.init(high: UInt64(mostFirst: print[0..<8]), low: UInt64(mostFirst: print[8..<16]))
    }
}
