import Crypto
import Foundation
import TestAuthenticators
import Testing

@testable import Credentials

@Suite struct PasskeyMakingTests {
    @Test func `a passkey is made`() throws {
        let device = try Authenticator()
        let made = try Desk().register(device.made())
        #expect(made.id == device.id)
        #expect(made.publicKey == [UInt8](device.key.publicKey.x963Representation))
        #expect(made.counter == 1)
        #expect(made.backup == .boundToDevice)
        #expect(made.owner.bytes == Authenticator.ownerBytes)
    }

    @Sendable private static func withExtensions(_ device: inout Authenticator) {
        device.flags |= 0x80
        device.extensions = Encoded.map([Encoded.text("credProtect"), Encoded.number(2)])
    }

    static let allowed: [(String, @Sendable (inout Authenticator) -> Void)] = [
        ("another address of ours", { $0.origin = "https://praktijk.hartlijn.example" }),
        ("crossOrigin is absent", { $0.more = "" }),
        ("members we do not know", { $0.more = #","other_keys_can_be_added_here":{"a":[1,null,true,-1.5e3]}"# }),
        ("a token binding that is not used", { $0.more = #","tokenBinding":{"status":"supported"}"# }),
        ("reserved flags", { $0.flags |= 0x22 }),
        ("extensions", withExtensions),
        ("the longest credential id", { $0.id = [UInt8](repeating: 9, count: 1023) }),
        ("a key with long numbers", { $0.keyMembers[0] = [0x18, 1] }),
        ("it signed its own statement", { $0.selfSigned = true }),
        ("an escaped challenge", { $0.challenge = "\\u0041" + $0.challenge.dropFirst() }),
    ]

    @Test(arguments: allowed.indices) func `what the specification allows is accepted`(_ place: Int) throws {
        var device = try Authenticator()
        PasskeyMakingTests.allowed[place].1(&device)
        #expect(throws: Never.self, "\(PasskeyMakingTests.allowed[place].0)") { try Desk().register(device.made()) }
    }

    @Test(arguments: [(0x45, "boundToDevice"), (0x4D, "possible"), (0x5D, "done")])
    func `whether it is backed up is kept`(_ flags: UInt8, _ backup: String) throws {
        var device = try Authenticator()
        device.flags = flags
        #expect(try Desk().register(device.made()).backup.rawValue == backup)
    }

    static let clientData = [
        Wrong("signing in", .wrongCeremony) { $0.ceremony = "webauthn.get" },
        Wrong("no ceremony", .wrongCeremony) { $0.ceremony = "" },
        Wrong("a ceremony in capitals", .wrongCeremony) { $0.ceremony = "WebAuthn.create" },
        Wrong("another challenge", .wrongChallenge) { $0.challenge = Base64URL.text([UInt8](repeating: 1, count: 32)) },
        Wrong("half a challenge", .wrongChallenge) { $0.challenge = Base64URL.text((1...16).map { UInt8($0) }) },
        Wrong("no challenge", .wrongChallenge) { $0.challenge = "" },
        Wrong("a padded challenge", .challengeUnreadable) { $0.challenge += "=" },
        Wrong("a challenge with left-over bits", .challengeUnreadable) { $0.challenge = $0.challenge.dropLast() + "B" },
        Wrong("a challenge in plain base64", .challengeUnreadable) { $0.challenge = "+/" + $0.challenge.dropFirst(2) },
        Wrong("another site", .wrongOrigin) { $0.origin = "https://kwaad.example" },
        Wrong("not encrypted", .wrongOrigin) { $0.origin = "http://hartlijn.example" },
        Wrong("a port", .wrongOrigin) { $0.origin = "https://hartlijn.example:8443" },
        Wrong("a slash", .wrongOrigin) { $0.origin = "https://hartlijn.example/" },
        Wrong("a page below", .wrongOrigin) { $0.origin = "https://kwaad.hartlijn.example" },
        Wrong("a name that goes on", .wrongOrigin) { $0.origin = "https://hartlijn.example.kwaad.example" },
        Wrong("capitals", .wrongOrigin) { $0.origin = "https://HARTLIJN.example" },
        Wrong("a letter that looks the same", .wrongOrigin) { $0.origin = "https://hartlijn.ex\u{430}mple" },
        Wrong("no origin", .wrongOrigin) { $0.origin = "" },
        Wrong("in a page of another", .insideAnotherSite) { $0.more = #","crossOrigin":true"# },
        Wrong("crossOrigin as text", .insideAnotherSite) { $0.more = #","crossOrigin":"false""# },
        Wrong("crossOrigin as nothing", .insideAnotherSite) { $0.more = #","crossOrigin":null"# },
        Wrong("an origin on top", .insideAnotherSite) { $0.more = #","topOrigin":"https://kwaad.example""# },
        Wrong("a token binding", .tokenBinding) { $0.more = #","tokenBinding":{"status":"present","id":"AA"}"# },
        Wrong("a broken token binding", .tokenBinding) { $0.more = #","tokenBinding":"none""# },
        Wrong("the origin twice", .clientData(.duplicateName)) { $0.more = #","origin":"https://kwaad.example""# },
        Wrong("the type twice, once escaped", .clientData(.duplicateName)) { $0.more = #","t\u0079pe":"x""# },
        Wrong("a list", .clientData(.notAnObject)) { $0.clientDataText = "[]" },
        Wrong("empty", .clientData(.endsTooEarly)) { $0.clientDataText = "" },
        Wrong("a mark in front", .clientData(.unexpected)) { $0.clientDataText = "\u{FEFF}{}" },
        Wrong("something behind", .clientData(.bytesLeft)) { $0.clientDataText = "{}{}" },
        Wrong("nothing in it", .wrongCeremony) { $0.clientDataText = "{}" },
        Wrong("type as a number", .wrongCeremony) { $0.clientDataText = #"{"type":1}"# },
        Wrong("too deep", .clientData(.tooDeep)) {
            $0.more = #","a":"# + String(repeating: "[", count: 9) + String(repeating: "]", count: 9)
        },
        Wrong("too long", .tooLong(.clientData)) { $0.more = #","a":""# + String(repeating: "a", count: 9000) + "\"" },
    ]

    static let authenticator = [
        Wrong("for another site", .wrongSite) { $0.siteID = "kwaad.example" },
        Wrong("nobody there", .nobodyPresent) { $0.flags &= ~0x01 },
        Wrong("nobody known", .personNotVerified) { $0.flags &= ~0x04 },
        Wrong("backed up but not eligible", .backedUpWithoutEligible) { $0.flags |= 0x10 },
        Wrong("no credential", .noCredential) { $0.flags &= ~0x40 },
        Wrong("bytes behind", .authenticatorDataBytesLeft) { $0.dataBehind = [0] },
        Wrong("extensions that are not told", .authenticatorDataBytesLeft) { $0.extensions = Encoded.map([]) },
        Wrong("extensions that are told and absent", .cbor(.endsTooEarly)) { $0.flags |= 0x80 },
        Wrong("extensions that are no map", .extensionsNotAMap) {
            $0.flags |= 0x80
            $0.extensions = Encoded.number(1)
        },
        Wrong("an extension twice", .cbor(.duplicateKey)) {
            $0.flags |= 0x80
            $0.extensions = Encoded.map([Encoded.text("a"), [0xF5], Encoded.text("a"), [0xF4]])
        },
        Wrong("an extension that is a float", .cbor(.taggedOrFloat)) {
            $0.flags |= 0x80
            $0.extensions = Encoded.map([Encoded.text("a"), [0xF9, 0, 0]])
        },
        Wrong("no credential id", .credentialIDLength) { $0.id = [] },
        Wrong("too long a credential id", .credentialIDLength) { $0.id = [UInt8](repeating: 9, count: 1024) },
        Wrong("a credential id longer than told", .keyNotAMap) {
            $0.id = [0x00, 0x00]
            $0.idLength = 1
        },
        Wrong("a credential id shorter than told", .authenticatorDataEndsTooEarly) { $0.idLength = 1000 },
        Wrong("too much of it", .tooLong(.attestation)) { $0.dataBehind = [UInt8](repeating: 0, count: 17 * 1024) },
    ]

    static let keys = [
        Wrong("a key on a ring", .keyType) { $0.keyMembers[1] = Encoded.number(1) },
        Wrong("an RSA key", .keyType) { $0.keyMembers[1] = Encoded.number(3) },
        Wrong("RS256", .keyAlgorithm) { $0.keyMembers[3] = Encoded.number(-257) },
        Wrong("ES384", .keyAlgorithm) { $0.keyMembers[3] = Encoded.number(-35) },
        Wrong("EdDSA", .keyAlgorithm) { $0.keyMembers[3] = Encoded.number(-8) },
        Wrong("an algorithm as text", .keyAlgorithm) { $0.keyMembers[3] = Encoded.text("ES256") },
        Wrong("no algorithm", .keyAlgorithm) { $0.keyMembers.removeSubrange(2...3) },
        Wrong("P-384", .keyCurve) { $0.keyMembers[5] = Encoded.number(2) },
        Wrong("no curve", .keyCurve) { $0.keyMembers.removeSubrange(4...5) },
        Wrong("a short coordinate", .keyCoordinates) {
            $0.keyMembers[7] = Encoded.bytes([UInt8](repeating: 1, count: 31))
        },
        Wrong("a long coordinate", .keyCoordinates) {
            $0.keyMembers[9] = Encoded.bytes([UInt8](repeating: 1, count: 33))
        },
        Wrong("only the sign of a coordinate", .keyCoordinates) { $0.keyMembers[9] = [0xF5] },
        Wrong("one coordinate", .keyCoordinates) { $0.keyMembers.removeSubrange(8...9) },
        Wrong("a point beside the curve", .keyNotOnCurve) {
            $0.keyMembers[9] = Encoded.bytes([UInt8](repeating: 1, count: 32))
        },
        Wrong("the point zero", .keyNotOnCurve) {
            $0.keyMembers[7] = Encoded.bytes([UInt8](repeating: 0, count: 32))
            $0.keyMembers[9] = Encoded.bytes([UInt8](repeating: 0, count: 32))
        },
        Wrong("a coordinate beyond the field", .keyNotOnCurve) {
            $0.keyMembers[7] = Encoded.bytes([UInt8](repeating: 255, count: 32))
        },
        Wrong("a member more", .keyMembers) { $0.keyMembers += [Encoded.number(2), Encoded.bytes([1])] },
        Wrong("the private half too", .keyMembers) {
            $0.keyMembers += [Encoded.number(-4), Encoded.bytes([UInt8](repeating: 1, count: 32))]
        },
        Wrong("the algorithm twice", .cbor(.duplicateKey)) {
            $0.keyMembers += [Encoded.number(3), Encoded.number(-7)]
        },
        Wrong("the algorithm twice, once long", .cbor(.duplicateKey)) { $0.keyMembers += [[0x18, 3], [0x38, 6]] },
        Wrong("an empty key", .keyType) { $0.keyMembers = [] },
    ]

    static let attestations = [
        Wrong("none with a statement", .attestationNotEmpty) {
            $0.statement = Encoded.map([Encoded.text("a"), Encoded.number(1)])
        },
        Wrong("a format we do not read", .attestationFormat) { $0.format = Encoded.text("android-safetynet") },
        Wrong("an old security key", .attestationFormat) { $0.format = Encoded.text("fido-u2f") },
        Wrong("an empty format", .attestationFormat) { $0.format = Encoded.text("") },
        Wrong("a format as bytes", .attestationMembers) { $0.format = Encoded.bytes(Array("none".utf8)) },
        Wrong("a statement that is no map", .attestationMembers) { $0.statement = Encoded.bytes([]) },
        Wrong("signed by a maker", .attestationOfMaker) {
            $0.format = Encoded.text("packed")
            $0.statement = Encoded.map([
                Encoded.text("alg"), Encoded.number(-7), Encoded.text("sig"), Encoded.bytes([0]), Encoded.text("x5c"),
                [0x81, 0x41, 0],
            ])
        },
        Wrong("signed with RS256", .attestationMembers) {
            $0.format = Encoded.text("packed")
            $0.statement = Encoded.map([
                Encoded.text("alg"), Encoded.number(-257), Encoded.text("sig"), Encoded.bytes([0]),
            ])
        },
        Wrong("signed in an old way", .attestationMembers) {
            $0.format = Encoded.text("packed")
            $0.statement = Encoded.map([
                Encoded.text("alg"), Encoded.number(-7), Encoded.text("sig"), Encoded.bytes([0]),
                Encoded.text("ecdaaKeyId"), Encoded.bytes([0]),
            ])
        },
        Wrong("signed by another key", .wrongSignature) {
            $0.selfSigned = true
            $0.signsWithOther = true
        },
        Wrong("signed for another page", .wrongSignature) {
            $0.selfSigned = true
            $0.signedClientData = Array("{}".utf8)
        },
        Wrong("a signature that is none", .signatureUnreadable) {
            $0.format = Encoded.text("packed")
            $0.statement = Encoded.map([
                Encoded.text("alg"), Encoded.number(-7), Encoded.text("sig"), Encoded.bytes([1, 2, 3]),
            ])
        },
        Wrong("the data twice", .cbor(.duplicateKey)) {
            $0.moreMembers = [Encoded.text("authData"), Encoded.bytes([])]
        },
        Wrong("a member more", .attestationMembers) { $0.moreMembers = [Encoded.text("ep"), [0xF5]] },
        Wrong("bytes behind", .cbor(.bytesLeft)) { $0.attestationBehind = [0] },
        Wrong("too long", .tooLong(.attestation)) {
            $0.attestationBehind = [UInt8](repeating: 0, count: 17 * 1024)
        },
    ]

    @Test(arguments: clientData + authenticator + keys + attestations)
    func `one thing wrong is enough`(_ wrong: Wrong) throws {
        var device = try Authenticator()
        wrong.change(&device)
        let made = try device.made()
        #expect(throws: wrong.failure) { try Desk().register(made) }
    }

    static let raw: [(bytes: [UInt8], failure: PasskeyFailure)] = [
        ([], .cbor(.endsTooEarly)), ([0xA0], .attestationMembers), ([0x80], .attestationMembers),
        ([0xBF, 0xFF], .cbor(.indefiniteLength)), ([0x9F, 0xFF], .cbor(.indefiniteLength)),
        ([0x5F, 0x41, 0, 0xFF], .cbor(.indefiniteLength)), ([0x7F, 0xFF], .cbor(.indefiniteLength)),
        ([0xFF], .cbor(.indefiniteLength)), ([0xC0, 0x60], .cbor(.taggedOrFloat)),
        ([0xBB] + [UInt8](repeating: 0xFF, count: 8), .cbor(.tooManyValues)),
        ([0x5B] + [UInt8](repeating: 0xFF, count: 8), .cbor(.endsTooEarly)),
        ([0x5B, 0x7F] + [UInt8](repeating: 0xFF, count: 7), .cbor(.endsTooEarly)),
        ([UInt8](repeating: 0x81, count: 100), .cbor(.tooDeep)),
    ]

    @Test(arguments: raw.indices) func `an attestation that is no attestation is refused`(_ place: Int) throws {
        let (bytes, failure) = PasskeyMakingTests.raw[place]
        let made = Passkey.Made(clientData: try Authenticator().clientData, attestation: bytes)
        #expect(throws: failure) { try Desk().register(made) }
    }

    @Test func `what is cut off anywhere is refused`() throws {
        var device = try Authenticator()
        device.flags |= 0x80
        device.extensions = Encoded.map([Encoded.text("a"), [0xF5]])
        let whole = try device.made()
        for length in whole.attestation.indices {
            let cut = Passkey.Made(clientData: whole.clientData, attestation: Array(whole.attestation.prefix(length)))
            #expect(throws: PasskeyFailure.self) { try Desk().register(cut) }
        }
        for length in whole.clientData.indices {
            let cut = Passkey.Made(clientData: Array(whole.clientData.prefix(length)), attestation: whole.attestation)
            #expect(throws: PasskeyFailure.self) { try Desk().register(cut) }
        }
    }

    @Test func `authenticator data that is cut off anywhere is refused`() throws {
        let whole = try Authenticator().authenticatorData
        for length in whole.indices {
            #expect(throws: PasskeyFailure.self) { try AuthenticatorData(Array(whole.prefix(length))) }
        }
    }

    @Test func `a passkey made for an earlier challenge is refused`() throws {
        let made = try Authenticator().made()
        let later = try Desk(challenge: [UInt8](repeating: 9, count: 32))
        #expect(throws: PasskeyFailure.wrongChallenge) { try later.register(made) }
    }

    @Test(arguments: [0, 16, 31, 33]) func `a challenge has thirty-two bytes`(_ count: Int) {
        #expect(throws: PasskeyFailure.challengeLength) {
            try Passkey.Challenge([UInt8](repeating: 1, count: count))
        }
    }

    @Test(arguments: [0, 65]) func `an owner has one to sixty-four bytes`(_ count: Int) {
        #expect(throws: PasskeyFailure.ownerLength) { try Passkey.Owner([UInt8](repeating: 1, count: count)) }
    }
}
