/// Why an answer of a provider, by way of the browser, is not accepted.
package enum AuthorizationFailure: Error, Hashable, Sendable {
    case form(ParametersFailure)
    case otherProvider, tooLate
    case noState, wrongState
    case noIssuer, wrongIssuer
    case tokenInAddress, codeAndError, neither, code
    /// The provider says no, and this is why.
    case refused(AuthorizationError)
}

/// What a provider says when it does not let somebody in.
///
/// Only the word: what else it writes is never shown and never kept.
///
/// - Source: RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6; OpenID Connect Unmet Authentication
///   Requirements 1.0
package enum AuthorizationError: String, Hashable, Sendable, CaseIterable {
    case accessDenied = "access_denied"
    case loginRequired = "login_required"
    case interactionRequired = "interaction_required"
    case accountSelectionRequired = "account_selection_required"
    case consentRequired = "consent_required"
    case unmetAuthenticationRequirements = "unmet_authentication_requirements"
    case temporarilyUnavailable = "temporarily_unavailable"
    case serverError = "server_error"
    case invalidRequest = "invalid_request"
    case invalidScope = "invalid_scope"
    case unauthorizedClient = "unauthorized_client"
    case unsupportedResponseType = "unsupported_response_type"
    case other
}

/// The code with which the token is fetched, brought along by the browser.
///
/// - Source: OpenID Connect Core 1.0, section 3.1.2.5; RFC 9207, section 2.4; RFC 9700, section 4.4 (mix-up)
package struct AuthorizationAnswer: Hashable, Sendable, CustomStringConvertible {
    /// - Units: bytes
    static let longest = 4096
    static let codeLengths = 1...2048

    package let code: String

    /// - Shape: `query`: what stands behind the question mark, as it came
    /// - Throws: ``AuthorizationFailure``
    package init(
        _ query: String, for pending: PendingSignIn, of provider: Provider, at discovery: Discovery,
        at now: NumericDate
    ) throws(AuthorizationFailure) {
        let form = try AuthorizationAnswer.form(query)
        guard isExactly(pending.issuer, provider.issuer) else { throw .otherProvider }
        guard pending.isOpen(at: now) else { throw .tooLate }
        guard let state = form["state"] else { throw .noState }
        guard pending.isState(state) else { throw .wrongState }
        try AuthorizationAnswer.verifyIssuer(form["iss"], of: provider, at: discovery)
        guard form["id_token"] == nil, form["access_token"] == nil else { throw .tokenInAddress }
        code = try AuthorizationAnswer.code(form)
    }

    private static func form(_ query: String) throws(AuthorizationFailure) -> Parameters {
        do throws(ParametersFailure) { return try Parameters(query, within: longest) } catch { throw .form(error) }
    }

    private static func verifyIssuer(
        _ issuer: String?, of provider: Provider, at discovery: Discovery
    ) throws(AuthorizationFailure) {
        switch (issuer, discovery.issuerInAnswer) {
        case (nil, .notPromised): break
        case (nil, .promised): throw .noIssuer
        case (let issuer?, _): guard isExactly(issuer, provider.issuer) else { throw .wrongIssuer }
        }
    }

    private static func code(_ form: Parameters) throws(AuthorizationFailure) -> String {
        switch (form["code"], form["error"]) {
        case (nil, nil): throw .neither
        case (.some, .some): throw .codeAndError
        case (nil, let error?): throw .refused(AuthorizationError(rawValue: error) ?? .other)
        case (let code?, nil):
            guard codeLengths.contains(code.utf8.count), code.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) else {
                throw .code
            }
            return code
        }
    }

    /// A log says that there was one, and no more.
    package var description: String { "AuthorizationAnswer" }
}
