import Crypto

/// Finds a row by a value that the database cannot read: the same value gives the same sixteen bytes.
///
/// There are some ninety million BSNs; who has the key tries them all. So the key is with the master keys, and two
/// organisations that know the same person have nothing in common in their rows.
///
/// - Shape: id of the master key 8, code 16; during a rotation a row may have one of each key
/// - Source: HMAC-SHA-256, RFC 2104, the first 128 bits (RFC 4868, section 2.1)
package struct BlindIndex: Hashable, Sendable {
    static let codeLength = 16

    package let key: KeyID
    package let code: [UInt8]

    package var bytes: [UInt8] { key.bytes + code }

    static func code(of value: [UInt8], key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: value, using: key).prefix(codeLength))
    }
}

/// A value that rows are found by, in the one form in which it is always written.
package struct SearchedValue: Sendable, CustomStringConvertible, CustomReflectable {
    let subject: String
    let bytes: [UInt8]

    package static func bsn(_ bsn: BSN) -> SearchedValue { SearchedValue("bsn", Array(bsn.revealed.utf8)) }

    /// - Parameter subject: what kind of value it is; each kind has its own key
    /// - Parameter bytes: already in the form in which it is always written
    package init(_ subject: String, _ bytes: [UInt8]) {
        self.subject = subject
        self.bytes = bytes
    }

    package var description: String { "SearchedValue(\(subject))" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension MasterKeys {
    /// What a new row is found by.
    package func index(of value: SearchedValue, in organisation: RowID) -> BlindIndex {
        index(of: value, in: organisation, under: current)
    }

    /// What a row may be found by, the key of today first: older rows still have the index of an older key.
    package func indexes(of value: SearchedValue, in organisation: RowID) -> [BlindIndex] {
        all.map { index(of: value, in: organisation, under: $0) }
    }

    private func index(of value: SearchedValue, in organisation: RowID, under master: MasterKey) -> BlindIndex {
        let key = master.key(for: .index(value.subject), of: organisation)
        return BlindIndex(key: master.id, code: BlindIndex.code(of: value.bytes, key: key))
    }
}
