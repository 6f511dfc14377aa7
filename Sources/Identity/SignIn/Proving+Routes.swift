import Audit
import Clinical
import Credentials
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /sign-in/again?to=`                one more step: the digits of an app, a code from paper, a passkey, or the
///   password again
/// - `POST /sign-in/again`
/// - `POST /sign-in/again/passkey/challenge`  what a device is asked
/// - `POST /sign-in/again/passkey`            what it said
/// - `GET  /sign-in/app`                      an app for the first time, or another one
/// - `POST /sign-in/app`                      its first digits; ten codes on paper come back, once
package struct ProvingRoutes: Sendable {
    private let signIn: SignIn
    private let clock: Clock
    private let cookies: SessionCookie
    private let book: DoorBook
    private let host: SiteHost
    private let hint: Hint

    /// What a demonstration tells, so that nobody needs an app to look around.
    package typealias Hint = @Sendable (_ signIn: String, Instant) async throws -> String?

    package init(
        signIn: SignIn, clock: Clock, cookies: SessionCookie, book: DoorBook, host: SiteHost,
        hint: @escaping Hint = { _, _ in nil }
    ) {
        self.signIn = signIn
        self.clock = clock
        self.cookies = cookies
        self.book = book
        self.host = host
        self.hint = hint
    }

    package func mount(on own: Doors<OwnContext>) {
        own.group("sign-in")
            .get("again", for: .proveTwice, use: ask)
            .form("again", for: .proveTwice, use: prove)
            .form("again/passkey/challenge", for: .proveTwice, use: askDevice)
            .form("again/passkey", for: .proveTwice, use: proveByDevice)
            .get("app", for: .proveTwice, use: offer)
            .form("app", for: .proveTwice, use: confirm)
    }

    @Sendable private func ask(_ request: Request, _ context: OwnContext) async throws -> Response {
        let factors = try await signIn.factors(of: context.visitor)
        // Who needs a second factor and has none makes one now, unless another house knows them, or it was a while ago that
        // we knew who they are.
        let isFresh = context.visitor.proves(.passwordJustNow, at: clock.occasion.now)
        let needsOne = !factors.areThere && context.visitor.role.neededProof > .password
        if needsOne, isFresh, try await houses(of: context.visitor).isEmpty { return .see("/sign-in/app") }
        return try await page(factors, [], to: way(request.uri.queryParameters["to"].map(String.init)), context)
            .response(from: request, context: context)
    }

    @Sendable private func prove(_ form: Form, _ request: Request, _ context: OwnContext) async throws -> Response {
        let to = way(form["to"])
        do {
            let token = try await signIn.prove(evidence(form), by: context.visitor, context.actor, at: clock.occasion)
            var response = Response.see(to)
            response.setCookie(cookies.keeping(token))
            return response
        } catch is WrongSignIn {
            return try await again(Proving.wrong, nil, .unprocessableContent, to, request, context)
        } catch is TooManyAttempts {
            return try await again(Proving.tooOften, nil, .tooManyRequests, to, request, context)
        }
    }

    @Sendable private func askDevice(
        _ form: Form, _ request: Request, _ context: OwnContext
    ) async throws -> Response {
        let site = try host.forPasskeys()
        return .json(try await signIn.askForAnswer(of: context.visitor, at: site, clock.occasion).json)
    }

    @Sendable private func proveByDevice(
        _ form: Form, _ request: Request, _ context: OwnContext
    ) async throws -> Response {
        let (site, to) = (try host.forPasskeys(), way(form["to"]))
        do {
            guard let answer = form.passkeyAnswer else { throw WrongSignIn() }
            let token = try await signIn.prove(
                answer, by: context.visitor, context.actor, at: site, clock.occasion)
            var response = Response.see(to)
            response.setCookie(cookies.keeping(token))
            return response
        } catch is WrongSignIn {
            return try await again(PasskeyWords.wrong, "passkey", .unprocessableContent, to, request, context)
        } catch is TooManyAttempts {
            return try await again(Proving.tooOften, "passkey", .tooManyRequests, to, request, context)
        }
    }

    /// Digits are of an app, letters are from paper; who has neither gives the password.
    private func evidence(_ form: Form) -> SignIn.Evidence {
        if let password = form.all("password").first { return .password(password) }
        let code = form["code"] ?? ""
        let digits = code.filter { $0 != " " }
        return digits.utf8.count <= TOTP.digits ? .app(digits) : .paper(code)
    }

    /// - Parameter field: which one it was about; otherwise the one there is
    private func again(
        _ sentence: Sentence, _ field: String?, _ status: HTTPResponse.Status, _ to: String, _ request: Request,
        _ context: OwnContext
    ) async throws -> Response {
        let factors = try await signIn.factors(of: context.visitor)
        let field = field ?? (factors.areThere ? "code" : "password")
        var response = try await page(factors, [Problem(field, sentence)], to: to, context)
            .response(from: request, context: context)
        response.status = status
        return response
    }

    private func page(
        _ factors: SignIn.Factors, _ problems: [Problem], to: String, _ context: OwnContext
    ) async throws -> Page {
        ProvingPage(
            factors: factors, houses: try await houses(of: context.visitor), role: context.visitor.role,
            host: host, problems: problems, to: to,
            hint: try await hint(context.visitor.signIn, clock.occasion.now), secret: context.formSecret,
            language: context.language
        ).page
    }

    /// Those that may say once more who this is.
    private func houses(of visitor: Identity.Visitor) async throws -> [SignIn.House] {
        try await signIn.houses(of: visitor).filter { $0.joinedAt != nil }
    }

    /// Only to a page of ours; anything else is the home of who asks.
    private func way(_ asked: String?) -> String {
        guard let asked, book.leads(to: asked) else { return "/" }
        return asked
    }

    @Sendable private func offer(_ request: Request, _ context: OwnContext) async throws -> Page {
        let factors = try await signIn.factorsToChange(by: context.visitor, at: clock.occasion.now)
        let secret = try signIn.offeredApp(of: context.visitor, token: cookies.token(in: request))
        return try AppPage(
            secret: secret, visitor: context.visitor, factors: factors, host: host, problems: [],
            language: context.language
        ).page
    }

    @Sendable private func confirm(_ form: Form, _ request: Request, _ context: OwnContext) async throws -> Response {
        let factors = try await signIn.factorsToChange(by: context.visitor, at: clock.occasion.now)
        let secret = try signIn.offeredApp(of: context.visitor, token: cookies.token(in: request))
        do {
            let code = (form["code"] ?? "").filter { $0 != " " }
            let (token, codes) = try await signIn.confirmApp(
                code, of: secret, by: context.visitor, context.actor, at: clock.occasion)
            var response = CodesPage(codes: codes, language: context.language).page
                .response(from: request, context: context)
            response.setCookie(cookies.keeping(token))
            return response
        } catch let error where error is WrongSignIn || error is TooManyAttempts {
            let sentence = error is WrongSignIn ? Proving.wrongCode : Proving.tooOften
            var response = try AppPage(
                secret: secret, visitor: context.visitor, factors: factors, host: host,
                problems: [Problem("code", sentence)], language: context.language
            ).page.response(from: request, context: context)
            response.status = error is WrongSignIn ? .unprocessableContent : .tooManyRequests
            return response
        }
    }
}
