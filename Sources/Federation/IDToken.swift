import Credentials

/// Why an ID token does not say who somebody is.
package enum IDTokenFailure: Error, Hashable, Sendable {
    case otherProvider, tooLate
    case token(JWSFailure)
    case issuer, subject, audience, authorizedParty
    case issuedAt, notYet, olderThanQuestion, expiry, expired
    case nonce
    case noAuthenticationTime, authenticationInFuture, authenticatedTooLongAgo
    case noLevel, levelTooLow
    case accessTokenHash
    case name, session
}

/// Checks what a provider says of somebody who was sent there.
///
/// - Source: OpenID Connect Core 1.0, sections 2, 3.1.3.6 and 3.1.3.7; RFC 8725; OWASP ASVS 5.0, 9.2 and 10.5
package struct IDToken: Sendable {
    static let names = 1...255

    let provider: Provider
    let pending: PendingSignIn
    private let keys: JWKS

    package init(of provider: Provider, signedWith keys: JWKS, for pending: PendingSignIn) {
        self.provider = provider
        self.keys = keys
        self.pending = pending
    }

    /// - Throws: ``IDTokenFailure``; with ``JWSFailure/unknownKey`` the keys may be fetched anew, once
    package func verify(_ answer: TokenAnswer, at now: NumericDate) throws(IDTokenFailure) -> Federated {
        guard isExactly(pending.issuer, provider.issuer) else { throw .otherProvider }
        guard pending.isOpen(at: now) else { throw .tooLate }
        let token = try verified(answer.idToken)
        let claims = token.claims
        try verifyParties(claims)
        try verifyTimes(claims, at: now)
        guard let nonce = claims.text("nonce"), areSame(Array(nonce.utf8), Array(pending.nonce.utf8)) else {
            throw .nonce
        }
        try verifyHash(claims, of: answer.accessToken, by: token.algorithm)
        guard let subject = claims.name("sub", lengths: IDToken.names) else { throw .subject }
        return Federated(
            kind: provider.kind, issuer: provider.issuer, subject: subject, acr: try level(claims),
            authenticatedAt: try authenticatedAt(claims, at: now), name: try shownName(claims),
            session: try session(claims))
    }

    private func verified(_ text: String) throws(IDTokenFailure) -> JWS.Verified {
        do throws(JWSFailure) {
            return try JWS(text).verified(by: keys, allowing: provider.demands.algorithms, as: [nil, "jwt"])
        } catch { throw .token(error) }
    }

    /// By this provider, for us, and not lent to somebody else.
    private func verifyParties(_ claims: [String: JSONValue]) throws(IDTokenFailure) {
        guard let issuer = claims.text("iss"), isExactly(issuer, provider.issuer) else { throw .issuer }
        let us = provider.relyingParty.id
        guard let audience = claims.audience, audience.contains(where: { isExactly($0, us) }) else {
            throw .audience
        }
        guard audience.count > 1 || claims.has("azp") else { return }
        guard let party = claims.text("azp"), isExactly(party, us) else { throw .authorizedParty }
    }

    private func verifyTimes(_ claims: [String: JSONValue], at now: NumericDate) throws(IDTokenFailure) {
        let skew = provider.demands.skew
        guard let issued = claims.moment("iat"), issued <= now + skew else { throw .issuedAt }
        guard issued >= pending.madeAt - skew else { throw .olderThanQuestion }
        guard let expiry = claims.moment("exp"), expiry > issued else { throw .expiry }
        guard expiry > now - skew else { throw .expired }
        guard claims.has("nbf") else { return }
        guard let start = claims.moment("nbf"), start <= now + skew else { throw .notYet }
    }

    /// - Source: OpenID Connect Core 1.0, section 3.1.3.6
    private func verifyHash(
        _ claims: [String: JSONValue], of token: String, by algorithm: SignatureAlgorithm
    ) throws(IDTokenFailure) {
        guard claims.has("at_hash") else { return }
        guard let hash = claims.bytes("at_hash"), areSame(hash, algorithm.leftHalfOfHash(of: Array(token.utf8))) else {
            throw .accessTokenHash
        }
    }
}
