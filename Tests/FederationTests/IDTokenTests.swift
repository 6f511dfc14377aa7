import Credentials
import TestIssuers
import Testing

@testable import Federation

@Suite struct IDTokenTests {
    @Test func `somebody who showed who they are is let in`() throws {
        var house = try House()
        house.paper.claims["name"] = .text("Zoë van der Test")
        house.paper.claims["sid"] = .text("s-1")
        let federated = try house.verify()
        #expect(federated.issuer == House.issuer && federated.subject == "24400320")
        #expect(federated.acr == House.substantial && federated.kind == .patient)
        #expect(federated.authenticatedAt == seconds(House.now - 20))
        #expect(federated.name == "Zoë van der Test" && federated.session == "s-1")
        #expect("\(federated)" == "Federated")
    }

    private typealias Change = @Sendable (inout House) throws -> Void

    private static let allowed: [(String, Change)] = [
        ("signed with RS256", { $0.paper.become("RS256", "r1", .rsa256) }),
        (
            "signed with PS256",
            {
                $0.keys = [try Signer.pss256.jwk(["kid": .text("p1")])]
                $0.paper.become("PS256", "p1", .pss256)
            }
        ),
        ("no kid and one key that fits", { $0.paper.header["kid"] = nil }),
        ("no typ", { $0.paper.header["typ"] = nil }),
        ("a typ in small letters", { $0.paper.header["typ"] = .text("jwt") }),
        ("a list with one audience", { $0.paper.claims["aud"] = .list([.text("hartlijn")]) }),
        (
            "two audiences and we are the party",
            {
                $0.paper.claims["aud"] = .list([.text("other"), .text("hartlijn")])
                $0.paper.claims["azp"] = .text("hartlijn")
            }
        ),
        ("a higher level", { $0.paper.claims["acr"] = .text(House.high) }),
        ("a clock as far ahead as it may be", { $0.paper.claims["iat"] = number(House.now + 10) }),
        ("expired within the skew", { $0.paper.expire(House.now - 9, written: House.now - 20) }),
        ("written as the question was asked", { $0.paper.claims["iat"] = number(House.now - 40) }),
        ("authenticated as long ago as it may be", { $0.paper.claims["auth_time"] = number(House.now - 310) }),
        ("a time with a fraction", { $0.paper.claims["iat"] = .number("1749999999.25") }),
        ("a time before which it is nothing, that has passed", { $0.paper.claims["nbf"] = number(House.now) }),
        ("a subject of 255 characters", { $0.paper.claims["sub"] = .text(String(repeating: "s", count: 255)) }),
        ("the hash of the access token", { $0.paper.claims["at_hash"] = .text($0.half()) }),
        ("a key in the header is not looked at", { $0.paper.header["jwk"] = .object(try Signer.otherP256.jwk()) }),
    ]

    @Test(arguments: allowed.indices) func `what the standard allows is accepted`(_ place: Int) throws {
        var house = try House()
        try IDTokenTests.allowed[place].1(&house)
        #expect(throws: Never.self, "\(IDTokenTests.allowed[place].0)") { try house.verify() }
    }

    @Test(arguments: HostileIDTokens.all) func `a token that is not as it should be is refused`(
        _ wrong: Wrong<House, IDTokenFailure>
    ) throws {
        var house = try House()
        try wrong.change(&house)
        #expect(throws: wrong.failure) { try house.verify() }
    }

    @Test func `an answer that comes after ten minutes is too late`() throws {
        var house = try House()
        house.now = seconds(House.now - 30 + 600)
        house.paper.claims["exp"] = number(House.now + 5000)
        house.paper.claims["auth_time"] = number(House.now + 500)
        #expect(throws: IDTokenFailure.tooLate) { try house.verify() }
        house.now = NumericDate(milliseconds: house.now.milliseconds - 1)
        #expect(throws: Never.self) { try house.verify() }
    }

    @Test func `asking for an older sign-in than the row allows is no way around the row`() throws {
        let house = try House()
        let answer = TokenAnswer(idToken: try house.paper.text(), accessToken: house.accessToken)
        let provider = try House.provider(maximumAge: .seconds(5))
        let check = IDToken(of: provider, signedWith: try JWKS(keySet(house.keys)), for: house.pending)
        #expect(throws: IDTokenFailure.authenticatedTooLongAgo) { try check.verify(answer, at: house.now) }
    }
}

extension Paper {
    mutating func expire(_ expiry: Int64, written: Int64) {
        claims["exp"] = number(expiry)
        claims["iat"] = number(written)
    }
}

extension House {
    func half(of token: String? = nil) -> String {
        Base64URL.text(SignatureAlgorithm.es256.leftHalfOfHash(of: Array((token ?? accessToken).utf8)))
    }
}
