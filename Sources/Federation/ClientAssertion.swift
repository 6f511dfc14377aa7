import Credentials

/// Why a machine is not believed.
package enum ClientAssertionFailure: Error, Hashable, Sendable {
    case token(JWSFailure)
    case noKeyID
    case issuer, subject, otherClient, audience
    case expiry, expired, tooLongValid
    case issuedAt, notYet
    case number

    /// Whatever it was, the machine hears one word.
    package var answer: TokenError { .invalidClient }
}

/// What a machine signs to prove which one it is.
///
/// First it is read, to find out whose row to look up; only then it is checked with the keys in that row.
///
/// - Shape: at most 8 KiB, RS384 or ES384
/// - Source: SMART App Launch 2.2, asymmetric client authentication; RFC 7523, section 3
package struct ClientAssertion: Sendable {
    static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    /// - Units: bytes
    static let longest = 8 * 1024
    /// - Source: SMART App Launch 2.2, asymmetric client authentication: `exp`
    static let longestValid = Duration.seconds(300)
    static let numberLengths = 1...128

    private let token: JWS

    /// Which client this says it is. Nothing has been proven yet.
    package let claimedClientID: String

    /// - Throws: ``ClientAssertionFailure``
    package init(_ text: String) throws(ClientAssertionFailure) {
        do throws(JWSFailure) {
            token = try JWS(text, within: ClientAssertion.longest)
            let claims = try token.unverifiedClaims()
            claimedClientID = claims.name("iss", lengths: IDToken.names) ?? ""
        } catch { throw .token(error) }
        guard !claimedClientID.isEmpty else { throw .issuer }
    }

    /// - Returns: the number of the assertion, which the caller keeps and takes once
    /// - Throws: ``ClientAssertionFailure``
    package func verify(
        by client: MachineClient, at endpoint: TokenEndpoint, at now: NumericDate
    ) throws(ClientAssertionFailure) -> OnceUntil {
        let verified = try verified(by: client)
        guard verified.keyID != nil else { throw .noKeyID }
        let claims = verified.claims
        guard isExactly(claimedClientID, client.id) else { throw .otherClient }
        guard let subject = claims.text("sub"), isExactly(subject, client.id) else { throw .subject }
        guard let audience = claims.audience, audience.count == 1,
            audience.allSatisfy({ isExactly($0, endpoint.address) })
        else { throw .audience }
        let expiry = try expiry(claims, at: now, endpoint.skew)
        try verifyStart(claims, before: expiry, at: now, endpoint.skew)
        guard let jti = claims.text("jti"), ClientAssertion.numberLengths.contains(jti.utf8.count),
            jti.utf8.allSatisfy(isVisible)
        else { throw .number }
        return OnceUntil(jti: jti, expiry: expiry)
    }

    private func verified(by client: MachineClient) throws(ClientAssertionFailure) -> JWS.Verified {
        do throws(JWSFailure) {
            return try token.verified(by: client.keys, allowing: SignatureAlgorithm.forMachines, as: ["jwt"])
        } catch { throw .token(error) }
    }

    private func expiry(
        _ claims: [String: JSONValue], at now: NumericDate, _ skew: Duration
    ) throws(ClientAssertionFailure) -> NumericDate {
        guard let expiry = claims.moment("exp") else { throw .expiry }
        guard expiry > now else { throw .expired }
        guard expiry <= now + ClientAssertion.longestValid + skew else { throw .tooLongValid }
        return expiry
    }

    /// Both may be absent; what is there has to make sense.
    private func verifyStart(
        _ claims: [String: JSONValue], before expiry: NumericDate, at now: NumericDate, _ skew: Duration
    ) throws(ClientAssertionFailure) {
        if claims.has("iat") {
            guard let issued = claims.moment("iat"), issued <= now + skew, issued < expiry,
                issued + ClientAssertion.longestValid + skew >= now
            else { throw .issuedAt }
        }
        if claims.has("nbf") {
            guard let start = claims.moment("nbf"), start <= now + skew, start < expiry else { throw .notYet }
        }
    }
}
