import Credentials
import TestIssuers
import Testing

@testable import Federation

@Suite struct VectorTests {
    @Test(arguments: [
        (Vectors.rfcRS256, Vectors.rfcRS256Keys, SignatureAlgorithm.rs256),
        (Vectors.rfcES256, Vectors.rfcES256Keys, SignatureAlgorithm.es256),
    ])
    func `the examples of the standard are read`(_ token: String, _ keys: String, _ algorithm: SignatureAlgorithm)
        throws
    {
        let set = try JWKS(Array(keys.utf8))
        let token = try JWS(token)
        let claims = try token.verified(by: set, allowing: [algorithm], as: [nil]).claims
        #expect(claims.text("iss") == "joe" && claims.moment("exp") == seconds(1_300_819_380))
        #expect(throws: JWSFailure.algorithmNotAllowed) { try token.verified(by: set, allowing: [.ps256], as: [nil]) }
    }

    @Test(arguments: [Vectors.idRS256, Vectors.idPS256, Vectors.idES256])
    func `ID tokens of another library are read`(_ token: String) throws {
        let pending = PendingSignIn(
            issuer: House.issuer, stateHash: [], nonce: Vectors.nonce, verifier: "v", minimum: House.substantial,
            maximumAge: .seconds(300), madeAt: seconds(Vectors.now - 30))
        let keys = try JWKS(Array(Vectors.keys.utf8))
        let check = IDToken(of: try House.provider(), signedWith: keys, for: pending)
        let answer = TokenAnswer(idToken: token, accessToken: Vectors.accessToken)
        let federated = try check.verify(answer, at: seconds(Vectors.now))
        #expect(federated.subject == "24400320" && federated.name == "Test Persoon" && federated.session == "s-1")
        let other = TokenAnswer(idToken: token, accessToken: "other")
        #expect(throws: IDTokenFailure.accessTokenHash) { try check.verify(other, at: seconds(Vectors.now)) }
    }

    @Test(arguments: [Vectors.assertionRS384, Vectors.assertionES384])
    func `assertions of another library are read`(_ token: String) throws {
        let client = MachineClient(id: "lab", keys: try JWKS(Array(Vectors.keys.utf8)), scopes: [])
        let once = try ClientAssertion(token).verify(
            by: client, at: TokenEndpoint(Machine.address), at: seconds(Vectors.now))
        #expect(once == OnceUntil(jti: "a-1", expiry: seconds(Vectors.now + 300)))
    }

    @Test func `a farewell of another library is read`() throws {
        let keys = try JWKS(Array(Vectors.keys.utf8))
        let out = try LogoutToken.verify(
            Vectors.logout, of: try House.provider(), signedWith: keys, at: seconds(Vectors.now))
        #expect(out.subject == "24400320" && out.session == "s-1" && out.once.jti == "l-1")
    }
}
