import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /rights`                 what I can ask, and what I asked
/// - `GET  /rights/ask?kind=`       one question on one page
/// - `POST /rights`                 ask it
/// - `POST /rights/:request/end`    take it back, or stop what was granted
package struct RightsRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("rights")
            .get(for: .askRights, use: list)
            .get("ask", for: .askRights, use: question)
            .form(for: .askRights, use: ask)
            .form(":request/end", for: .askRights, use: end)
    }

    @Sendable private func list(_ request: Request, _ context: PatientContext) async throws -> Page {
        let occasion = clock.occasion
        let (patient, practice) = (context.patient, context.practice)
        let isAsked = request.uri.queryParameters["asked"] != nil
        return try await store.look(
            leaving: Audit.Entry(.looked, "request", of: patient, in: practice, by: context.actor), at: occasion
        ) { db in
            RightsPage(
                requests: try Rights.requests(of: patient, in: practice, db), frame: try context.frame(db),
                isAsked: isAsked, today: occasion.today, secret: context.formSecret,
                language: context.language)
        }.page
    }

    @Sendable private func question(_ request: Request, _ context: PatientContext) async throws -> Response {
        guard let kind = request.uri.queryParameters["kind"].flatMap({ Rights.Kind(rawValue: String($0)) }) else {
            return .see("/rights")
        }
        return try await page(kind, context).page.response(from: request, context: context)
    }

    private func page(_ kind: Rights.Kind, _ context: PatientContext) async throws -> AskPage {
        let occasion = clock.occasion
        let frame = try await store.read { try context.frame($0) }
        return AskPage(
            kind: kind, number: occasion.newID(), dueOn: Rights.due(Rights.months, after: occasion.today),
            frame: frame, today: occasion.today, secret: context.formSecret, language: context.language)
    }

    @Sendable private func ask(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        guard let kind = form["kind"].flatMap({ Rights.Kind(rawValue: $0) }) else { throw StaleForm() }
        let words = form["words"] ?? ""
        let (patient, practice, occasion) = (context.patient, context.practice, clock.occasion)
        let known = try await store.read { try Rights.requests(of: patient, in: practice, $0) }
        if let problem = Self.problem(kind, words, after: known, at: occasion.now) {
            var page = try await page(kind, context)
            page.words = String(words.unicodeScalars.prefix(4 * Rights.longestWords))
            page.problems = [problem]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let asking = Rights.Asking(kind, words, as: try form.formNumber())
        try await store.write { db in
            guard try Rights.ask(asking, of: patient, in: practice, at: occasion, db) else { return }
            try Audit.record(
                Audit.Entry(.added, "request", of: patient, in: practice, by: context.actor), at: occasion, db)
        }
        return .see("/rights?asked=1")
    }

    private static func problem(
        _ kind: Rights.Kind, _ words: String, after known: [Rights.Request], at now: Instant
    ) -> Problem? {
        if kind == .correction, words.isEmpty { return Problem("words", RightsWords.needsWords) }
        if words.codePoints > Rights.longestWords { return Problem("words", RightsWords.tooLong) }
        if known.count(where: { $0.state == .waiting }) >= Rights.mostWaiting {
            return Problem("words", RightsWords.tooMany)
        }
        // Also what was taken back: asking and taking back in turn would keep a practice busy without end.
        let today = known.count { $0.askedAt > now - .days(1) }
        return today >= Rights.mostWaiting ? Problem("words", RightsWords.enoughToday) : nil
    }

    /// Taken back while it waits, stopped when it holds.
    @Sendable private func end(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        guard let id = ID<Rights.RequestMark>(try context.parameters.require("request")) else { throw NotFound() }
        let (patient, practice, occasion) = (context.patient, context.practice, clock.occasion)
        try await store.write { db in
            guard let found = try Rights.request(id, in: practice, db), found.patient == patient else {
                throw NotFound()
            }
            let changed =
                found.state == .waiting
                ? try Rights.withdraw(id, of: patient, in: practice, at: occasion.now, db)
                : try Rights.end(found, in: practice, because: "", by: patient, at: occasion.now, db)
            guard changed == 1 else { throw NotWaiting() }
            try Audit.record(
                Audit.Entry(.changed, "request", of: patient, in: practice, by: context.actor), at: occasion, db)
        }
        return .see("/rights")
    }
}
