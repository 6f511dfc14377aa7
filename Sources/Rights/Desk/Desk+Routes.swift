import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// What happens when a practice answers; the stories are told above the slices.
package struct RightsStories: Sendable {
    package typealias Answers =
        @Sendable (Rights.Reply, ID<Rights.RequestMark>, ID<Practice>, Audit.Actor, Occasion) async throws -> Void
    package typealias Forgets =
        @Sendable (ID<Patient>, ID<Practice>, Audit.Actor, Occasion) async throws -> Void

    let answers: Answers
    let forgets: Forgets

    package init(answers: @escaping Answers, forgets: @escaping Forgets) {
        self.answers = answers
        self.forgets = forgets
    }
}

/// - `GET  /requests`                     what patients asked, and by when there has to be an answer
/// - `GET  /requests/:request`            one of them
/// - `POST /requests/:request/answer`     yes or no, and why
/// - `POST /requests/:request/longer`     the answer takes two months more
/// - `POST /requests/:request/end`        what was granted holds no more
/// - `GET  /requests/:request/erasure`    what will be gone; for a GP who has just proved who they are
/// - `POST /requests/:request/erasure`    forget the patient
/// - `GET  /access/requests`              for the officer: how many, and how many are late
package struct RequestDeskRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let stories: RightsStories

    package init(store: Store, clock: Clock, stories: RightsStories) {
        self.store = store
        self.clock = clock
        self.stories = stories
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("requests")
            .get(for: .seeRequests, use: list)
            .get(":request", for: .seeRequests) { _, context in try await page(context).page }
            .form(":request/answer", for: .answerRequest, use: answer)
            .form(":request/longer", for: .answerRequest, use: prolong)
            .form(":request/end", for: .answerRequest, use: end)
            .get(":request/erasure", for: .forgetPatient) { _, context in
                try await page(context, showing: .erasure, once: Self.isToErase).page
            }
            .form(":request/erasure", for: .forgetPatient, use: erase)
    }

    @Sendable private func list(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let occasion = clock.occasion
        let query = request.uri.queryParameters
        let notice: Sentence? =
            query["erased"] != nil ? DeskWords.erased : query["saved"] != nil ? DeskWords.saved : nil
        return try await store.look(
            leaving: Audit.Entry(.looked, "requests", in: context.practice, by: context.actor), at: occasion
        ) { db in
            RequestsPage(
                desk: try Rights.desk(in: context.practice, since: occasion.now - .days(90), db),
                erased: try Rights.erased(in: context.practice, db), frame: context.frame(), today: occasion.today,
                notice: notice, language: context.language)
        }.page
    }

    /// One request of this practice, and a line of who looked at it.
    ///
    /// - Throws: ``NotFound`` when the practice has no such request, ``NotWaiting`` when it is not in the right state
    private func page(
        _ context: PracticeContext, showing part: RequestPage.Part = .whole,
        once isRight: @Sendable (Rights.Request) -> Bool = { _ in true }
    ) async throws -> RequestPage {
        let occasion = clock.occasion
        let request = try await found(context)
        guard isRight(request) else { throw NotWaiting() }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "request", of: request.patient, in: context.practice, by: context.actor), at: occasion
        ) { db in
            guard let card = try Identity.patient(request.patient, in: context.practice, db) else { throw NotFound() }
            return RequestPage(
                request: request, card: card, part: part, frame: context.frame(),
                erasing: context.may(.forgetPatient) ? .may : .mayNot,
                today: occasion.today, language: context.language)
        }
    }

    private func found(_ context: PracticeContext) async throws -> Rights.Request {
        guard let id = ID<Rights.RequestMark>(try context.parameters.require("request")) else { throw NotFound() }
        guard let request = try await store.read({ try Rights.request(id, in: context.practice, $0) }) else {
            throw NotFound()
        }
        return request
    }

    private static func isToErase(_ request: Rights.Request) -> Bool {
        request.kind == .erasure && request.state == .granted
    }

    private static func problem(at field: String, _ text: String) -> Problem? {
        if text.isEmpty { return Problem(field, DeskWords.needsReason) }
        return text.codePoints > Rights.longestWords ? Problem(field, DeskWords.tooLong) : nil
    }

    private func again(
        _ problem: Problem, _ typed: String, _ request: Request, _ context: PracticeContext,
        showing part: RequestPage.Part = .whole
    ) async throws -> Response {
        var page = try await page(context, showing: part)
        page.problems = [problem]
        page.typed = String(typed.unicodeScalars.prefix(4 * Rights.longestWords))
        var response = page.page.response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }

    @Sendable private func answer(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let found = try await found(context)
        guard found.state == .waiting else { throw NotWaiting() }
        let reason = form["reason"] ?? ""
        if let problem = Self.problem(at: "reason", reason) {
            return try await again(problem, reason, request, context)
        }
        guard let answer = form["answer"].flatMap({ Rights.Answer(rawValue: $0) }) else { throw StaleForm() }
        try await stories.answers(
            Rights.Reply(answer, because: reason), found.id, context.practice, context.actor, clock.occasion)
        return .see("/requests?saved=1")
    }

    @Sendable private func prolong(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let found = try await found(context)
        let occasion = clock.occasion
        guard found.mayTakeLonger(on: occasion.today) else { throw NotWaiting() }
        let why = form["longer"] ?? ""
        if let problem = Self.problem(at: "longer", why) { return try await again(problem, why, request, context) }
        let asked = Moment.amsterdam(found.askedAt).day
        let until = Rights.due(Rights.monthsWhenLonger, after: asked)
        try await change(found, context) { db in
            try Rights.prolong(found, until: until, because: why, in: context.practice, on: occasion.today, db)
        }
        return .see("/requests?saved=1")
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let found = try await found(context)
        guard found.state == .inForce else { throw NotWaiting() }
        let why = form["end"] ?? ""
        if let problem = Self.problem(at: "end", why) { return try await again(problem, why, request, context) }
        let now = clock.occasion.now
        try await change(found, context) { db in
            try Rights.end(found, in: context.practice, because: why, by: context.worker, at: now, db)
        }
        return .see("/requests?saved=1")
    }

    private func change(
        _ found: Rights.Request, _ context: PracticeContext,
        _ change: @escaping @Sendable (Transaction) throws -> Int
    ) async throws {
        let occasion = clock.occasion
        try await store.write { db in
            guard try change(db) == 1 else { throw NotWaiting() }
            try Audit.record(
                Audit.Entry(.changed, "request", of: found.patient, in: context.practice, by: context.actor),
                at: occasion, db)
        }
    }

    @Sendable private func erase(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        let found = try await found(context)
        guard Self.isToErase(found) else { throw NotWaiting() }
        guard form["sure"] == "\(found.number)" else {
            return try await again(
                Problem("sure", DeskWords.needsNumber), form["sure"] ?? "", request, context, showing: .erasure)
        }
        try await stories.forgets(found.patient, context.practice, context.actor, clock.occasion)
        return .see("/requests?erased=1")
    }
}

/// - `GET /access/requests`   how many requests wait in each practice of the care group, and how many are late
package struct RequestCountRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on careGroup: Doors<CareGroupContext>) {
        careGroup.get("access/requests", for: .countRequests) { _, context in
            guard let group = context.visitor.careGroup else { throw NotFound() }
            let today = clock.occasion.today
            let rows = try await store.read { db in
                try Identity.organisations(of: group, db).filter {
                    [.practice, .healthCentre, .hoed].contains($0.kind)
                }.map { (practice: $0.name, count: try Rights.count(in: $0.id, on: today, db)) }
            }
            return RequestCountsPage(rows: rows, frame: context.frame, language: context.language).page
        }
    }
}

extension Rights.Request {
    /// The answer may take longer once, when the patient is told so within the first month.
    func mayTakeLonger(on today: Day) -> Bool { state == .waiting && longerWhy == nil && dueOn >= today }
}
