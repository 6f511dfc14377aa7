/// One thing that is not as it was sealed, and where.
///
/// Places are places in the chain. What follows from one change may give more findings; the first one is where to look.
package enum Finding: Hashable, Sendable {
    /// The line does not fit its fingerprint: it was changed, or another line was put in its place.
    case editedLine(UInt64, line: Reference)
    /// The line is as it was, but its link was changed.
    case brokenLink(UInt64)
    /// The link is there and the line is gone.
    case missingLine(UInt64, line: Reference)
    /// These places are gone, links and all.
    case gap(from: UInt64, to: UInt64)
    /// A place that comes again, or after a later one.
    case wrongOrder(UInt64, after: UInt64)
    /// One line stands at two places.
    case lineTwice(Reference, at: UInt64)

    case otherTenant(Witness, at: UInt64)
    case unknownKey(Witness, at: UInt64, keyID: String)
    case wrongSignature(Witness, at: UInt64)
    /// A head that was signed earlier stands after a later one.
    case headsBackwards(UInt64, after: UInt64)

    /// The chain was made again by somebody who cannot sign, or is of another past than the one that was signed.
    case doesNotMatchChain(Witness, at: UInt64, goodUntil: UInt64)
    /// The end was cut off, or the log was put back to an older day.
    case beyondChain(Witness, at: UInt64, chainEndsAt: UInt64)
    /// Links that should have been signed by now.
    case headsMissing(after: UInt64, chainEndsAt: UInt64)
    /// A line that should have had a link by now.
    case unsealedTooLong(Reference, since: Int64)

    /// The first place in the chain to look at; `nil` where nothing changed, but something waits too long.
    package var place: UInt64? {
        switch self {
        case .editedLine(let place, _), .brokenLink(let place), .missingLine(let place, _), .gap(let place, _),
            .wrongOrder(let place, _), .lineTwice(_, let place), .otherTenant(_, let place),
            .unknownKey(_, let place, _), .wrongSignature(_, let place), .headsBackwards(let place, _),
            .doesNotMatchChain(_, let place, _):
            place
        case .beyondChain(_, _, let end): end &+ 1
        case .headsMissing, .unsealedTooLong: nil
        }
    }
}

/// Where the signed head is kept that tells how the chain was.
package enum Witness: Hashable, Sendable {
    /// In the database, beside the chain.
    case storedHead
    /// On this line of the anchor file, outside the database.
    case anchor(line: Int)
}
