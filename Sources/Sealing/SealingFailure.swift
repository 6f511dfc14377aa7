/// Why lines cannot be sealed.
package enum SealingFailure: Error, Hashable, Sendable {
    case keyLength, keyUnusable, keyID
    /// There is no line yet, so there is nothing to sign.
    case nothingToSeal
    case chainIsFull
}
