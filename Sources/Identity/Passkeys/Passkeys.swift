import Clinical
import Credentials
import Crypto
import Web

/// The passkeys of an account: what is kept of them, and for how long a question to a device holds.
enum Passkeys {
    /// As many as one account has; a person has two or three devices.
    ///
    /// - Source: our own proposal
    static let most = 10
    /// A challenge is answered within this time, or never.
    static let patience = Duration.milliseconds(Passkey.patience)

    /// One passkey as the store found it, with whom it lets in.
    struct Stored: Hashable, Sendable {
        let credential: Passkey.Credential
        let signIn: String
        let role: Identity.Role
        let practice: ID<Practice>
        /// When it is the account of a patient.
        let patient: ID<Patient>?
    }

    /// One passkey in the list of its owner.
    struct Listed: Hashable, Sendable {
        let id: [UInt8]
        /// What the browser called itself when it was made.
        let name: String
        let madeAt: Instant
        let usedAt: Instant?

        /// As it stands in an address: the beginning of a hash.
        var number: String { Array(SHA256.hash(data: id).prefix(8)).hexadecimal }
    }

    /// What a device keeps beside a passkey. It never changes, and says nothing of the person to who finds the device.
    ///
    /// - Source: WebAuthn level 2, section 14.6.1 (user handle contents)
    static func owner(of person: Identity.Visitor.Person, signIn: String) throws -> Passkey.Owner {
        let number =
            switch person {
            case .patient(let id): id.bytes
            case .proxy(let id): id.bytes
            case .worker(let id): id.bytes
            }
        return try owner(number: number, signIn: signIn)
    }

    static func owner(number: [UInt8], signIn: String) throws -> Passkey.Owner {
        try Passkey.Owner(Array(SHA256.hash(data: Array("passkey owner ".utf8) + number + Array(signIn.utf8))))
    }
}
