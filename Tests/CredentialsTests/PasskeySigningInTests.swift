import Credentials
import Crypto
import Foundation
import TestAuthenticators
import Testing

@Suite struct PasskeySigningInTests {
    @Test func `somebody signs in`() throws {
        let desk = try Desk()
        let stored = try desk.credential()
        let after = try Passkey.assert(
            try Authenticator.signingIn().answer(), for: desk.challenge, by: stored, at: desk.site)
        #expect(after.counter == 6)
        #expect(after.id == stored.id)
        #expect(after.publicKey == stored.publicKey)
    }

    @Test func `a device that does not say who it is may`() throws {
        let desk = try Desk()
        var device = try Authenticator.signingIn()
        device.owner = nil
        let answer = try device.answer()
        #expect(throws: Never.self) {
            try Passkey.assert(answer, for: desk.challenge, by: try desk.credential(), at: desk.site)
        }
    }

    static let wrongs = [
        Wrong("making", .wrongCeremony) { $0.ceremony = "webauthn.create" },
        Wrong("a payment", .wrongCeremony) { $0.ceremony = "payment.get" },
        Wrong("another challenge", .wrongChallenge) { $0.challenge = Base64URL.text([UInt8](repeating: 1, count: 32)) },
        Wrong("a challenge that is none", .challengeUnreadable) { $0.challenge = "*" },
        Wrong("another site", .wrongOrigin) { $0.origin = "https://kwaad.example" },
        Wrong("a page below", .wrongOrigin) { $0.origin = "https://kwaad.hartlijn.example" },
        Wrong("in a page of another", .insideAnotherSite) { $0.more = #","crossOrigin":true"# },
        Wrong("the challenge twice", .clientData(.duplicateName)) { $0.more = #","challenge":"AA""# },
        Wrong("for another site", .wrongSite) { $0.siteID = "kwaad.example" },
        Wrong("for a part of our site", .wrongSite) { $0.siteID = "praktijk.hartlijn.example" },
        Wrong("nobody there", .nobodyPresent) { $0.flags = 0x04 },
        Wrong("nobody known", .personNotVerified) { $0.flags = 0x01 },
        Wrong("a new credential in it", .credentialNotAsked) { $0.flags |= 0x40 },
        Wrong("suddenly eligible for backup", .backupChanged) { $0.flags |= 0x08 },
        Wrong("suddenly backed up", .backupChanged) { $0.flags |= 0x18 },
        Wrong("backed up but not eligible", .backedUpWithoutEligible) { $0.flags |= 0x10 },
        Wrong("bytes behind", .authenticatorDataBytesLeft) { $0.dataBehind = [0] },
        Wrong("extensions that are absent", .cbor(.endsTooEarly)) { $0.flags |= 0x80 },
        Wrong("too much of it", .tooLong(.authenticatorData)) {
            $0.dataBehind = [UInt8](repeating: 0, count: 17 * 1024)
        },
        Wrong("another credential", .otherCredential) { $0.id = [1, 2, 3] },
        Wrong("no credential", .otherCredential) { $0.id = [] },
        Wrong("somebody else", .otherOwner) { $0.owner = [1] },
        Wrong("nobody", .otherOwner) { $0.owner = [] },
        Wrong("signed with another key", .wrongSignature) { $0.signsWithOther = true },
        Wrong("signed for another page", .wrongSignature) { $0.signedClientData = Array("{}".utf8) },
        Wrong("the same count", .counterNotForward(stored: 5, told: 5)) { $0.counter = 5 },
        Wrong("a lower count", .counterNotForward(stored: 5, told: 4)) { $0.counter = 4 },
        Wrong("no count any more", .counterNotForward(stored: 5, told: 0)) { $0.counter = 0 },
    ]

    @Test(arguments: wrongs) func `one thing wrong is enough`(_ wrong: Wrong) throws {
        var device = try Authenticator.signingIn()
        wrong.change(&device)
        let answer = try device.answer()
        let desk = try Desk()
        let stored = try desk.credential()
        #expect(throws: wrong.failure) {
            try Passkey.assert(answer, for: desk.challenge, by: stored, at: desk.site)
        }
    }

    private struct Accepted: Error {}

    @Test(arguments: [(0, 0, true), (0, 1, true), (1, 0, false), (.max, .max, false), (.max - 1, .max, true)])
    func `the count goes forward, or stays at zero for good`(_ stored: UInt32, _ told: UInt32, _ isRight: Bool) throws {
        var device = try Authenticator.signingIn()
        device.counter = told
        let (answer, desk) = (try device.answer(), try Desk())
        let credential = try desk.credential(counter: stored)
        let failure = #expect(throws: (any Error).self) {
            _ = try Passkey.assert(answer, for: desk.challenge, by: credential, at: desk.site)
            throw Accepted()
        }
        #expect((failure is Accepted) == isRight)
    }

    @Test func `an answer is good once`() throws {
        let (answer, desk) = (try Authenticator.signingIn().answer(), try Desk())
        let after = try Passkey.assert(answer, for: desk.challenge, by: try desk.credential(), at: desk.site)
        #expect(throws: PasskeyFailure.counterNotForward(stored: 6, told: 6)) {
            try Passkey.assert(answer, for: desk.challenge, by: after, at: desk.site)
        }
        let later = try Passkey.Challenge([UInt8](repeating: 9, count: 32))
        #expect(throws: PasskeyFailure.wrongChallenge) {
            try Passkey.assert(answer, for: later, by: try desk.credential(), at: desk.site)
        }
    }

    @Test func `a passkey that may be backed up tells when it is`() throws {
        let desk = try Desk()
        var device = try Authenticator.signingIn()
        device.flags = 0x1D
        let answer = try device.answer()
        let stored = try desk.credential(backup: .possible)
        #expect(try Passkey.assert(answer, for: desk.challenge, by: stored, at: desk.site).backup == .done)
        device.flags = 0x05
        let bound = try device.answer()
        #expect(throws: PasskeyFailure.backupChanged) {
            try Passkey.assert(bound, for: desk.challenge, by: stored, at: desk.site)
        }
    }

    @Test func `a bit that is turned anywhere is refused`() throws {
        let (answer, desk) = (try Authenticator.signingIn().answer(), try Desk())
        let stored = try desk.credential()
        for (place, bit) in answer.authenticatorData.indices.flatMap({ place in (0..<8).map { (place, $0) } }) {
            var data = answer.authenticatorData
            data[place] ^= 1 << UInt8(bit)
            let turned = Passkey.Answer(
                id: answer.id, clientData: answer.clientData, authenticatorData: data, signature: answer.signature)
            #expect(throws: PasskeyFailure.self) {
                try Passkey.assert(turned, for: desk.challenge, by: stored, at: desk.site)
            }
        }
        for place in answer.signature.indices {
            var signature = answer.signature
            signature[place] ^= 1
            let turned = Passkey.Answer(
                id: answer.id, clientData: answer.clientData, authenticatorData: answer.authenticatorData,
                signature: signature)
            #expect(throws: PasskeyFailure.self) {
                try Passkey.assert(turned, for: desk.challenge, by: stored, at: desk.site)
            }
        }
    }

    @Test func `what is cut off anywhere is refused`() throws {
        let (whole, desk) = (try Authenticator.signingIn().answer(), try Desk())
        let stored = try desk.credential()
        let cuts =
            whole.clientData.indices.map {
                Passkey.Answer(
                    id: whole.id, clientData: Array(whole.clientData.prefix($0)),
                    authenticatorData: whole.authenticatorData, signature: whole.signature)
            }
            + whole.authenticatorData.indices.map {
                Passkey.Answer(
                    id: whole.id, clientData: whole.clientData,
                    authenticatorData: Array(whole.authenticatorData.prefix($0)), signature: whole.signature)
            }
            + whole.signature.indices.map {
                Passkey.Answer(
                    id: whole.id, clientData: whole.clientData, authenticatorData: whole.authenticatorData,
                    signature: Array(whole.signature.prefix($0)))
            }
        for cut in cuts {
            #expect(throws: PasskeyFailure.self) {
                try Passkey.assert(cut, for: desk.challenge, by: stored, at: desk.site)
            }
        }
    }

    @Test(arguments: [0, 8, 71, 73, 5000]) func `a signature that is none is refused`(_ count: Int) throws {
        let (whole, desk) = (try Authenticator.signingIn().answer(), try Desk())
        let stored = try desk.credential()
        let answer = Passkey.Answer(
            id: whole.id, clientData: whole.clientData, authenticatorData: whole.authenticatorData,
            signature: [UInt8](repeating: 0x30, count: count))
        let expected: PasskeyFailure = count > 72 ? .tooLong(.signature) : .signatureUnreadable
        #expect(throws: expected) { try Passkey.assert(answer, for: desk.challenge, by: stored, at: desk.site) }
    }

    @Test func `a signature with bytes behind it is refused`() throws {
        let (whole, desk) = (try Authenticator.signingIn().answer(), try Desk())
        let stored = try desk.credential()
        let answer = Passkey.Answer(
            id: whole.id, clientData: whole.clientData, authenticatorData: whole.authenticatorData,
            signature: whole.signature + [0])
        #expect(throws: PasskeyFailure.self) {
            try Passkey.assert(answer, for: desk.challenge, by: stored, at: desk.site)
        }
    }

    @Test func `a key in the store that is damaged is told, and does not end the process`() throws {
        let (answer, desk) = (try Authenticator.signingIn().answer(), try Desk())
        let damaged = Passkey.Credential(
            id: answer.id, owner: desk.owner, publicKey: [4, 1, 2], counter: 0, backup: .boundToDevice)
        #expect(throws: PasskeyFailure.keyNotOnCurve) {
            try Passkey.assert(answer, for: desk.challenge, by: damaged, at: desk.site)
        }
    }
}
