import Testing

@testable import Federation

@Suite struct ProviderTests {
    @Test func `a clock may be a minute off and no more`() throws {
        #expect(throws: Never.self) { try House.provider(skew: .seconds(60)) }
        #expect(throws: ProviderFailure.skew) { try House.provider(skew: .seconds(61)) }
        #expect(throws: ProviderFailure.skew) { try House.provider(skew: .seconds(-1)) }
    }

    @Test func `a minimum that the provider does not know is refused`() {
        #expect(throws: ProviderFailure.levels) { try House.provider(minimum: "9") }
        #expect(throws: ProviderFailure.levels) { try Assurance(levels: ["1", "1"], minimum: "1") }
    }

    @Test func `a level can be raised and not lowered`() throws {
        let assurance = try House.provider().demands.assurance
        #expect(try assurance.raised(to: House.high).minimum == House.high)
        #expect(throws: ProviderFailure.levels) { try assurance.raised(to: House.low) }
    }

    @Test(arguments: [SignatureAlgorithm.rs384, .es384])
    func `an algorithm that is for machines is not for identity`(_ algorithm: SignatureAlgorithm) throws {
        let assurance = try Assurance(levels: ["1"], minimum: "1")
        #expect(throws: ProviderFailure.algorithms) {
            try Demands(assurance, maximumAge: .seconds(1), skew: .zero, algorithms: [.rs256, algorithm])
        }
        #expect(throws: ProviderFailure.algorithms) {
            try Demands(assurance, maximumAge: .seconds(1), skew: .zero, algorithms: [])
        }
    }

    @Test func `we have to ask for an ID token, and be somebody`() throws {
        let secret = ClientAuthentication.secretBasic(try ClientSecret("0123456789abcdef"))
        #expect(throws: ProviderFailure.scopes) {
            try RelyingParty(id: "a", authentication: secret, redirectURI: "https://a.example/", scopes: ["profile"])
        }
        #expect(throws: ProviderFailure.clientID) {
            try RelyingParty(id: "", authentication: secret, redirectURI: "https://a.example/", scopes: ["openid"])
        }
        #expect(throws: ProviderFailure.secret) { try ClientSecret("short") }
        #expect(throws: ProviderFailure.key) { try ClientKey([1], id: "k") }
        #expect("\(secret)".contains("0123") == false)
    }

    @Test(arguments: ["http://login.example", "https://login.example?a=b", "https://a b.example", "login.example", ""])
    func `an issuer that is no address is refused`(_ issuer: String) throws {
        let good = try House.provider()
        #expect(throws: ProviderFailure.self) {
            try Provider(
                .patient, issuer: issuer, knows: good.relyingParty, demands: good.demands, within: .encrypted)
        }
    }

    @Test(arguments: [("1", 1000), ("0", 0), ("1.5", 1500), ("1.0004", 1000), ("99999999999.999", 99_999_999_999_999)])
    func `a moment is read`(_ digits: String, _ milliseconds: Int64) {
        #expect(NumericDate(digits: digits)?.milliseconds == milliseconds)
    }

    @Test(arguments: ["", "-1", "1e3", "1.", ".5", "1.2.3", "100000000000", "9223372036854775807", "1.5e-3", "+1"])
    func `what is no moment is refused`(_ digits: String) { #expect(NumericDate(digits: digits) == nil) }
}
