import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /messages`        the conversation; looking at it changes nothing
/// - `POST /messages/read`   the patient read what the practice wrote
/// - `POST /messages`        a question to the practice; who asks has read what stood above it
package struct MessagesRoutes: Sendable {
    package typealias Asks =
        @Sendable (String, ID<Portal.MessageMark>, ID<Patient>, ID<Practice>, Audit.Actor, Occasion) async throws ->
        Void

    private let store: Store
    private let clock: Clock
    private let asks: Asks

    /// - Parameter asks: the story of a patient who asks something
    package init(store: Store, clock: Clock, asks: @escaping Asks) {
        self.store = store
        self.clock = clock
        self.asks = asks
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("messages")
            .get(for: .readMessages, use: list)
            .form("read", for: .readMessages, use: read)
            .form(for: .writeMessage, use: ask)
    }

    @Sendable private func list(_ request: Request, _ context: PatientContext) async throws -> Page {
        let occasion = clock.occasion
        var page = try await page(context, at: occasion)
        page.isSent = request.uri.queryParameters["sent"] != nil
        return page.page
    }

    @Sendable private func read(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        guard let until = Self.shown(form) else { throw StaleForm() }
        try await markRead(until: until, context)
        return .see("/messages")
    }

    /// The moment of the last message that stood on the page.
    private static func shown(_ form: Form) -> Instant? {
        form["until"].flatMap { Int64($0) }.map { Instant(milliseconds: $0) }
    }

    private func markRead(until: Instant, _ context: PatientContext) async throws {
        let (occasion, patient, practice, actor) = (
            clock.occasion, context.patient, context.practice, context.actor
        )
        try await store.write { db in
            try Portal.markRead(from: .worker, until: until, of: patient, in: practice, at: occasion.now, db)
            try Audit.record(
                Audit.Entry(.changed, "messages read", of: patient, in: practice, by: actor), at: occasion, db)
        }
    }

    @Sendable private func ask(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let question = form["question"] ?? ""
        if let problem = Self.problem(question) {
            var page = try await page(context, at: clock.occasion)
            page.draft = String(question.unicodeScalars.prefix(4 * Portal.longestMessage))
            page.problems = [problem]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        if context.may(.readMessages), let until = Self.shown(form) { try await markRead(until: until, context) }
        try await asks(
            question, try form.formNumber(), context.patient, context.practice, context.actor, clock.occasion)
        return .see("/messages?sent=1")
    }

    private static func problem(_ question: String) -> Problem? {
        if question.isEmpty { return Problem("question", MessageWords.empty) }
        return question.codePoints > Portal.longestMessage ? Problem("question", MessageWords.tooLong) : nil
    }

    private func page(_ context: PatientContext, at occasion: Occasion) async throws -> MessagesPage {
        try await store.look(
            leaving: Audit.Entry(.looked, "messages", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            guard let answering = try Identity.answering(in: context.practice, db) else { throw NotFound() }
            return MessagesPage(
                number: occasion.newID(),
                messages: try Portal.messages(of: context.patient, in: context.practice, db),
                frame: try context.frame(db),
                answering: answering, now: .amsterdam(occasion.now), secret: context.formSecret,
                language: context.language)
        }
    }
}
