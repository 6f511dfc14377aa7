import Credentials

/// Why what a provider says of itself is not usable.
package enum DiscoveryFailure: Error, Hashable, Sendable {
    package enum Endpoint: String, Hashable, Sendable, CaseIterable {
        case authorization = "authorization_endpoint"
        case token = "token_endpoint"
        case keys = "jwks_uri"
        case endSession = "end_session_endpoint"
    }

    case tooLong, json(JSONFailure)
    case issuer
    case missing(Endpoint), address(Endpoint, WebAddressFailure)
    case noCode, noQuery, noS256, noAlgorithm, noAuthentication
    case issuerParameter
}

/// What a provider says of itself: where to send people, where to fetch tokens and keys.
///
/// - Shape: a JSON object of at most 64 KiB, from the address that belongs to the issuer
/// - Source: OpenID Connect Discovery 1.0, sections 3 and 4; RFC 8414; RFC 9207, section 3
package struct Discovery: Hashable, Sendable {
    /// - Units: bytes
    package static let longest = 64 * 1024

    /// Whether the provider says with every answer that it comes from there.
    enum IssuerInAnswer: Sendable {
        case promised, notPromised
    }

    package let issuer: String
    package let authorizationEndpoint: WebAddress
    package let tokenEndpoint: WebAddress
    package let jwksURI: WebAddress
    package let endSessionEndpoint: WebAddress?
    let issuerInAnswer: IssuerInAnswer

    /// Where a provider keeps it.
    package static func address(of provider: Provider) -> String {
        let issuer = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
        return issuer + "/.well-known/openid-configuration"
    }

    /// - Throws: ``DiscoveryFailure``
    package init(_ bytes: [UInt8], of provider: Provider) throws(DiscoveryFailure) {
        guard bytes.count <= Discovery.longest else { throw .tooLong }
        let members = try Discovery.members(bytes)
        guard let issuer = members.text("issuer"), isExactly(issuer, provider.issuer) else { throw .issuer }
        try Discovery.verify(members, suits: provider)
        self.issuer = issuer
        authorizationEndpoint = try Discovery.address(.authorization, in: members, within: provider.reach)
        tokenEndpoint = try Discovery.address(.token, in: members, within: provider.reach)
        jwksURI = try Discovery.address(.keys, in: members, within: provider.reach)
        endSessionEndpoint =
            members.has(DiscoveryFailure.Endpoint.endSession.rawValue)
            ? try Discovery.address(.endSession, in: members, within: provider.reach) : nil
        issuerInAnswer = try Discovery.issuerInAnswer(members)
    }

    private static func members(_ bytes: [UInt8]) throws(DiscoveryFailure) -> [String: JSONValue] {
        do throws(JSONFailure) { return try object(bytes) } catch { throw .json(error) }
    }

    private static func verify(
        _ members: [String: JSONValue], suits provider: Provider
    ) throws(DiscoveryFailure) {
        guard members.texts("response_types_supported")?.contains("code") == true else { throw .noCode }
        guard offers(members, "response_modes_supported", "query", otherwise: ["query"]) else { throw .noQuery }
        guard offers(members, "code_challenge_methods_supported", "S256", otherwise: []) else { throw .noS256 }
        let signing = members.texts("id_token_signing_alg_values_supported") ?? []
        guard
            signing.compactMap(SignatureAlgorithm.init(rawValue:)).contains(where: provider.demands.algorithms.contains)
        else { throw .noAlgorithm }
        let method = provider.relyingParty.authentication.method
        guard offers(members, "token_endpoint_auth_methods_supported", method, otherwise: ["client_secret_basic"])
        else { throw .noAuthentication }
    }

    /// - Shape: `otherwise`: what a provider offers that does not say so (Discovery 1.0, section 3)
    private static func offers(
        _ members: [String: JSONValue], _ name: String, _ value: String, otherwise: [String]
    ) -> Bool {
        guard members.has(name) else { return otherwise.contains(value) }
        return members.texts(name)?.contains(value) == true
    }

    private static func address(
        _ endpoint: DiscoveryFailure.Endpoint, in members: [String: JSONValue], within reach: Reach
    ) throws(DiscoveryFailure) -> WebAddress {
        guard let text = members.text(endpoint.rawValue) else { throw .missing(endpoint) }
        do throws(WebAddressFailure) { return try WebAddress(text, within: reach) } catch {
            throw .address(endpoint, error)
        }
    }

    private static func issuerInAnswer(_ members: [String: JSONValue]) throws(DiscoveryFailure) -> IssuerInAnswer {
        switch members["authorization_response_iss_parameter_supported"] {
        case nil, .truth(false): .notPromised
        case .truth(true): .promised
        case .object, .list, .text, .number, .nothing: throw .issuerParameter
        }
    }
}
