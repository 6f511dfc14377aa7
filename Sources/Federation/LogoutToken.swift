import Credentials

/// Why a provider's word that somebody left is not taken.
package enum LogoutFailure: Error, Hashable, Sendable {
    case token(JWSFailure)
    case issuer, audience
    case issuedAt, tooOld, expiry, expired
    case number, event, nonce
    case subject, session, nobody
}

/// Somebody whose session over there has ended, so that it ends here too.
package struct LoggedOut: Hashable, Sendable {
    package let issuer: String
    /// All sessions of this person, when no session is named.
    package let subject: String?
    package let session: String?
    /// The word counts once.
    package let once: OnceUntil
}

/// Checks the message of a provider that somebody signed out there.
///
/// It is like an ID token but is none: it has a type of its own, an event, and never a nonce.
///
/// - Source: OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6; OWASP ASVS 5.0, 10.5.5
package enum LogoutToken {
    static let event = "http://schemas.openid.net/event/backchannel-logout"
    /// How long ago it may have been written.
    ///
    /// - Source: OpenID Connect Back-Channel Logout 1.0, section 4: preferably two minutes
    static let longestUnderway = Duration.seconds(120)

    /// - Throws: ``LogoutFailure``
    package static func verify(
        _ text: String, of provider: Provider, signedWith keys: JWKS, at now: NumericDate
    ) throws(LogoutFailure) -> LoggedOut {
        let claims = try verified(text, provider, keys)
        guard let issuer = claims.text("iss"), isExactly(issuer, provider.issuer) else { throw .issuer }
        guard let audience = claims.audience, audience.contains(where: { isExactly($0, provider.relyingParty.id) })
        else { throw .audience }
        guard !claims.has("nonce") else { throw .nonce }
        guard case .object(let events) = claims["events"], case .object = events[event] else { throw .event }
        let once = OnceUntil(jti: try number(claims), expiry: try expiry(claims, at: now, provider.demands.skew))
        let (subject, session) = (try subject(claims), try session(claims))
        guard subject != nil || session != nil else { throw .nobody }
        return LoggedOut(issuer: provider.issuer, subject: subject, session: session, once: once)
    }

    private static func verified(
        _ text: String, _ provider: Provider, _ keys: JWKS
    ) throws(LogoutFailure) -> [String: JSONValue] {
        do throws(JWSFailure) {
            return try JWS(text).verified(by: keys, allowing: provider.demands.algorithms, as: ["logout+jwt"]).claims
        } catch { throw .token(error) }
    }

    private static func expiry(
        _ claims: [String: JSONValue], at now: NumericDate, _ skew: Duration
    ) throws(LogoutFailure) -> NumericDate {
        guard let issued = claims.moment("iat"), issued <= now + skew else { throw .issuedAt }
        guard issued + longestUnderway + skew >= now else { throw .tooOld }
        guard let expiry = claims.moment("exp"), expiry > issued else { throw .expiry }
        guard expiry > now - skew else { throw .expired }
        return issued + longestUnderway + skew + skew
    }

    private static func number(_ claims: [String: JSONValue]) throws(LogoutFailure) -> String {
        guard let jti = claims.text("jti"), ClientAssertion.numberLengths.contains(jti.utf8.count),
            jti.utf8.allSatisfy(isVisible)
        else { throw .number }
        return jti
    }

    private static func subject(_ claims: [String: JSONValue]) throws(LogoutFailure) -> String? {
        guard claims.has("sub") else { return nil }
        guard let subject = claims.name("sub", lengths: IDToken.names) else { throw .subject }
        return subject
    }

    private static func session(_ claims: [String: JSONValue]) throws(LogoutFailure) -> String? {
        guard claims.has("sid") else { return nil }
        guard let session = claims.name("sid", lengths: IDToken.names) else { throw .session }
        return session
    }
}
