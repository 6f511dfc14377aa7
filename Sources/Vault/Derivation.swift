import Crypto

/// Makes one key out of another, for one purpose: who has the one for wrapping cannot search with it.
///
/// - Source: RFC 5869, with SHA-256
enum Derivation {
    private static let salt = Array("hartlijn vault 1".utf8)

    /// - Units: `count` in bytes
    static func key(from key: SymmetricKey, info: [UInt8], count: Int = Secret.length) -> SymmetricKey {
        self.key(from: key, salt: salt, info: info, count: count)
    }

    static func key(from key: SymmetricKey, salt: [UInt8], info: [UInt8], count: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, salt: salt, info: info, outputByteCount: count)
    }
}

/// What a key of an organisation is for.
enum Purpose: Hashable, Sendable {
    /// Wraps the keys of its patients.
    case wrap
    /// Seals what belongs to the organisation and to no patient.
    case fields
    /// Finds a row by a value that cannot be read.
    case index(String)
    /// Keeps what is only ever compared, such as the hash of a password.
    case pepper(String)
    /// Closes whole files, such as backups.
    case files

    func info(of organisation: RowID) -> [UInt8] {
        var parts = Parts("subkey")
        switch self {
        case .wrap: parts.add("wrap")
        case .fields: parts.add("fields")
        case .index(let subject):
            parts.add("index")
            parts.add(subject)
        case .files: parts.add("files")
        case .pepper(let subject):
            parts.add("pepper")
            parts.add(subject)
        }
        parts.add(organisation)
        return parts.bytes
    }
}
