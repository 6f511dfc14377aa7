import Credentials
import TestIssuers
import Testing

@testable import Federation

/// An answer in the address bar, of which every part can be made to lie.
struct Callback: Sendable {
    var parameters = [("code", "SplxlOBeZQQYbYS6WxSbIA"), ("state", state), ("iss", "https%3A%2F%2Flogin.example")]
    var text: String?
    var now = seconds(House.now)
    var askedAt = House.issuer

    static let state = Base64URL.text([UInt8](repeating: 1, count: 32))

    var query: String { text ?? parameters.map { "\($0.0)=\($0.1)" }.joined(separator: "&") }

    func read(_ discovery: Discovery? = nil) throws -> AuthorizationAnswer {
        let pending = PendingSignIn(
            issuer: askedAt, stateHash: PendingSignIn.hash(of: Callback.state), nonce: "n", verifier: "v",
            minimum: House.substantial, maximumAge: .seconds(300), madeAt: seconds(House.now))
        return try AuthorizationAnswer(
            query, for: pending, of: try House.provider(),
            at: try discovery ?? House.read(House.discovery()), at: now)
    }
}

@Suite struct AuthorizationTests {
    static func chance() throws -> SignInChance {
        try SignInChance(
            state: [UInt8](repeating: 1, count: 32), nonce: [UInt8](repeating: 2, count: 32),
            verifier: [UInt8](repeating: 3, count: 32))
    }

    @Test func `the challenge is that of the standard`() {
        #expect(PendingSignIn.challenge(of: Vectors.verifier) == Vectors.challenge)
    }

    @Test func `somebody is sent to the provider with everything it has to check`() throws {
        let provider = try House.provider()
        let wishes = AuthorizationRequest.Wishes(
            try provider.demands.assurance.raised(to: House.high), maximumAge: .seconds(60), prompt: .login,
            languages: ["nl", "en"])
        let discovery = try House.read(
            House.discovery(["authorization_endpoint": .text("https://login.example/authorize?tenant=1")]))
        let request = AuthorizationRequest(
            to: provider, at: discovery, asking: wishes, with: try Self.chance(), at: seconds(House.now))
        #expect(request.address.hasPrefix("https://login.example/authorize?tenant=1&response_type=code&"))
        let form = try Parameters(String(request.address.drop { $0 != "?" }.dropFirst()))
        #expect(form["client_id"] == "hartlijn" && form["scope"] == "openid profile")
        #expect(form["redirect_uri"] == "https://hartlijn.example/sign-in/back")
        #expect(form["code_challenge_method"] == "S256")
        #expect(form["code_challenge"] == PendingSignIn.challenge(of: request.pending.verifier))
        #expect(form["acr_values"] == House.high && form["max_age"] == "60")
        #expect(form["prompt"] == "login" && form["ui_locales"] == "nl en")
        #expect(form["nonce"] == request.pending.nonce)
        #expect(form["state"].map(request.pending.isState) == true)
        #expect(!request.address.contains(request.pending.verifier))
        #expect(request.pending.minimum == House.high && request.pending.madeAt == seconds(House.now))
        #expect("\(request)\(request.pending)" == "AuthorizationRequestPendingSignIn")
    }

    @Test func `a code comes back`() throws {
        #expect(try Callback().read().code == "SplxlOBeZQQYbYS6WxSbIA")
        var silent = Callback()
        silent.parameters.removeLast()
        let discovery = try House.read(
            House.discovery(["authorization_response_iss_parameter_supported": .truth(false)]))
        #expect(throws: Never.self) { try silent.read(discovery) }
        silent.parameters.append(("iss", "https%3A%2F%2Fkwaad.example"))
        #expect(throws: AuthorizationFailure.wrongIssuer) { try silent.read(discovery) }
    }

    @Test func `too little chance, or the same twice, is refused`() {
        let (one, two) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
        #expect(throws: ProviderFailure.chance) { try SignInChance(state: one, nonce: one, verifier: two) }
        #expect(throws: ProviderFailure.chance) { try SignInChance(state: one, nonce: two, verifier: [1]) }
    }

    @Test func `one secret of a browser makes the three of a sign-in, each time the same`() throws {
        let secret = [UInt8](repeating: 7, count: 32)
        let (one, again) = (try SignInChance(outOf: secret), try SignInChance(outOf: secret))
        #expect(one.state == again.state && one.nonce == again.nonce && one.verifier == again.verifier)
        #expect(Set([one.state, one.nonce, one.verifier, secret]).count == 4)
        let other = try SignInChance(outOf: [UInt8](repeating: 8, count: 32))
        #expect(other.state != one.state && other.nonce != one.nonce && other.verifier != one.verifier)
        for length in [0, 31, 33] {
            #expect(throws: ProviderFailure.chance) { try SignInChance(outOf: [UInt8](repeating: 7, count: length)) }
        }
    }

    @Test func `what was asked is put together again out of that secret`() throws {
        let provider = try House.provider()
        let chance = try SignInChance(outOf: [UInt8](repeating: 7, count: 32))
        let request = AuthorizationRequest(
            to: provider, at: try House.read(House.discovery()), asking: .init(of: provider), with: chance,
            at: seconds(House.now))
        let pending = PendingSignIn(
            outOf: chance, askedAt: provider.issuer, minimum: House.substantial,
            maximumAge: provider.demands.maximumAge, madeAt: seconds(House.now))
        #expect(pending == request.pending)
    }
}
