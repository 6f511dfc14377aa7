import Clinical
import HTTPTypes
import Hummingbird

/// A request names the host it is for, once, and it is ours: a page made for another name would have links to it, and
/// what is kept by name could be asked for by another.
///
/// - Source: RFC 9110 §7.4 (421 for a host that is not served here); RFC 9112 §3.2 (400 without a host)
package struct RightHost<Context: RequestContext>: RouterMiddleware {
    private let hosts: Set<String>

    /// - Parameter hosts: the names this site answers to, with a port when it is not the usual one; none of them: any
    package init(_ hosts: Set<String>) { self.hosts = hosts }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let host = request.head.authority, !host.isEmpty, request.headers[.host] == nil else {
            throw HTTPError(.badRequest)
        }
        // Any other coding would be read as if it were not there.
        guard request.headers[.transferEncoding]?.lowercased() ?? "chunked" == "chunked" else {
            throw HTTPError(.notImplemented)
        }
        guard hosts.isEmpty || hosts.contains(host.lowercased()) else {
            context.logger.tell(.form, because: "another host")
            throw HTTPError(.misdirectedRequest)
        }
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    /// What is left of it when it was sent more than once.
    fileprivate static let host = HTTPField.Name("Host")!
}
