import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /activate`           I have a code: the code and my birthday
/// - `POST /activate`           then a name and a password
/// - `POST /activate/account`   and in
package struct ActivationRoutes: Sendable {
    private let store: Store
    private let signIn: SignIn
    private let clock: Clock
    private let cookies: SessionCookie

    package init(store: Store, signIn: SignIn, clock: Clock, cookies: SessionCookie) {
        self.store = store
        self.signIn = signIn
        self.clock = clock
        self.cookies = cookies
    }

    package func mount(on site: Doors<SiteContext>) {
        site.group("activate")
            .get(for: .enter) { _, context in ActivationPages.code(nil, [], in: context.language) }
            .post(for: .enter, use: begin)
            .post("account", for: .enter, use: finish)
    }

    @Sendable private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await request.form()
        guard let found = try await find(form, context) else { return wrong(form, request, context) }
        return ActivationPages.account(found, form, [], in: context.language).response(from: request, context: context)
    }

    @Sendable private func finish(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await request.form()
        guard let found = try await find(form, context) else { return wrong(form, request, context) }
        let (name, password) = (found.signIn ?? form["name"] ?? "", form.all("password").first ?? "")
        var problems: [Problem] = []
        if !(3...60).contains(name.codePoints) { problems.append(Problem("name", ActivationWords.needName)) }
        if let problem = try await signIn.problem(with: password, of: name) {
            problems.append(Problem("password", problem))
        }
        guard problems.isEmpty else { return again(found, form, problems, request, context) }
        let started: SignIn.Started
        do {
            started = try await signIn.activate(
                found, as: name, password: password, in: BrowserName.of(request), at: clock.occasion)
        } catch is SignInTaken {
            return again(found, form, [Problem("name", ActivationWords.taken)], request, context)
        } catch is WrongSignIn {
            return wrong(form, request, context)
        }
        var response = Response.see(started.role.home)
        response.setCookie(cookies.keeping(started.token))
        response.setCookie(cookies.knowing(started.device))
        return response
    }

    private func find(_ form: Form, _ context: SiteContext) async throws -> Activation.Found? {
        let (occasion, network) = (clock.occasion, context.passage.network)
        try await signIn.count(.letters(network: network), at: occasion)
        guard let code = form["code"].flatMap({ ActivationCode(typed: $0) }),
            let bornOn = form.birthday(before: occasion.today)
        else { return nil }
        return try await store.write { db in
            guard let found = try Activation.find(code, bornOn: bornOn, at: occasion.now, db) else {
                guard let letter = try Activation.tried(code, db) else { return nil }
                let entry = Audit.Entry(
                    .refused, "letter", of: letter.patient, in: letter.practice, by: context.actor(on: .none))
                try Audit.record(entry, at: occasion, db)
                return nil
            }
            try Activation.forgive(found, db)
            return found
        }
    }

    /// The code, the birthday, or a letter that is too old: which of them is not told.
    private func wrong(_ form: Form, _ request: Request, _ context: SiteContext) -> Response {
        context.logger.tell(.letter, because: "wrong", from: context.passage.network)
        return ActivationPages.code(form, [Problem("code", ActivationWords.wrong)], in: context.language)
            .response(from: request, context: context)
    }

    private func again(
        _ found: Activation.Found, _ form: Form, _ problems: [Problem], _ request: Request, _ context: SiteContext
    ) -> Response {
        ActivationPages.account(found, form, problems, in: context.language).response(from: request, context: context)
    }
}

/// - `GET  /patients/:patient/letter`   what a letter does
/// - `POST /patients/:patient/letter`   the letter itself, to print and give
package struct LetterRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let host: SiteHost

    package init(store: Store, clock: Clock, host: SiteHost) {
        self.store = store
        self.clock = clock
        self.host = host
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient/letter")
            .get(for: .letIn, use: explain)
            .form(for: .letIn, use: write)
    }

    @Sendable private func explain(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let (card, subject) = try await card(context)
        try await store.append { [occasion = clock.occasion] in
            try Audit.record(
                Audit.Entry(
                    .looked, "letter", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
                at: occasion, $0)
        }
        return LetterPages.explain(card, context.frame(), in: context.language)
    }

    @Sendable private func write(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        let (card, subject) = try await card(context)
        let (occasion, code) = (clock.occasion, try Activation.newCode())
        let lost = form["lost"] ?? "no"
        let seen = Activation.Document(rawValue: lost)
        guard lost == "no" || seen != nil else { throw StaleForm() }
        let practice = try await store.write { db in
            try Activation.keep(
                code, for: ID(of: subject.patient), .patient, in: subject.practice, seen: seen, at: occasion.now, db)
            try Audit.record(
                Audit.Entry(
                    .added, seen.map { "letter, \($0.rawValue) seen" } ?? "letter", of: subject.patient,
                    in: subject.practice, by: context.actor(about: subject)),
                at: occasion, db)
            return try Identity.practice(subject.practice, db)
        }
        guard let practice else { throw NotFound() }
        return LetterPages.letter(
            to: card, from: practice, code, at: host.address?.description ?? "https://\(request.head.authority ?? "")",
            until: occasion.now + Activation.validity
        ).response(from: request, context: context)
    }

    private func card(_ context: PracticeContext) async throws -> (Identity.PatientCard, Identity.Subject) {
        let (patient, now) = (try context.patientInAddress(), clock.occasion.now)
        return try await store.read { db in
            let subject = try context.subject(patient, at: now, db)
            guard let card = try Identity.patient(subject.patient, in: subject.practice, db) else { throw NotFound() }
            return (card, subject)
        }
    }
}
