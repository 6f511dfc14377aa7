import Clinical
import Credentials
import Crypto
import Vault

/// Somebody comes in for the first time, or again after everything was lost: with a code on a letter and their birthday.
enum Activation {
    /// A letter is of use for as long.
    ///
    /// - Source: our own proposal
    static let validity = Duration.days(14)
    /// So often may the birthday be wrong before the code is worth nothing.
    static let mostTries = 5

    /// What shows who somebody is, looked at before something that they lost is taken away.
    ///
    /// - Source: ASVS 5.0, 6.4.4; the three documents of the Wet op de identificatieplicht, article 1, that most people have
    enum Document: String, Hashable, Sendable, CaseIterable {
        case passport, identityCard = "identity card", drivingLicence = "driving licence"

        var title: Sentence {
            switch self {
            case .passport: Sentence(nl: "paspoort", en: "passport")
            case .identityCard: Sentence(nl: "identiteitskaart", en: "identity card")
            case .drivingLicence: Sentence(nl: "rijbewijs", en: "driving licence")
            }
        }
    }

    static func newCode() throws -> ActivationCode { ActivationCode(from: SignIn.random(ActivationCode.bytesNeeded)) }

    /// Who a code is for, once the birthday is right too.
    struct Found: Hashable, Sendable {
        let codeHash: [UInt8]
        let practice: ID<Practice>
        let person: Identity.Visitor.Person
        let role: Identity.Role
        let givenName: String
        /// The name they sign in with, when they had an account before.
        let signIn: String?
        /// What the practice looked at, when the patient lost their app or passkey as well; otherwise these stay.
        let seen: Document?
    }
}

/// The code on a letter.
///
/// - Shape: 8 letters and digits in two groups: `7K2M-QX4D`; 40 bits, which count only together with a birthday
/// - Source: the 32 letters of Crockford's Base 32: no I, L, O and U
struct ActivationCode: Hashable, Sendable, CustomStringConvertible {
    static let bytesNeeded = 5
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    let text: String

    init(from chance: [UInt8]) {
        let number = chance.prefix(Self.bytesNeeded).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let letters = (0..<8).map { Self.alphabet[Int(number >> (35 - 5 * UInt64($0)) & 31)] }
        text = String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }

    /// Reads what somebody types over: small letters, spaces and dashes are fine, and so is O for 0, I or L for 1.
    init?(typed: String) {
        let letters = typed.uppercased().compactMap { letter -> Character? in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            case let letter where Self.alphabet.contains(letter): letter
            default: nil
            }
        }
        guard letters.count == 8 else { return nil }
        text = String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }

    /// A log says that there was a code, and no more.
    var description: String { "ActivationCode" }

    private var hash: [UInt8] { Array(SHA256.hash(data: Array("activation \(text)".utf8))) }

    /// As it is kept: forty bits are tried in minutes by who has the database, so not without the keys of the house.
    func kept(with keys: MasterKeys?) -> [UInt8] { keys?.peppered(hash, for: .letter).bytes ?? hash }

    /// As it may stand there, also of before.
    func everyKept(with keys: MasterKeys?) -> [[UInt8]] {
        (keys?.everyPeppered(hash, for: .letter).map(\.bytes) ?? []) + [hash]
    }
}
