import Credentials
import TestIssuers
import Testing

@testable import Federation

/// A machine of which every part can be made to lie.
struct Machine: Sendable {
    static let address = "https://hartlijn.example/oauth/token"

    var paper = Paper(
        header: ["alg": .text("ES384"), "kid": .text("m1"), "typ": .text("JWT")],
        claims: [
            "iss": .text("lab"), "sub": .text("lab"), "aud": .text(address), "jti": .text("a-1"),
            "exp": number(House.now + 300),
        ], signer: .p384)
    var keys: [[String: JSONValue]]
    var registered = "lab"
    var skew = Duration.zero

    init() throws {
        keys = [
            try Signer.p384.jwk(["kid": .text("m1")]), try Signer.rsa384.jwk(["kid": .text("m2")]),
            try Signer.p256.jwk(["kid": .text("m3")]),
        ]
    }

    func verify() throws -> OnceUntil {
        let client = MachineClient(id: registered, keys: try JWKS(keySet(keys)), scopes: [])
        return try ClientAssertion(try paper.text()).verify(
            by: client, at: TokenEndpoint(Machine.address, skew: skew), at: seconds(House.now))
    }
}

@Suite struct ClientAssertionTests {
    @Test func `a machine proves which one it is`() throws {
        let once = try Machine().verify()
        #expect(once == OnceUntil(jti: "a-1", expiry: seconds(House.now + 300)))
        #expect(try ClientAssertion(try Machine().paper.text()).claimedClientID == "lab")
    }

    private typealias Change = @Sendable (inout Machine) throws -> Void

    private static let allowed: [(String, Change)] = [
        ("signed with RS384", { $0.paper.become("RS384", "m2", .rsa384) }),
        ("a list with one audience", { $0.paper.claims["aud"] = .list([.text(Machine.address)]) }),
        ("about to expire", { $0.paper.claims["exp"] = .number("\(House.now).001") }),
        ("written now", { $0.paper.claims["iat"] = number(House.now) }),
        ("valid since now", { $0.paper.claims["nbf"] = number(House.now) }),
        ("the longest number", { $0.paper.claims["jti"] = .text(String(repeating: "j", count: 128)) }),
        ("an address of keys is not looked at", { $0.paper.header["jku"] = .text("https://lab.example/keys") }),
        (
            "a clock that runs ahead within the skew",
            {
                $0.skew = .seconds(5)
                $0.paper.claims["exp"] = number(House.now + 305)
                $0.paper.claims["iat"] = number(House.now + 5)
            }
        ),
    ]

    @Test(arguments: allowed.indices) func `what the standard allows is accepted`(_ place: Int) throws {
        var machine = try Machine()
        try ClientAssertionTests.allowed[place].1(&machine)
        #expect(throws: Never.self, "\(ClientAssertionTests.allowed[place].0)") { try machine.verify() }
    }

    @Test(arguments: HostileAssertions.all) func `an assertion that is not as it should be is refused`(
        _ wrong: HostileAssertions.Case
    ) throws {
        var machine = try Machine()
        try wrong.change(&machine)
        #expect(throws: wrong.failure) { try machine.verify() }
        #expect(wrong.failure.answer == .invalidClient)
    }
}
