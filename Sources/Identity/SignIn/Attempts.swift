import Clinical
import Crypto
import HTTPTypes
import Web

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
    /// From one network, for all names together: a practice behind one address signs in on a Monday as well.
    static let mostOfNetwork = 60

    /// Who is counted: this browser, when it is known for this account; otherwise all strangers together.
    enum Place: Hashable, Sendable {
        case device([UInt8], signIn: String)
        case strangers(signIn: String)
        /// All browsers of one network in which nobody signed in to this account before: who tries many names is counted too.
        case network(String)
        /// Whoever knows the password and tries what comes after it.
        case factor(signIn: String)
        /// Whoever sends an answer with the number of a passkey of theirs.
        case passkey(signIn: String)
        /// Whoever comes back from another house without having been sent there.
        case stranger(network: String)
        /// Whoever tries codes of letters.
        case letters(network: String)
        /// A machine, as it calls itself, and where it calls from: a stranger elsewhere keeps it waiting nowhere.
        case machine(String, network: String)

        /// The network, where all of it is counted together.
        var networkAlone: String? {
            switch self {
            case .network(let network), .letters(let network): network
            default: nil
            }
        }

        /// Names are hashed: what people type by mistake may be a password.
        var key: [UInt8] {
            switch self {
            case .device(let hash, let signIn): Array(SHA256.hash(data: [1] + hash + Array(signIn.utf8)))
            case .strangers(let signIn): Array(SHA256.hash(data: [2] + Array(signIn.utf8)))
            case .network(let network): Array(SHA256.hash(data: [4] + Array(network.utf8)))
            case .factor(let signIn): Array(SHA256.hash(data: [3] + Array(signIn.utf8)))
            case .passkey(let signIn): Array(SHA256.hash(data: [7] + Array(signIn.utf8)))
            case .stranger(let network): Array(SHA256.hash(data: [5] + Array(network.utf8)))
            case .letters(let network): Array(SHA256.hash(data: [8] + Array(network.utf8)))
            case .machine(let name, let network):
                Array(SHA256.hash(data: [6] + SHA256.hash(data: Array(name.utf8)) + Array(network.utf8)))
            }
        }
    }
}

/// Everybody signs in at once; nobody was counted.
package struct TooBusy: Refusal {
    package var status: HTTPResponse.Status { .serviceUnavailable }
    package var explanation: Sentence {
        Sentence(
            nl: "Het is nu erg druk. Probeer het over een minuut nog een keer.",
            en: "It is very busy now. Try again in a minute.")
    }
}

/// Too often in too short a time; the name may be known or not.
package struct TooManyAttempts: Refusal {
    package var status: HTTPResponse.Status { .tooManyRequests }
    package var explanation: Sentence { SignIn.Words.tooOften }
}

/// One after the other: a hash takes a core and much memory, and each try must be counted before the next begins.
package actor OneAtATime {
    /// More than this wait nowhere: they hear to come back.
    private static let longest = 20

    package init() {}

    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Who comes: somebody in a browser in which they signed in before is never sent away for a crowd of strangers.
    enum Comer { case known, stranger }

    /// - Throws: ``TooBusy`` when too many wait already
    func enter(_ comer: Comer = .stranger) async throws {
        guard isBusy else {
            isBusy = true
            return
        }
        guard comer == .known || waiting.count < Self.longest else { throw TooBusy() }
        await withCheckedContinuation { waiting.append($0) }
    }

    var waitingNow: Int { waiting.count }

    func leave() {
        guard !waiting.isEmpty else {
            isBusy = false
            return
        }
        waiting.removeFirst().resume()
    }
}
