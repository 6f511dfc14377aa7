import HTTPTypes
import Hummingbird

/// Puts the headers on every answer that tell a browser what a page of ours may do, and what it may keep.
///
/// - Source: OWASP Secure Headers Project; nothing is loaded from elsewhere and nothing is framed
package struct SecureHeaders<Context: RequestContext>: RouterMiddleware {
    /// Whether browsers are told to come back over TLS only.
    package enum Channel: Sendable { case tls, loopback }

    private let channel: Channel

    package init(_ channel: Channel = .loopback) { self.channel = channel }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // What somebody sent is shown under a policy of its own, which lets it do less.
        let isSandboxed = response.headers[.contentSecurityPolicy] == Self.sandbox
        for (name, value) in Self.always where !(isSandboxed && name == .contentSecurityPolicy) {
            response.headers[name] = value
        }
        if channel == .tls { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    /// For a file that came from outside: it loads nothing, runs nothing and opens nothing.
    package static var sandbox: String { "default-src 'none'; sandbox" }

    private static var always: [(HTTPField.Name, String)] {
        [
            (.contentSecurityPolicy, policy),
            (HTTPField.Name("Reporting-Endpoints")!, "policy=\"\(PolicyReports.path)\""),
            (.xContentTypeOptions, "nosniff"),
            (HTTPField.Name("Referrer-Policy")!, "same-origin"),
            (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
            (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
            (HTTPField.Name("Permissions-Policy")!, "camera=(), geolocation=(), microphone=()"),
        ]
    }

    private static var policy: String {
        """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
        connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
        frame-ancestors 'none'; report-uri \(PolicyReports.path); report-to policy
        """
    }
}
