import Crypto
import Foundation
import TestAuthenticators
import Testing

@testable import Credentials

/// Twenty thousand objects that are almost right, the same in every run.
@Suite struct PasskeyFuzzTests {
    private static let rounds = 10_000

    @Test func `a passkey that was damaged on its way never ends the process`() throws {
        var chance = Chance(seed: 1)
        let desk = try Desk()
        let whole = try device().made()
        var accepted = 0
        for _ in 0..<Self.rounds {
            let onClient = chance.below(4) == 0
            let made = Passkey.Made(
                clientData: onClient ? damaged(whole.clientData, &chance) : whole.clientData,
                attestation: onClient ? whole.attestation : damaged(whole.attestation, &chance))
            do throws(PasskeyFailure) {
                let credential = try desk.register(made)
                accepted += 1
                #expect(credential.publicKey.count == 65 && Passkey.idLengths.contains(credential.id.count))
            } catch { continue }
        }
        #expect(accepted < Self.rounds / 2)
    }

    @Test func `an answer that was damaged on its way is never accepted`() throws {
        var chance = Chance(seed: 2)
        let desk = try Desk()
        let stored = try desk.credential()
        let whole = try Authenticator.signingIn().answer()
        for _ in 0..<Self.rounds {
            let part = chance.below(3)
            let answer = Passkey.Answer(
                id: whole.id, clientData: part == 0 ? damaged(whole.clientData, &chance) : whole.clientData,
                authenticatorData: part == 1 ? damaged(whole.authenticatorData, &chance) : whole.authenticatorData,
                signature: part == 2 ? damaged(whole.signature, &chance) : whole.signature, owner: whole.owner)
            guard answer != whole else { continue }
            #expect(throws: PasskeyFailure.self) {
                try Passkey.assert(answer, for: desk.challenge, by: stored, at: desk.site)
            }
        }
    }

    private func device() throws -> Authenticator {
        var device = try Authenticator()
        device.flags |= 0x80
        device.extensions = Encoded.map([
            Encoded.text("credProps"), Encoded.map([Encoded.text("rk"), [0xF5]]), Encoded.text("list"),
            [0x82, 1, 0x20],
        ])
        return device
    }

    private func damaged(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        (0...chance.below(3)).reduce(bytes) { bytes, _ in oneDamage(bytes, &chance) }
    }

    private func oneDamage(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        let place = chance.below(bytes.count)
        let telling: [UInt8] = [0, 1, 0x1B, 0x5B, 0x5F, 0x7F, 0x81, 0x9B, 0xA1, 0xBB, 0xBF, 0xF6, 0xFB, 0xFF]
        let byte = chance.below(2) == 0 ? telling[chance.below(telling.count)] : UInt8(chance.below(256))
        let before = Array(bytes.prefix(place))
        let after = Array(bytes.dropFirst(place))
        switch chance.below(6) {
        case 0: return before + [byte] + after.dropFirst()
        case 1: return before + after.dropFirst(1 + chance.below(8))
        case 2: return before + [byte] + after
        case 3: return before
        case 4: return before + after.prefix(chance.below(40)) + after
        default: return before + [(after.first ?? 0) ^ 1 << UInt8(chance.below(8))] + after.dropFirst()
        }
    }
}
