import Credentials
import Crypto
import Foundation
import TestIssuers
import Testing

@testable import Federation

@Suite struct TokenTests {
    private func request(_ authentication: ClientAuthentication? = nil) throws -> TokenRequest {
        let provider = try House.provider(authentication)
        let method = JSONValue.list([.text("client_secret_basic"), .text("private_key_jwt")])
        let discovery = try House.read(House.discovery(["token_endpoint_auth_methods_supported": method]), of: provider)
        let sent = AuthorizationRequest(
            to: provider, at: discovery, asking: .init(of: provider), with: try AuthorizationTests.chance(),
            at: seconds(House.now))
        let answer = try Callback().read()
        return try TokenRequest(
            answer, for: sent.pending, of: provider, at: discovery, with: (0..<16).map { UInt8($0) },
            at: seconds(House.now))
    }

    @Test func `a code is changed for tokens with a secret`() throws {
        let request = try request()
        #expect(request.address == "https://login.example/token")
        #expect(request.headers["Authorization"] == "Basic aGFydGxpam46ZWVuLWxhbmctZ2VoZWltJTJGJTJCJTNB")
        let form = try Parameters(request.body)
        #expect(form["grant_type"] == "authorization_code" && form["code"] == "SplxlOBeZQQYbYS6WxSbIA")
        #expect(form["code_verifier"] == Base64URL.text([UInt8](repeating: 3, count: 32)))
        #expect(form["client_secret"] == nil && form["client_assertion"] == nil)
        #expect("\(request)" == "TokenRequest")
    }

    @Test(arguments: [
        (ClientKey.Audience.issuer, House.issuer), (ClientKey.Audience.tokenEndpoint, "https://login.example/token"),
    ])
    func `a code is changed for tokens with a signature`(_ audience: ClientKey.Audience, _ written: String) throws {
        let raw = (1...32).map { UInt8($0) }
        let request = try request(.privateKeyJWT(try ClientKey(raw, id: "ours", for: audience)))
        let form = try Parameters(request.body)
        #expect(request.headers["Authorization"] == nil)
        #expect(form["client_id"] == "hartlijn" && form["client_assertion_type"] == ClientAssertion.type)
        let keys = try JWKS(keySet([try Signer.p256.jwk(["kid": .text("ours")])]))
        let token = try JWS(try #require(form["client_assertion"])).verified(by: keys, allowing: [.es256], as: ["jwt"])
        #expect(token.claims.text("iss") == "hartlijn" && token.claims.text("sub") == "hartlijn")
        #expect(token.claims.audience == [written])
        #expect(token.claims.moment("exp") == seconds(House.now + 60))
        #expect(token.claims.text("jti") == "AAECAwQFBgcICQoLDA0ODw")
    }

    @Test func `tokens are read`() throws {
        let text = #"{"access_token":"a","token_type":"bearer","id_token":"x.y.z","expires_in":60,"more":null}"#
        let answer = try TokenAnswer(Array(text.utf8), status: 200)
        #expect(answer.idToken == "x.y.z" && answer.accessToken == "a" && "\(answer)" == "TokenAnswer")
    }

    static let hostile: [(text: String, status: Int, failure: TokenFailure)] = [
        (#"{"access_token":"a","token_type":"Bearer"}"#, 200, .noIDToken),
        (#"{"token_type":"Bearer","id_token":"x.y.z"}"#, 200, .noAccessToken),
        (#"{"access_token":"","token_type":"Bearer","id_token":"x.y.z"}"#, 200, .noAccessToken),
        (#"{"access_token":"a\nb","token_type":"Bearer","id_token":"x.y.z"}"#, 200, .noAccessToken),
        (#"{"access_token":"a","token_type":"mac","id_token":"x.y.z"}"#, 200, .tokenType),
        (#"{"access_token":"a","id_token":"x.y.z"}"#, 200, .tokenType),
        (#"{"access_token":"a","token_type":"Bearer","id_token":["x.y.z"]}"#, 200, .noIDToken),
        (#"{"id_token":"x","id_token":"y"}"#, 200, .json(.duplicateName)),
        (#"{"id_token":"x"} <html>"#, 200, .json(.bytesLeft)),
        (#"[]"#, 200, .json(.notAnObject)),
        (#"{"error":"invalid_grant","error_description":"<b>"}"#, 400, .refused(.invalidGrant)),
        (#"{"error":"invalid_client"}"#, 401, .refused(.invalidClient)),
        (#"{"error":"own_words"}"#, 400, .status(400)),
        (#"{"access_token":"a","token_type":"Bearer","id_token":"x.y.z"}"#, 400, .status(400)),
        (#"{}"#, 302, .status(302)),
        (#"{}"#, 500, .status(500)),
        (#"{"a":""# + String(repeating: "a", count: 65_536) + #""}"#, 200, .tooLong),
    ]

    @Test(arguments: hostile.indices) func `what is no answer with tokens is refused`(_ place: Int) {
        let wrong = TokenTests.hostile[place]
        #expect(throws: wrong.failure) { try TokenAnswer(Array(wrong.text.utf8), status: wrong.status) }
    }
}
