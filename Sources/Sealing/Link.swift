import Crypto

/// What ties one line to all lines before it: its place in the row, and a fingerprint of itself and of what went before.
///
/// Whoever changes a line must change its fingerprint and every later one, and a signed ``Head`` tells of that.
///
/// - Shape: places count from 1 without gaps; the hash is SHA-256 of a purpose, the organisation, the place, the hash
///   before (32 zeros before the first) and the line
/// - Source: the hash chain of B. Schneier and J. Kelsey, Secure audit logs, ACM TISSEC 1999;2:159–176
package struct Link: Hashable, Sendable {
    /// What stands before the first line.
    package static let beginning = [UInt8](repeating: 0, count: 32)

    package let sequence: UInt64
    package let line: Reference
    package let hash: [UInt8]

    /// A link as it was stored. Nothing is believed of it until it is verified, not even the length of the hash.
    package init(_ sequence: UInt64, to line: Reference, hash: [UInt8]) {
        self.sequence = sequence
        self.line = line
        self.hash = hash
    }

    static func hash(
        of line: SealedLine, at sequence: UInt64, after previous: [UInt8], of tenant: Reference,
        using canonical: inout Canonical
    ) -> SHA256.Digest {
        canonical.begin("hartlijn-link-v1")
        canonical.add(tenant)
        canonical.add(sequence)
        canonical.add(fixed: previous)
        line.add(to: &canonical)
        return SHA256.hash(data: canonical.bytes)
    }
}
