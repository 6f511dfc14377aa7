import Clinical
import Crypto

/// How often somebody may try to sign in before they have to wait.
///
/// Whoever tries is counted in the database, so it does not matter which node they come by. A browser in which somebody
/// signed in before is counted by itself: a stranger who guesses keeps that browser in, and every other one waiting.
///
/// - Source: OWASP ASVS 5.0, 6.3.1; OWASP, "Slow Down Online Guessing Attacks with Device Cookies"
enum Attempts {
    /// - Source: our own proposal: at most 480 guesses a day for one account
    static let most = 5
    static let window = Duration.minutes(15)

    /// Who is counted: this browser, when it is known for this account; otherwise all strangers together.
    enum Place: Hashable, Sendable {
        case device([UInt8], signIn: String)
        case strangers(signIn: String)
        /// Whoever knows the password and tries what comes after it.
        case factor(signIn: String)

        /// Names are hashed: what people type by mistake may be a password.
        var key: [UInt8] {
            switch self {
            case .device(let hash, let signIn): Array(SHA256.hash(data: [1] + hash + Array(signIn.utf8)))
            case .strangers(let signIn): Array(SHA256.hash(data: [2] + Array(signIn.utf8)))
            case .factor(let signIn): Array(SHA256.hash(data: [3] + Array(signIn.utf8)))
            }
        }
    }
}

/// Too often in too short a time; the name may be known or not.
package struct TooManyAttempts: Error {}

/// One after the other: a hash takes a core and much memory, and each try must be counted before the next begins.
actor OneAtATime {
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        guard !waiting.isEmpty else {
            isBusy = false
            return
        }
        waiting.removeFirst().resume()
    }
}
