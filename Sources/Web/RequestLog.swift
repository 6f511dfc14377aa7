import Clinical
import HTTPTypes
import Hummingbird
import Logging

/// One line for each request in the log of the server: which door, what came of it, how long it took. Never an address,
/// a number of somebody, or what was asked for.
package struct RequestLog<Context: RequestContext>: RouterMiddleware {
    private let clock: Clock

    package init(clock: Clock) { self.clock = clock }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let began = clock.occasion.now
        let response = try await next(request, context)
        context.logger.info(
            "request",
            metadata: [
                "door": "\(request.method.rawValue) \(context.endpointPath ?? "-")",
                "status": "\(response.status.code)",
                "ms": "\((clock.occasion.now - began).wholeMilliseconds)",
            ])
        return response
    }
}
