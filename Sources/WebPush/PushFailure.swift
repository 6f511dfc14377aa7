/// Why a message cannot be pushed.
package enum PushFailure: Error, Hashable, Sendable {
    /// The address is not one that we send to.
    case address
    /// The public key of the browser is not on the curve, or has not 65 bytes.
    case key
    /// The secret of the browser has not 16 bytes.
    case secret
    case tooLong
}
