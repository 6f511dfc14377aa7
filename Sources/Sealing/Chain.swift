import Crypto

/// The access log of one organisation as a row of links, of which only the end is held.
///
/// - Throws: ``SealingFailure/chainIsFull`` when no larger number fits in the database
package struct Chain: Sendable {
    /// The database counts with a sign.
    private static let last = UInt64(Int64.max)

    package let tenant: Reference
    package private(set) var sequence: UInt64
    package private(set) var hash: [UInt8]
    private var canonical = Canonical()

    /// The chain of an organisation, from its beginning or after the link that was stored last.
    package init(of tenant: Reference, after link: Link? = nil) {
        self.tenant = tenant
        sequence = link?.sequence ?? 0
        hash = link?.hash ?? Link.beginning
    }

    package mutating func append(_ line: SealedLine) throws(SealingFailure) -> Link {
        guard sequence < Chain.last else { throw .chainIsFull }
        sequence += 1
        hash = Array(Link.hash(of: line, at: sequence, after: hash, of: tenant, using: &canonical))
        return Link(sequence, to: line.id, hash: hash)
    }
}
