/// Why a row of configuration is not a provider.
package enum ProviderFailure: Error, Hashable, Sendable {
    case issuer(WebAddressFailure), redirectURI(WebAddressFailure)
    case issuerWithQuery
    case clientID, secret, key, scopes, levels, maximumAge, skew, algorithms, chance
}

/// Another house that says who somebody is: a broker of DigiD, or one for care professionals.
///
/// A row of configuration. Nothing that a browser or a token says can change it.
///
/// - Source: OpenID Connect Core 1.0; RFC 9700 (best current practice)
package struct Provider: Hashable, Sendable {
    /// Whom it knows. A patient's provider never lets somebody in as a professional.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case patient, professional
    }

    package let kind: Kind
    package let issuer: String
    package let relyingParty: RelyingParty
    package let demands: Demands
    package let reach: Reach

    /// - Throws: ``ProviderFailure`` when the issuer or the redirect URI is no address that we may use
    package init(
        _ kind: Kind, issuer: String, knows relyingParty: RelyingParty, demands: Demands, within reach: Reach
    ) throws(ProviderFailure) {
        guard try Provider.address(of: issuer, within: reach).query == nil else { throw .issuerWithQuery }
        do throws(WebAddressFailure) { _ = try WebAddress(relyingParty.redirectURI, within: reach) } catch {
            throw .redirectURI(error)
        }
        self.kind = kind
        self.issuer = issuer
        self.relyingParty = relyingParty
        self.demands = demands
        self.reach = reach
    }

    private static func address(of issuer: String, within reach: Reach) throws(ProviderFailure) -> WebAddress {
        do throws(WebAddressFailure) { return try WebAddress(issuer, within: reach) } catch { throw .issuer(error) }
    }
}

/// As whom the provider knows us.
package struct RelyingParty: Hashable, Sendable {
    package let id: String
    package let authentication: ClientAuthentication
    package let redirectURI: String
    package let scopes: [String]

    /// - Throws: ``ProviderFailure`` when the scopes do not ask for an ID token, or a name is no name
    package init(
        id: String, authentication: ClientAuthentication, redirectURI: String, scopes: [String]
    ) throws(ProviderFailure) {
        guard (1...255).contains(id.utf8.count), id.utf8.allSatisfy(isVisible) else { throw .clientID }
        guard scopes.contains("openid"), Set(scopes).count == scopes.count,
            scopes.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isVisible) })
        else { throw .scopes }
        self.id = id
        self.authentication = authentication
        self.redirectURI = redirectURI
        self.scopes = scopes
    }
}

/// What we demand of every answer of a provider.
package struct Demands: Hashable, Sendable {
    /// How far two clocks may be apart.
    package static let mostSkew = Duration.seconds(60)

    package let assurance: Assurance
    /// How long ago somebody may have shown there who they are.
    package let maximumAge: Duration
    package let skew: Duration
    package let algorithms: Set<SignatureAlgorithm>

    /// - Throws: ``ProviderFailure`` when a demand is no demand: more than a day, a clock too far off, or an algorithm
    ///   that is not for identity
    package init(
        _ assurance: Assurance, maximumAge: Duration, skew: Duration, algorithms: Set<SignatureAlgorithm>
    ) throws(ProviderFailure) {
        guard maximumAge >= .zero, maximumAge <= .seconds(86_400) else { throw .maximumAge }
        guard skew >= .zero, skew <= Demands.mostSkew else { throw .skew }
        guard !algorithms.isEmpty, algorithms.isSubset(of: SignatureAlgorithm.forIdentity) else { throw .algorithms }
        self.assurance = assurance
        self.maximumAge = maximumAge
        self.skew = skew
        self.algorithms = algorithms
    }
}
