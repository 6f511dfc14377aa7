import Credentials

/// Why the answer to a request for tokens is not read.
package enum TokenFailure: Error, Hashable, Sendable {
    case tooLong, json(JSONFailure)
    case status(Int)
    case noIDToken, noAccessToken, tokenType
    /// The provider says no; what else it writes is not kept.
    case refused(TokenError)
}

/// What a provider gives for a code.
///
/// - Shape: a JSON object of at most 64 KiB
/// - Source: OpenID Connect Core 1.0, sections 3.1.3.3 and 3.1.3.4; RFC 6749, section 5
package struct TokenAnswer: Hashable, Sendable, CustomStringConvertible {
    /// - Units: bytes
    package static let longest = 64 * 1024

    package let idToken: String
    package let accessToken: String

    /// - Throws: ``TokenFailure``
    package init(_ bytes: [UInt8], status: Int) throws(TokenFailure) {
        guard bytes.count <= TokenAnswer.longest else { throw .tooLong }
        guard [200, 400, 401].contains(status) else { throw .status(status) }
        let members = try TokenAnswer.members(bytes)
        guard status == 200 else { throw TokenAnswer.refusal(members, status) }
        guard let access = members.text("access_token"), !access.isEmpty, access.utf8.allSatisfy(isVisible) else {
            throw .noAccessToken
        }
        guard members.text("token_type")?.lowercased() == "bearer" else { throw .tokenType }
        guard let id = members.text("id_token") else { throw .noIDToken }
        accessToken = access
        idToken = id
    }

    /// A log says that there were tokens, and no more.
    package var description: String { "TokenAnswer" }

    private static func members(_ bytes: [UInt8]) throws(TokenFailure) -> [String: JSONValue] {
        do throws(JSONFailure) { return try object(bytes) } catch { throw .json(error) }
    }

    private static func refusal(_ members: [String: JSONValue], _ status: Int) -> TokenFailure {
        guard let error = members.text("error").flatMap(TokenError.init(rawValue:)) else { return .status(status) }
        return .refused(error)
    }
}
