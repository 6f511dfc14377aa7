import Audit
import Clinical
import Federation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage
import Web

/// - `GET  /sign-in/with/:provider?to=`       off to another house
/// - `GET  /sign-in/answer`                   back from it
/// - `POST /sign-in/logout/:provider`         the other house says that somebody left
/// - `POST /account/houses/:provider`         from now on that house may say who I am
/// - `POST /account/houses/:provider/end`     not any more
package struct ElsewhereRoutes: Sendable {
    private let store: Store
    private let signIn: SignIn
    private let clock: Clock
    private let cookies: SessionCookie
    private let elsewhere: Elsewhere
    private let book: DoorBook

    package init(
        store: Store, signIn: SignIn, clock: Clock, cookies: SessionCookie, elsewhere: Elsewhere, book: DoorBook
    ) {
        self.store = store
        self.signIn = signIn
        self.clock = clock
        self.cookies = cookies
        self.elsewhere = elsewhere
        self.book = book
    }

    package func mount(on site: Doors<SiteContext>) {
        site.group("sign-in")
            .get("with/:provider", for: .enter, use: send)
            .get("answer", for: .enter, use: answer)
            .post("logout/:provider", for: .enter, use: leave)
    }

    package func mount(on own: Doors<OwnContext>) {
        own.group("account/houses/:provider")
            .form(for: .joinOtherHouse, use: beginJoining)
            .form("end", for: .joinOtherHouse, use: part)
    }

    @Sendable private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        var wish = Elsewhere.Wish(language: context.language)
        if context.visitor != nil { wish.prompt = .login }
        if let asked = request.uri.queryParameters["to"].map(String.init), book.leads(to: asked) { wish.way = asked }
        do {
            let begun = try await elsewhere.begin(
                try context.parameters.require("provider"), wish, at: clock.occasion)
            var response = Response.see(begun.address)
            response.setCookie(cookies.sending(begun.secret))
            return response
        } catch let refusal as NotRecognised {
            return try await failed(refusal, request, context, context.language)
        }
    }

    @Sendable private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        var response = try await answered(request, context)
        response.setCookie(cookies.arrived)
        return response
    }

    private func answered(_ request: Request, _ context: SiteContext) async throws -> Response {
        let occasion = clock.occasion
        do {
            let arrived = try await elsewhere.answer(
                request.uri.query ?? "", secret: cookies.sent(in: request), at: occasion)
            guard arrived.pending.joining == nil else { return try await join(arrived, context, at: occasion) }
            return try await welcome(arrived, request, context, at: occasion)
        } catch let refusal as NotRecognised {
            return try await failed(refusal, request, context, context.language)
        }
    }

    private func welcome(
        _ arrived: Elsewhere.Arrived, _ request: Request, _ context: SiteContext, at occasion: Occasion
    ) async throws -> Response {
        let around = SignIn.Circumstances(
            before: context.visitor, device: cookies.device(in: request), browser: BrowserName.of(request),
            network: context.passage.network, trace: context.id)
        switch try await signIn.welcome(arrived, around, at: occasion) {
        case .unknown:
            try await leaveLine(in: arrived.row.organisation, context)
            return ElsewherePages.unknown(at: arrived.row.title, in: context.language)
                .response(from: request, context: context)
        case .started(let started, let way):
            var response = Response.see(way == "/" ? started.role.home : way)
            response.setCookie(cookies.keeping(started.token))
            response.setCookie(cookies.knowing(started.device))
            return response
        }
    }

    private func join(
        _ arrived: Elsewhere.Arrived, _ context: SiteContext, at occasion: Occasion
    ) async throws -> Response {
        guard let visitor = context.visitor else {
            throw NotRecognised(why: "nobody is signed in any more", in: arrived.row.organisation)
        }
        let actor = visitor.actor(
            for: Identity.Deed.joinOtherHouse.rawValue, on: .own, from: context.passage.network, trace: context.id)
        try await signIn.join(arrived, to: visitor, actor, at: occasion)
        return .see("/account")
    }

    /// Nobody's browser: the other house itself tells, and its signature is what counts.
    ///
    /// - Source: OpenID Connect Back-Channel Logout 1.0, sections 2.5 and 2.8
    @Sendable private func leave(_ request: Request, _ context: SiteContext) async throws -> Response {
        do {
            guard let token = try await request.form()["logout_token"] else {
                throw NotRecognised(why: "no token", in: nil)
            }
            try await elsewhere.leave(token, from: try context.parameters.require("provider"), at: clock.occasion)
            return Response(status: .ok)
        } catch let refusal as NotRecognised {
            try await tell(refusal, context)
            return Response(status: .badRequest)
        } catch is UnreadableForm {
            return Response(status: .badRequest)
        }
    }

    /// A password alone never puts another way in beside a second factor.
    @Sendable private func beginJoining(
        _ form: Form, _ request: Request, _ context: OwnContext
    ) async throws -> Response {
        let occasion = clock.occasion
        if try await signIn.factors(of: context.visitor).areThere,
            !context.visitor.proves(.twoFactorsJustNow, at: occasion.now)
        {
            throw ProofNeeded()
        }
        do {
            let name = try context.parameters.require("provider")
            guard
                try await signIn.houses(of: context.visitor).contains(where: { $0.name == name && $0.joinedAt == nil })
            else { throw NotRecognised(why: "not to be joined", in: context.visitor.practice) }
            let begun = try await elsewhere.begin(
                name,
                Elsewhere.Wish(joining: context.visitor.signIn, prompt: .login, language: context.language),
                at: occasion)
            var response = ElsewherePages.onward(to: begun, in: context.language)
                .response(from: request, context: context)
            response.setCookie(cookies.sending(begun.secret))
            return response
        } catch let refusal as NotRecognised {
            return try await failed(refusal, request, context, context.language)
        }
    }

    @Sendable private func part(_ form: Form, _ request: Request, _ context: OwnContext) async throws -> Response {
        let name = try context.parameters.require("provider")
        do {
            guard let row = try await store.ask({ try Identity.provider(named: name, $0) }),
                try await signIn.part(context.visitor, from: row, context.actor, at: clock.occasion)
            else { throw NotRecognised(why: "not joined", in: context.visitor.practice) }
            return .see("/account")
        } catch let refusal as NotRecognised {
            return try await failed(refusal, request, context, context.language)
        }
    }

    /// One page for everything that can be wrong; what it was stands in the log of the server, without who it was.
    private func failed(
        _ refusal: NotRecognised, _ request: Request, _ context: some PassingContext, _ language: Language
    ) async throws -> Response {
        try await tell(refusal, context)
        return ElsewherePages.failed(in: language).response(from: request, context: context)
    }

    private func tell(_ refusal: NotRecognised, _ context: some PassingContext) async throws {
        context.logger.notice("not recognised elsewhere", metadata: ["why": "\(refusal.why)"])
        if let organisation = refusal.organisation { return try await leaveLine(in: organisation, context) }
        try await leaveStrangersLine(context)
    }

    private func leaveLine(in organisation: ID<Practice>, _ context: some PassingContext) async throws {
        let (entry, occasion) = (entry(in: organisation, context), clock.occasion)
        try await store.append { try Audit.record(entry, at: occasion, $0) }
    }

    /// Who was sent nowhere can come back as often as they like, so their lines are counted; the organisation of the first
    /// house reads them.
    private func leaveStrangersLine(_ context: some PassingContext) async throws {
        let occasion = clock.occasion
        let entry = context.visitorIfAny.map { self.entry(in: $0.practice, context) }
        let nobody = self.nobody(context)
        try await store.write { db in
            let tries = try Identity.countAttempt(.stranger(network: nobody.network), at: occasion.now, db)
            guard tries <= Attempts.most else { return }
            if let entry { return try Audit.record(entry, at: occasion, db) }
            guard let first = try Identity.providers(db).first else { return }
            try Audit.record(
                Audit.Entry(
                    .refused, "sign-in", in: first.organisation,
                    by: Audit.Actor(.nobody, role: "nobody", through: nobody)),
                at: occasion, db)
        }
    }

    private func entry(in organisation: ID<Practice>, _ context: some PassingContext) -> Audit.Entry {
        guard let visitor = context.visitorIfAny else {
            return Audit.Entry(
                .refused, "sign-in", in: organisation,
                by: Audit.Actor(.nobody, role: "nobody", through: nobody(context)))
        }
        return Audit.Entry(
            .refused, "sign-in", in: visitor.practice,
            by: visitor.actor(
                for: context.passage.deed?.rawValue ?? "", on: .own, from: context.passage.network, trace: context.id))
    }

    private func nobody(_ context: some PassingContext) -> Audit.Passage {
        Audit.Passage(
            deed: context.passage.deed?.rawValue ?? "", on: .none, network: context.passage.network, trace: context.id)
    }
}
