import Foundation

/// What a new password has to be: long, and not one of the first that somebody would try.
///
/// No rule asks for capitals, digits or signs, and a password is never too old.
///
/// - Source: ASVS 5.0, 6.2; NIST SP 800-63B-4, section 3.1.1.2, which asks 8 beside a second factor and 15 without;
///   twelve is our own choice
package struct PasswordRules: Sendable {
    /// - Units: Unicode scalars, after NFKC
    package static let shortest = 12
    /// As much as sign-in hashes: 256 scalars are at most 1024 bytes.
    ///
    /// - Units: Unicode scalars, after NFKC
    package static let longest = 256

    /// Beyond this a text is not even normalised.
    ///
    /// - Units: bytes
    private static let mostBytes = 16 * 1024

    private let breached: BreachedPasswords?

    /// - Parameter breached: a list that the administrator put there; without one, only the rules count
    package init(breached: BreachedPasswords? = nil) { self.breached = breached }

    /// - Throws: what is wrong with this password for this person
    package func check(_ password: String, of signIn: String) throws(PasswordFailure) {
        guard password.utf8.count <= PasswordRules.mostBytes else { throw .tooLong }
        let whole = PasswordRules.normal(password)
        guard whole.unicodeScalars.count >= PasswordRules.shortest else { throw .tooShort }
        guard whole.unicodeScalars.count <= PasswordRules.longest else { throw .tooLong }
        if let pattern = Guessing(whole, of: signIn).pattern { throw .easyToGuess(pattern) }
        guard try !isBreached(whole) else { throw .breached }
    }

    /// The same password, typed on another keyboard, is the same text.
    package static func normal(_ password: String) -> String { password.precomposedStringWithCompatibilityMapping }

    private func isBreached(_ password: String) throws(PasswordFailure) -> Bool {
        guard let breached else { return false }
        do throws(BreachedListFailure) { return try breached.count(of: password) > 0 } catch { throw .list(error) }
    }
}

/// Why a password is not accepted.
package enum PasswordFailure: Error, Hashable, Sendable {
    case tooShort, tooLong
    case easyToGuess(Guessing.Pattern)
    case breached
    /// The password may be fine; the list of the administrator could not be read.
    case list(BreachedListFailure)
}
