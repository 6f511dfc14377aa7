import Credentials
import Crypto
import Foundation

/// Writes CBOR, also what no authenticator should write.
package enum Encoded {
    package static func head(_ kind: UInt8, _ value: Int) -> [UInt8] {
        switch value {
        case 0..<24: [kind << 5 | UInt8(value)]
        case 24..<256: [kind << 5 | 24, UInt8(value)]
        default: [kind << 5 | 25, UInt8(value >> 8), UInt8(value & 255)]
        }
    }

    package static func number(_ value: Int) -> [UInt8] { value < 0 ? head(1, -1 - value) : head(0, value) }
    package static func bytes(_ bytes: [UInt8]) -> [UInt8] { head(2, bytes.count) + bytes }
    package static func text(_ text: String) -> [UInt8] { head(3, text.utf8.count) + Array(text.utf8) }
    package static func map(_ members: [[UInt8]]) -> [UInt8] { head(5, members.count / 2) + members.flatMap(\.self) }
}

/// An authenticator with a browser around it, of which every part can be made to lie.
package struct Authenticator: Sendable {
    package static let challengeBytes = (1...32).map { UInt8($0) }
    package static let ownerBytes: [UInt8] = [7, 7, 7, 7]

    package let key: P256.Signing.PrivateKey
    package let otherKey: P256.Signing.PrivateKey

    package var ceremony = "webauthn.create"
    package var challenge = Base64URL.text(challengeBytes)
    package var origin = "https://hartlijn.example"
    package var more = #","crossOrigin":false"#
    package var clientDataText: String?

    package var siteID = "hartlijn.example"
    package var flags: UInt8 = 0x45
    package var counter: UInt32 = 1
    package var id = (0..<16).map { UInt8($0 + 100) }
    package var idLength: Int?
    package var keyMembers: [[UInt8]]
    package var extensions = [UInt8]()
    package var dataBehind = [UInt8]()

    package var format = Encoded.text("none")
    package var statement = Encoded.map([])
    package var selfSigned = false
    package var moreMembers = [[UInt8]]()
    package var attestationBehind = [UInt8]()

    package var signsWithOther = false
    package var signedClientData: [UInt8]?
    package var owner: [UInt8]? = ownerBytes

    package init() throws {
        key = try P256.Signing.PrivateKey(rawRepresentation: (1...32).map { UInt8($0) })
        otherKey = try P256.Signing.PrivateKey(rawRepresentation: (2...33).map { UInt8($0) })
        keyMembers = Authenticator.members(of: key)
    }

    package static func members(of key: P256.Signing.PrivateKey) -> [[UInt8]] {
        let point = [UInt8](key.publicKey.rawRepresentation)
        return [
            Encoded.number(1), Encoded.number(2), Encoded.number(3), Encoded.number(-7), Encoded.number(-1),
            Encoded.number(1), Encoded.number(-2), Encoded.bytes(Array(point.prefix(32))), Encoded.number(-3),
            Encoded.bytes(Array(point.dropFirst(32))),
        ]
    }

    package var clientData: [UInt8] {
        let plain = #"{"type":"\#(ceremony)","challenge":"\#(challenge)","origin":"\#(origin)"\#(more)}"#
        return Array((clientDataText ?? plain).utf8)
    }

    package var newCredential: [UInt8] {
        let length = idLength ?? id.count
        return [UInt8](repeating: 0, count: 16) + [UInt8(length >> 8 & 255), UInt8(length & 255)] + id
            + Encoded.map(keyMembers)
    }

    package var authenticatorData: [UInt8] {
        let count = (0..<4).map { UInt8(truncatingIfNeeded: counter >> (24 - 8 * UInt32($0))) }
        return Array(SHA256.hash(data: Array(siteID.utf8))) + [flags] + count
            + (flags & 0x40 == 0 ? [] : newCredential) + extensions + dataBehind
    }

    package var signature: [UInt8] {
        get throws {
            let signed = authenticatorData + Array(SHA256.hash(data: signedClientData ?? clientData))
            return [UInt8](try (signsWithOther ? otherKey : key).signature(for: signed).derRepresentation)
        }
    }

    package var attestation: [UInt8] {
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

    package func made() throws -> Passkey.Made { Passkey.Made(clientData: clientData, attestation: try attestation) }

    package func answer() throws -> Passkey.Answer {
        Passkey.Answer(
            id: id, clientData: clientData, authenticatorData: authenticatorData, signature: try signature,
            owner: owner)
    }

    /// The same authenticator, when it is asked to sign in.
    package static func signingIn() throws -> Authenticator {
        var device = try Authenticator()
        device.ceremony = "webauthn.get"
        device.flags = 0x05
        device.counter = 6
        return device
    }
}
