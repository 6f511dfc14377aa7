import Logging

/// What somebody tried and was not let do, in the log of the server: so that somebody who tries again and again is seen.
///
/// Never what they typed: a name that we do not know may be a password.
///
/// - Source: ASVS 5.0, 16.3.1 and 16.3.3
extension Logger {
    package enum Refused: String, Sendable {
        /// A form or a file that no page of ours sends.
        case form = "refused"
        /// Coming in, under a name that we may know or not.
        case signIn = "sign-in refused"
        /// The code of a letter, or the birthday with it.
        case letter = "letter refused"
    }

    /// - Parameters:
    ///   - why: a word of ours
    ///   - door: the template of the route
    ///   - network: without the part that points at one device
    package func tell(_ refused: Refused, because why: String, at door: String? = nil, from network: String? = nil) {
        notice(
            "\(refused.rawValue)",
            metadata: ["why": "\(why)", "door": "\(door ?? "-")", "network": "\(network ?? "-")"])
    }
}
