import Credentials

/// Why no token is given, in the words of the standard: as we read it from others, and as we answer it ourselves.
///
/// - Source: RFC 6749, section 5.2
package enum TokenError: String, Error, Hashable, Sendable, CaseIterable {
    case invalidRequest = "invalid_request"
    case invalidClient = "invalid_client"
    case invalidGrant = "invalid_grant"
    case unauthorizedClient = "unauthorized_client"
    case unsupportedGrantType = "unsupported_grant_type"
    case invalidScope = "invalid_scope"

    package var status: Int {
        switch self {
        case .invalidClient: 401
        case .invalidRequest, .invalidGrant, .unauthorizedClient, .unsupportedGrantType, .invalidScope: 400
        }
    }

    /// Only the word: why a signature was wrong is for the log, not for who made it.
    package var json: String { JSONValue.object(["error": .text(rawValue)]).json }
}
