import Audit
import Clinical
import Credentials
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /`                  the door: the sign-in page, or the home of who is signed in
/// - `POST /sign-in`           starts a session
/// - `POST /passkey/challenge` what a device is asked
/// - `POST /passkey`           what it said; starts a session
/// - `POST /sign-out`          ends it
/// - `GET  /language/:language` remembers the language of the screens
package struct SignInRoutes: Sendable {
    private let store: Store
    private let signIn: SignIn
    private let clock: Clock
    private let cookies: SessionCookie
    private let host: SiteHost

    package init(store: Store, signIn: SignIn, clock: Clock, cookies: SessionCookie, host: SiteHost) {
        self.store = store
        self.signIn = signIn
        self.clock = clock
        self.cookies = cookies
        self.host = host
    }

    package func mount(on site: Doors<SiteContext>) {
        site.get(for: .enter, use: door)
        site.post("sign-in", for: .enter, use: start)
        site.group("passkey")
            .post("challenge", for: .enter, use: askDevice)
            .post(for: .enter, use: startByDevice)
        site.form("sign-out", for: .leave, use: end)
        site.get("language/:language", for: .enter, use: language)
    }

    @Sendable private func door(_ request: Request, _ context: SiteContext) async throws -> Response {
        if let visitor = context.visitor { return .see(visitor.role.home) }
        return SignIn.page(ways: try await ways(), at: host, in: context.language)
            .response(from: request, context: context)
    }

    /// There is no session yet to guard this form; that it came from a page of ours, the site itself checks.
    @Sendable private func start(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await request.form()
        let (name, password) = (form["name"], form.all("password").first)
        do {
            guard let name, let password else { throw WrongSignIn() }
            let started = try await signIn.start(
                name, password: password, device: cookies.device(in: request), browser: BrowserName.of(request),
                from: context.passage.network, at: clock.occasion)
            return try await letIn(started, context)
        } catch is TooManyAttempts {
            return try await tooOften(name ?? "", at: "password", request, context)
        } catch is WrongSignIn {
            tell("wrong", context)
            return SignIn.page(
                name: name ?? "", [Problem("password", SignIn.Words.wrong)], ways: try await ways(), at: host,
                in: context.language
            ).response(from: request, context: context)
        }
    }

    @Sendable private func askDevice(_ request: Request, _ context: SiteContext) async throws -> Response {
        let site = try host.forPasskeys()
        return .json(try await signIn.askForAnswer(of: nil, at: site, clock.occasion).json)
    }

    /// Guarded as the form with a password is; nothing is told of why it was refused.
    @Sendable private func startByDevice(_ request: Request, _ context: SiteContext) async throws -> Response {
        let site = try host.forPasskeys()
        let form = try await request.form()
        do {
            guard let answer = form.passkeyAnswer else { throw WrongSignIn() }
            let started = try await signIn.start(
                answer, at: site, device: cookies.device(in: request), browser: BrowserName.of(request),
                clock.occasion)
            return try await letIn(started, context)
        } catch is TooManyAttempts {
            return try await tooOften("", at: "passkey", request, context)
        } catch is WrongSignIn {
            tell("wrong passkey", context)
            return SignIn.page(
                [Problem("passkey", PasskeyWords.wrong)], ways: try await ways(), at: host, in: context.language
            ).response(from: request, context: context)
        }
    }

    private func letIn(_ started: SignIn.Started, _ context: SiteContext) async throws -> Response {
        // Whoever was signed in here before is not any more, also where the old cookie was kept.
        if let before = context.visitor { try await signIn.end(before, at: clock.occasion.now) }
        try await leaveLine(.signedIn, token: started.token, context)
        var response = Response.see(started.role.home)
        response.setCookie(cookies.keeping(started.token))
        response.setCookie(cookies.knowing(started.device))
        return response
    }

    private func tooOften(
        _ name: String, at field: String, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        tell("too often", context)
        var response = SignIn.page(
            name: name, [Problem(field, SignIn.Words.tooOften)], status: .tooManyRequests,
            ways: try await ways(), at: host, in: context.language
        ).response(from: request, context: context)
        response.headers[.retryAfter] = "\(Int(Attempts.window.components.seconds))"
        return response
    }

    /// Also for names that we do not know, and never with the name: what people type by mistake may be a password.
    private func tell(_ why: String, _ context: SiteContext) {
        context.logger.tell(.signIn, because: why, from: context.passage.network)
    }

    /// The other houses by way of which somebody may come in.
    private func ways() async throws -> [(name: String, title: String)] {
        try await store.ask { try Identity.openProviders($0) }.map { ($0.name, $0.title) }
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: SiteContext) async throws -> Response {
        if let visitor = context.visitor {
            let occasion = clock.occasion
            try await signIn.end(visitor, at: occasion.now)
            try await store.write {
                try Audit.record(
                    Audit.Entry(.signedOut, "session", in: visitor.practice, by: context.actor(on: .own)),
                    at: occasion, $0)
            }
        }
        var response = Response.see("/")
        response.setCookie(cookies.forgetting)
        // Readings that wait, sealed, for who comes back are the one thing that may stay.
        response.headers[.clearSiteData] = form["keep"] == "readings" ? "\"cache\"" : "\"cache\", \"storage\""
        return response
    }

    @Sendable private func language(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let language = Language(rawValue: try context.parameters.require("language")) else { throw NotFound() }
        var response = Response.see(context.visitor.map { $0.mayStayAt("/more") ?? $0.role.home } ?? "/")
        response.setCookie(cookies.remembering(language))
        return response
    }

    private func leaveLine(_ action: Audit.Action, token: String, _ context: SiteContext) async throws {
        let occasion = clock.occasion
        guard let visitor = try await signIn.visitor(token: token, at: occasion.now) else { return }
        try await store.write {
            try Audit.record(
                Audit.Entry(
                    action, "session", in: visitor.practice,
                    by: visitor.actor(
                        for: Identity.Deed.enter.rawValue, on: .own, from: context.passage.network, trace: context.id)),
                at: occasion, $0)
        }
    }
}

extension HTTPField.Name {
    static let retryAfter = HTTPField.Name("Retry-After")!
    static let clearSiteData = HTTPField.Name("Clear-Site-Data")!
}

extension Identity.Role {
    /// The page where this person's day begins.
    package var home: String {
        switch self {
        case .patient: "/today"
        case .proxy: "/helping"
        case .poh, .gp: "/worklist"
        case .specialist: "/shared"
        case .helper: "/tasks"
        case .pharmacist: "/pharmacy"
        case .manager: "/people"
        case .officer: "/access"
        case .implementer, .lead, .administrator: "/programme"
        }
    }
}

extension Identity.Visitor {
    /// Patients and who helps them have a page of their own with the languages on it.
    fileprivate func mayStayAt(_ path: String) -> String? { [.patient, .proxy].contains(role) ? path : nil }
}
