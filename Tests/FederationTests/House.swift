import Credentials
import TestIssuers
import Testing

@testable import Federation

/// A sign-in at another house, up to where it answers with an ID token.
struct House: Sendable {
    static let now: Int64 = 1_750_000_000
    static let issuer = "https://login.example"
    static let low = "http://eidas.europa.eu/LoA/low"
    static let substantial = "http://eidas.europa.eu/LoA/substantial"
    static let high = "http://eidas.europa.eu/LoA/high"
    static let nonce = Base64URL.text([UInt8](repeating: 2, count: 32))

    var paper = Paper(
        header: ["alg": .text("ES256"), "kid": .text("k1"), "typ": .text("JWT")],
        claims: [
            "iss": .text(issuer), "sub": .text("24400320"), "aud": .text("hartlijn"), "nonce": .text(nonce),
            "iat": number(now - 1), "exp": number(now + 300), "auth_time": number(now - 20),
            "acr": .text(substantial),
        ], signer: .p256)
    var keys: [[String: JSONValue]]
    var accessToken = "SlAV32hkKG"
    var now = seconds(House.now)
    var issuer = House.issuer
    var asked = House.substantial

    init() throws {
        keys = [
            try Signer.p256.jwk(["kid": .text("k1"), "use": .text("sig")]),
            try Signer.rsa256.jwk(["kid": .text("r1"), "alg": .text("RS256")]),
            try Signer.p384.jwk(["kid": .text("long")]),
            try Signer.rsa256.jwk(["kid": .text("enc"), "use": .text("enc")]),
        ]
    }

    static func provider(
        _ authentication: ClientAuthentication? = nil, maximumAge: Duration = .seconds(300),
        minimum: String = substantial, skew: Duration = .seconds(10), within reach: Reach = .encrypted
    ) throws -> Provider {
        let us = try RelyingParty(
            id: "hartlijn", authentication: authentication ?? .secretBasic(try ClientSecret("een-lang-geheim/+:")),
            redirectURI: "https://hartlijn.example/sign-in/back", scopes: ["openid", "profile"])
        let demands = try Demands(
            try Assurance(levels: [low, substantial, high], minimum: minimum), maximumAge: maximumAge, skew: skew,
            algorithms: SignatureAlgorithm.forIdentity)
        return try Provider(.patient, issuer: issuer, knows: us, demands: demands, within: reach)
    }

    var pending: PendingSignIn {
        PendingSignIn(
            issuer: issuer, stateHash: [UInt8](repeating: 1, count: 32), nonce: House.nonce, verifier: "v",
            minimum: asked, maximumAge: .seconds(300), madeAt: seconds(House.now - 30))
    }

    func verify() throws -> Federated {
        let answer = TokenAnswer(idToken: try paper.text(), accessToken: accessToken)
        let keys = try JWKS(keySet(keys))
        return try IDToken(of: try House.provider(), signedWith: keys, for: pending).verify(answer, at: now)
    }

    static func discovery(_ more: [String: JSONValue] = [:]) -> [String: JSONValue] {
        let plain: [String: JSONValue] = [
            "issuer": .text(issuer), "authorization_endpoint": .text("https://login.example/authorize"),
            "token_endpoint": .text("https://login.example/token"), "jwks_uri": .text("https://login.example/keys"),
            "end_session_endpoint": .text("https://login.example/leave"),
            "response_types_supported": .list([.text("code")]),
            "code_challenge_methods_supported": .list([.text("plain"), .text("S256")]),
            "id_token_signing_alg_values_supported": .list([.text("RS512"), .text("ES256")]),
            "authorization_response_iss_parameter_supported": .truth(true),
        ]
        return plain.merging(more) { $1 }
    }

    static func read(_ members: [String: JSONValue], of provider: Provider? = nil) throws -> Discovery {
        try Discovery(Array(JSONValue.object(members).json.utf8), of: try provider ?? House.provider())
    }
}

extension TokenAnswer {
    /// An answer without the JSON around it.
    init(idToken: String, accessToken: String) {
        let json = JSONValue.object([
            "access_token": .text(accessToken), "token_type": .text("Bearer"), "id_token": .text(idToken),
        ]).json
        do { try self.init(Array(json.utf8), status: 200) } catch { preconditionFailure("\(error)") }
    }
}
