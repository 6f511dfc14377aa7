import Credentials
import Crypto
import TestAuthenticators
import Testing

/// What the site expects in these tests.
struct Desk {
    let site = Passkey.Site(
        id: "hartlijn.example", name: "Hartlijn",
        origins: ["https://hartlijn.example", "https://praktijk.hartlijn.example"])
    let challenge: Passkey.Challenge
    let owner: Passkey.Owner

    init(challenge: [UInt8] = Authenticator.challengeBytes) throws {
        self.challenge = try Passkey.Challenge(challenge)
        owner = try Passkey.Owner(Authenticator.ownerBytes)
    }

    func register(_ made: Passkey.Made) throws(PasskeyFailure) -> Passkey.Credential {
        try Passkey.register(made, for: challenge, of: owner, at: site)
    }

    func credential(counter: UInt32 = 5, backup: Passkey.Backup = .boundToDevice) throws -> Passkey.Credential {
        let device = try Authenticator()
        return Passkey.Credential(
            id: device.id, owner: owner, publicKey: [UInt8](device.key.publicKey.x963Representation),
            counter: counter, backup: backup)
    }
}

/// One thing that is not as it should be, and what is said of it.
struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let failure: PasskeyFailure
    let change: @Sendable (inout Authenticator) -> Void

    init(_ name: String, _ failure: PasskeyFailure, _ change: @escaping @Sendable (inout Authenticator) -> Void) {
        testDescription = name
        self.failure = failure
        self.change = change
    }
}
