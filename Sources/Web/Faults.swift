import Clinical
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

/// Everything that nobody can do anything about: a number on the page, the kind of it in the log, and nothing of a
/// patient in either.
package struct Faults<Context: RequestContext>: RouterMiddleware {
    private let isOutage: @Sendable (any Error) -> Bool
    private let cause: @Sendable (any Error) -> String?

    /// - Parameters:
    ///   - isOutage: tells "try again soon" (503) from "something is broken" (500)
    ///   - cause: what an administrator may read of it; only of errors that carry nothing of a patient
    package init(
        isOutage: @escaping @Sendable (any Error) -> Bool,
        cause: @escaping @Sendable (any Error) -> String? = { _ in nil }
    ) {
        self.isOutage = isOutage
        self.cause = cause
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            return try error.response(from: request, context: context)
        } catch let error as HTTPParserError {
            // What was sent is no HTTP; the server says so, and nothing of ours is at fault.
            throw error
        } catch is IOError {
            // The line broke while the other side was sending. There is nobody to tell, and nothing of ours is at fault.
            return Response(status: .badRequest)
        } catch is CancellationError {
            // The server stops, and whoever was still sending hears to come back.
            return Response(status: .serviceUnavailable)
        } catch {
            let status: HTTPResponse.Status = isOutage(error) ? .serviceUnavailable : .internalServerError
            context.logger.error(
                "fault",
                metadata: [
                    "kind": "\(type(of: error))", "why": "\(cause(error) ?? "-")",
                    "route": "\(context.endpointPath ?? "-")",
                ])
            return RefusalPage.page(Self.words(context.id), status: status, home: "/", in: .nl)
                .response(from: request, context: context)
        }
    }

    private static func words(_ number: String) -> Sentence {
        Sentence(
            nl: "Er ging iets mis bij ons. Probeer het straks opnieuw. Nummer: \(number)",
            en: "Something went wrong on our side. Try again later. Number: \(number)")
    }
}
