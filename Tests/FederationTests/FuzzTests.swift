import Credentials
import TestIssuers
import Testing

@testable import Federation

/// Chance that is the same in every run.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }
}

/// Twenty thousand tokens that are almost right.
@Suite struct FuzzTests {
    private static let rounds = 10_000

    @Test func `an ID token of which bits were turned is never accepted`() throws {
        var chance = Chance(seed: 1)
        let pending = PendingSignIn(
            issuer: House.issuer, stateHash: [], nonce: Vectors.nonce, verifier: "v", minimum: House.substantial,
            maximumAge: .seconds(300), madeAt: seconds(Vectors.now - 30))
        let check = IDToken(
            of: try House.provider(), signedWith: try JWKS(Array(Vectors.keys.utf8)), for: pending)
        let whole = [Vectors.idES256, Vectors.idRS256, Vectors.idPS256]
        var (accepted, reached) = (0, 0)
        for round in 0..<Self.rounds {
            let token = turned(whole[round % 3], &chance)
            guard let answer = answer(token) else { continue }
            do throws(IDTokenFailure) {
                _ = try check.verify(answer, at: seconds(Vectors.now))
                accepted += 1
            } catch { reached += error == .token(.wrongSignature) ? 1 : 0 }
        }
        print("fuzz: \(Self.rounds) ID tokens, \(reached) as far as the signature, \(accepted) accepted")
        #expect(accepted == 0 && reached > Self.rounds / 4)
    }

    @Test func `an assertion of which bits were turned is never accepted`() throws {
        var chance = Chance(seed: 2)
        let client = MachineClient(id: "lab", keys: try JWKS(Array(Vectors.keys.utf8)), scopes: [])
        let endpoint = TokenEndpoint(Machine.address)
        let whole = [Vectors.assertionES384, Vectors.assertionRS384]
        var (accepted, reached) = (0, 0)
        for round in 0..<Self.rounds {
            do throws(ClientAssertionFailure) {
                let token = try ClientAssertion(turned(whole[round % 2], &chance))
                _ = try token.verify(by: client, at: endpoint, at: seconds(Vectors.now))
                accepted += 1
            } catch { reached += error == .token(.wrongSignature) ? 1 : 0 }
        }
        print("fuzz: \(Self.rounds) assertions, \(reached) as far as the signature, \(accepted) accepted")
        #expect(accepted == 0 && reached > Self.rounds / 8)
    }

    @Test func `a set of keys, discovery and a query that were damaged never end the process`() throws {
        var chance = Chance(seed: 3)
        let provider = try House.provider()
        let discovery = Array(JSONValue.object(House.discovery()).json.utf8)
        let query = Callback().query
        for _ in 0..<2000 {
            _ = Result { try JWKS(damaged(Array(Vectors.keys.utf8), &chance)) }
            _ = Result { try Discovery(damaged(discovery, &chance), of: provider) }
            _ = Result { try Parameters(String(decoding: damaged(Array(query.utf8), &chance), as: UTF8.self)) }
            _ = Result {
                try SystemScope.list(String(decoding: damaged(Array("system/*.rs".utf8), &chance), as: UTF8.self))
            }
        }
    }

    /// One to three bits turned: in what the text says (so that it stays readable), or in the text itself.
    private func turned(_ token: String, _ chance: inout Chance) -> String {
        guard chance.below(3) > 0 else {
            return String(decoding: damaged(Array(token.utf8), &chance), as: UTF8.self)
        }
        var parts = token.split(separator: ".").map { Base64URL.bytes(String($0)) ?? [] }
        let part = 1 + chance.below(2)
        parts[part] = damaged(parts[part], &chance)
        return parts.map(Base64URL.text).joined(separator: ".")
    }

    private func damaged(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var bytes = bytes
        let places = Set((0...chance.below(3)).map { _ in chance.below(bytes.count) })
        for place in places { bytes[place] ^= 1 << UInt8(chance.below(8)) }
        return bytes
    }

    private func answer(_ token: String) -> TokenAnswer? {
        let members = ["access_token": JSONValue.text(Vectors.accessToken), "token_type": .text("Bearer")]
        let json = JSONValue.object(members.merging(["id_token": .text(token)]) { $1 }).json
        return try? TokenAnswer(Array(json.utf8), status: 200)  // a text that JSON cannot hold is refused before
    }
}
