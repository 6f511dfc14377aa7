import Clinical
import HTTPTypes
import Hummingbird

/// A change that another site asks for is refused, whatever its form says.
///
/// Every browser sends one of both headers with a form; what comes with neither is no browser, so it holds nobody's cookie.
/// A form of somebody who is signed in needs its token all the same.
///
/// - Source: Fetch Metadata (Sec-Fetch-Site); the Origin header for browsers that do not send it
package struct SameOrigin<Context: RequestContext>: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if request.method == .post, !isOurs(request) {
            context.logger.tell(.form, because: "another site")
            throw HTTPError(.forbidden)
        }
        return try await next(request, context)
    }

    private func isOurs(_ request: Request) -> Bool {
        if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!] { return site == "same-origin" }
        guard let origin = request.headers[.origin] else { return true }
        return origin.split(separator: "/").last.map(String.init) == request.head.authority
    }
}
