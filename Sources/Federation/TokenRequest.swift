import Credentials

/// What is sent to a provider to change a code for tokens: over https, straight from our server.
///
/// - Source: OpenID Connect Core 1.0, sections 3.1.3.1 and 9; RFC 7636, section 4.5; RFC 7523, section 2.2
package struct TokenRequest: Hashable, Sendable, CustomStringConvertible {
    /// How long our own signature is worth something.
    static let assertionLife = Duration.seconds(60)
    static let chanceLength = 16

    package let address: String
    package let headers: [String: String]
    package let body: String

    /// - Shape: `chance`: 16 bytes that nobody can foretell, for the number of our signature
    /// - Throws: ``ProviderFailure/chance``, ``ProviderFailure/key``
    package init(
        _ answer: AuthorizationAnswer, for pending: PendingSignIn, of provider: Provider, at discovery: Discovery,
        with chance: [UInt8], at now: NumericDate
    ) throws(ProviderFailure) {
        guard chance.count == TokenRequest.chanceLength else { throw .chance }
        let us = provider.relyingParty
        var headers = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"]
        var parameters = [
            (name: "grant_type", value: "authorization_code"), (name: "code", value: answer.code),
            (name: "redirect_uri", value: us.redirectURI), (name: "code_verifier", value: pending.verifier),
        ]
        switch us.authentication {
        case .secretBasic(let secret): headers["Authorization"] = TokenRequest.basic(us.id, secret)
        case .privateKeyJWT(let key):
            let audience = key.audience == .issuer ? provider.issuer : discovery.tokenEndpoint.text
            let assertion = try TokenRequest.assertion(of: us.id, by: key, for: audience, numbered: chance, at: now)
            parameters += [
                ("client_id", us.id), ("client_assertion_type", ClientAssertion.type), ("client_assertion", assertion),
            ]
        }
        address = discovery.tokenEndpoint.text
        self.headers = headers
        body = Parameters.text(parameters)
    }

    /// - Source: RFC 6749, section 2.3.1: both parts are escaped as in a form before they are put together
    private static func basic(_ id: String, _ secret: ClientSecret) -> String {
        "Basic " + base64(Array("\(Parameters.escaped(id)):\(Parameters.escaped(secret.text))".utf8))
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let text = String(Base64URL.text(bytes).map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    }

    private static func assertion(
        of id: String, by key: ClientKey, for audience: String, numbered chance: [UInt8], at now: NumericDate
    ) throws(ProviderFailure) -> String {
        let header = JSONValue.object(["alg": .text("ES256"), "kid": .text(key.id), "typ": .text("JWT")])
        let claims = JSONValue.object([
            "iss": .text(id), "sub": .text(id), "aud": .text(audience), "jti": .text(Base64URL.text(chance)),
            "iat": .number(String(now.seconds)), "exp": .number(String((now + assertionLife).seconds)),
        ])
        let signed = [header, claims].map { Base64URL.text(Array($0.json.utf8)) }.joined(separator: ".")
        return signed + "." + Base64URL.text(try key.signature(of: Array(signed.utf8)))
    }

    /// A log says that there was one, and no more.
    package var description: String { "TokenRequest" }
}
