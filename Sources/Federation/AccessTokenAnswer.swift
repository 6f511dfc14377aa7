import Credentials

/// What a machine gets that proved which one it is.
///
/// The token itself is the caller's: 256 bits that nobody can foretell, of which only a hash is kept.
///
/// - Source: RFC 6749, section 5.1; SMART App Launch 2.2, backend services: at most 300 s
package struct AccessTokenAnswer: Hashable, Sendable, CustomStringConvertible {
    package static let life = Duration.seconds(300)

    /// What goes with this answer, and with every error: nobody on the way keeps it.
    ///
    /// - Source: RFC 6749, section 5.1
    package static let headers = [
        "Content-Type": "application/json", "Cache-Control": "no-store", "Pragma": "no-cache",
    ]

    package let json: String

    package init(_ token: String, for scopes: Set<SystemScope>) {
        json =
            JSONValue.object([
                "access_token": .text(token), "token_type": .text("bearer"),
                "expires_in": .number(Int(AccessTokenAnswer.life.components.seconds)),
                "scope": .text(SystemScope.text(scopes)),
            ]).json
    }

    /// A log says that there was one, and no more.
    package var description: String { "AccessTokenAnswer" }
}
