import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /messages`   the conversation; what the practice wrote counts as read
/// - `POST /messages`   a question to the practice
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
            .form(for: .writeMessage, use: ask)
    }

    @Sendable private func list(_ request: Request, _ context: PatientContext) async throws -> Page {
        let occasion = clock.occasion
        var page = try await page(context, at: occasion)
        page.isSent = request.uri.queryParameters["sent"] != nil
        // Somebody who only asks whether there is a page has not read it.
        guard request.method == .get else { return page.page }
        try await store.write {
            try Portal.markRead(
                from: .worker, of: context.patient, in: context.practice, at: occasion.now, $0)
        }
        return page.page
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
            guard let practice = try Identity.practice(context.practice, db) else { throw NotFound() }
            return MessagesPage(
                number: occasion.newID(),
                messages: try Portal.messages(of: context.patient, in: context.practice, db),
                frame: try context.frame(db),
                replyDays: practice.replyDays, secret: context.formSecret, language: context.language)
        }
    }
}
