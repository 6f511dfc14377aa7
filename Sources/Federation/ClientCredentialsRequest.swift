/// Why a request for a token is not one that a machine may make.
package enum ClientCredentialsFailure: Error, Hashable, Sendable {
    case form(ParametersFailure)
    case grantType, assertionType, noAssertion, noScope
    case scope(ScopeFailure)
    case assertion(ClientAssertionFailure)

    package var answer: TokenError {
        switch self {
        case .form, .assertionType, .noAssertion: .invalidRequest
        case .grantType: .unsupportedGrantType
        case .noScope, .scope: .invalidScope
        case .assertion(let failure): failure.answer
        }
    }
}

/// What a machine sends to get a token: who it is and what it wants to do.
///
/// - Shape: a form: `grant_type`, `scope`, `client_assertion_type`, `client_assertion`; at most 16 KiB
/// - Source: SMART App Launch 2.2, backend services, obtaining an access token
package struct ClientCredentialsRequest: Sendable {
    /// - Units: bytes
    package static let longest = 16 * 1024

    package let assertion: ClientAssertion
    package let scopes: Set<SystemScope>

    /// - Throws: ``ClientCredentialsFailure``
    package init(_ body: String) throws(ClientCredentialsFailure) {
        let form = try ClientCredentialsRequest.form(body)
        guard form["grant_type"] == "client_credentials" else { throw .grantType }
        guard form["client_assertion_type"] == ClientAssertion.type else { throw .assertionType }
        guard let text = form["client_assertion"] else { throw .noAssertion }
        guard let scope = form["scope"] else { throw .noScope }
        do throws(ClientAssertionFailure) { assertion = try ClientAssertion(text) } catch { throw .assertion(error) }
        do throws(ScopeFailure) { scopes = try SystemScope.list(scope) } catch { throw .scope(error) }
    }

    private static func form(_ body: String) throws(ClientCredentialsFailure) -> Parameters {
        do throws(ParametersFailure) { return try Parameters(body, within: longest) } catch { throw .form(error) }
    }
}
