/// The signed end of a chain at one moment: so many lines there were, and this was the fingerprint of all of them.
///
/// Who can write in the database can make a new chain, but cannot sign it.
///
/// - Shape: signed are a purpose, the organisation, the place, the hash, the time and the name of the key
/// - Units: milliseconds since 1970
/// - Source: Ed25519, RFC 8032
package struct Head: Hashable, Sendable {
    package let tenant: Reference
    package let sequence: UInt64
    package let hash: [UInt8]
    package let sealedAt: Int64
    package let keyID: String
    package let signature: [UInt8]

    /// A head as it was stored. Nothing is believed of it until ``SealKeys`` has looked.
    package init(
        of tenant: Reference, at sequence: UInt64, hash: [UInt8], sealedAt: Int64, keyID: String, signature: [UInt8]
    ) {
        self.tenant = tenant
        self.sequence = sequence
        self.hash = hash
        self.sealedAt = sealedAt
        self.keyID = keyID
        self.signature = signature
    }

    /// The bytes under the signature, for whoever checks a head with other tools.
    package var signedBytes: [UInt8] {
        var canonical = Canonical()
        canonical.begin("hartlijn-head-v1")
        canonical.add(tenant)
        canonical.add(sequence)
        canonical.add(hash)
        canonical.add(time: sealedAt)
        canonical.add(keyID)
        return canonical.bytes
    }
}
