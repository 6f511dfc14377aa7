import Clinical
import HTTPTypes
import Hummingbird
import Web

/// Finds out who is asking, and in which language they want their answer.
package struct WhoIsAsking: RouterMiddleware {
    package typealias Context = SiteContext

    private let signIn: SignIn
    private let clock: Clock
    private let cookies: SessionCookie

    package init(signIn: SignIn, clock: Clock, cookies: SessionCookie) {
        self.signIn = signIn
        self.clock = clock
        self.cookies = cookies
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = cookies.language(in: request) ?? .nl
        if let token = cookies.token(in: request), !token.isEmpty {
            context.visitor = try await signIn.visitor(
                token: token, asked: request.headers[.askedBy] == "page" ? .byPage : .byPerson, at: clock.occasion.now)
        }
        do {
            return try await next(request, context)
        } catch let refusal as any Refusal {
            return RefusalPage.page(refusal, home: context.visitor?.role.home ?? "/", in: context.language)
                .response(from: request, context: context)
        } catch let error as HTTPError where error.status == .notFound {
            return RefusalPage.page(NotFound(), home: context.visitor?.role.home ?? "/", in: context.language)
                .response(from: request, context: context)
        }
    }
}

extension HTTPField.Name {
    /// `page`: a page asks by itself, without anybody touching it.
    static let askedBy = HTTPField.Name("Asked-By")!
}
