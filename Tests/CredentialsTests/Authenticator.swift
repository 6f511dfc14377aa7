import Credentials
import Crypto
import Foundation
import Testing

/// Writes CBOR, also what no authenticator should write.
enum Encoded {
    static func head(_ kind: UInt8, _ value: Int) -> [UInt8] {
        switch value {
        case 0..<24: [kind << 5 | UInt8(value)]
        case 24..<256: [kind << 5 | 24, UInt8(value)]
        default: [kind << 5 | 25, UInt8(value >> 8), UInt8(value & 255)]
        }
    }

    static func number(_ value: Int) -> [UInt8] { value < 0 ? head(1, -1 - value) : head(0, value) }
    static func bytes(_ bytes: [UInt8]) -> [UInt8] { head(2, bytes.count) + bytes }
    static func text(_ text: String) -> [UInt8] { head(3, text.utf8.count) + Array(text.utf8) }
    static func map(_ members: [[UInt8]]) -> [UInt8] { head(5, members.count / 2) + members.flatMap(\.self) }
}

/// An authenticator with a browser around it, of which every part can be made to lie.
struct Authenticator: Sendable {
    static let challengeBytes = (1...32).map { UInt8($0) }
    static let ownerBytes: [UInt8] = [7, 7, 7, 7]

    let key: P256.Signing.PrivateKey
    let otherKey: P256.Signing.PrivateKey

    var ceremony = "webauthn.create"
    var challenge = Base64URL.text(challengeBytes)
    var origin = "https://hartlijn.example"
    var more = #","crossOrigin":false"#
    var clientDataText: String?

    var siteID = "hartlijn.example"
    var flags: UInt8 = 0x45
    var counter: UInt32 = 1
    var id = (0..<16).map { UInt8($0 + 100) }
    var idLength: Int?
    var keyMembers: [[UInt8]]
    var extensions = [UInt8]()
    var dataBehind = [UInt8]()

    var format = Encoded.text("none")
    var statement = Encoded.map([])
    var selfSigned = false
    var moreMembers = [[UInt8]]()
    var attestationBehind = [UInt8]()

    var signsWithOther = false
    var signedClientData: [UInt8]?
    var owner: [UInt8]? = ownerBytes

    init() throws {
        key = try P256.Signing.PrivateKey(rawRepresentation: (1...32).map { UInt8($0) })
        otherKey = try P256.Signing.PrivateKey(rawRepresentation: (2...33).map { UInt8($0) })
        keyMembers = Authenticator.members(of: key)
    }

    static func members(of key: P256.Signing.PrivateKey) -> [[UInt8]] {
        let point = [UInt8](key.publicKey.rawRepresentation)
        return [
            Encoded.number(1), Encoded.number(2), Encoded.number(3), Encoded.number(-7), Encoded.number(-1),
            Encoded.number(1), Encoded.number(-2), Encoded.bytes(Array(point.prefix(32))), Encoded.number(-3),
            Encoded.bytes(Array(point.dropFirst(32))),
        ]
    }

    var clientData: [UInt8] {
        let plain = #"{"type":"\#(ceremony)","challenge":"\#(challenge)","origin":"\#(origin)"\#(more)}"#
        return Array((clientDataText ?? plain).utf8)
    }

    var newCredential: [UInt8] {
        let length = idLength ?? id.count
        return [UInt8](repeating: 0, count: 16) + [UInt8(length >> 8 & 255), UInt8(length & 255)] + id
            + Encoded.map(keyMembers)
    }

    var authenticatorData: [UInt8] {
        let count = (0..<4).map { UInt8(truncatingIfNeeded: counter >> (24 - 8 * UInt32($0))) }
        return Array(SHA256.hash(data: Array(siteID.utf8))) + [flags] + count
            + (flags & 0x40 == 0 ? [] : newCredential) + extensions + dataBehind
    }

    var signature: [UInt8] {
        get throws {
            let signed = authenticatorData + Array(SHA256.hash(data: signedClientData ?? clientData))
            return [UInt8](try (signsWithOther ? otherKey : key).signature(for: signed).derRepresentation)
        }
    }

    var attestation: [UInt8] {
        get throws {
            let own = Encoded.map([
                Encoded.text("alg"), Encoded.number(-7), Encoded.text("sig"), Encoded.bytes(try signature),
            ])
            return Encoded.map(
                [
                    Encoded.text("fmt"), selfSigned ? Encoded.text("packed") : format, Encoded.text("attStmt"),
                    selfSigned ? own : statement, Encoded.text("authData"), Encoded.bytes(authenticatorData),
                ] + moreMembers) + attestationBehind
        }
    }

    func made() throws -> Passkey.Made { Passkey.Made(clientData: clientData, attestation: try attestation) }

    func answer() throws -> Passkey.Answer {
        Passkey.Answer(
            id: id, clientData: clientData, authenticatorData: authenticatorData, signature: try signature,
            owner: owner)
    }

    /// The same authenticator, when it is asked to sign in.
    static func signingIn() throws -> Authenticator {
        var device = try Authenticator()
        device.ceremony = "webauthn.get"
        device.flags = 0x05
        device.counter = 6
        return device
    }
}

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
