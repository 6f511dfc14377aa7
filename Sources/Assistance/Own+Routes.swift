import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /help`                what help I have, and what is asked of me
/// - `POST /help`                I ask for help myself
/// - `POST /help/:task/answer`   yes or no to what the practice thought of
/// - `POST /help/:task/end`      I stop this, at once
package struct OwnHelpRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("help")
            .get(for: .decideOnHelp) { request, context in try await page(request, context).page }
            .form(for: .decideOnHelp, use: ask)
            .form(":task/answer", for: .decideOnHelp, use: answer)
            .form(":task/end", for: .decideOnHelp, use: end)
    }

    private func page(_ request: Request, _ context: PatientContext) async throws -> OwnHelpPage {
        let occasion = clock.occasion
        let said = request.uri.queryParameters["said"].flatMap { OwnHelpPage.Said(rawValue: String($0)) }
        return try await store.look(
            leaving: Audit.Entry(.looked, "help", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            OwnHelpPage(
                tasks: try Assistance.tasks(of: context.patient, in: context.practice, db),
                places: try Assistance.places(near: context.practice, db), frame: try context.frame(db),
                number: occasion.newID(), secret: context.formSecret, now: occasion.now, said: said,
                language: context.language)
        }
    }

    /// Who asks for it agrees to it.
    @Sendable private func ask(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let occasion = clock.occasion
        let places = try await store.read { try Assistance.places(near: context.practice, $0) }
        guard let wish = form.wish(among: places) else {
            var page = try await page(request, context)
            page.problems = [Problem("what", TaskWords.chooseHelp)]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let id: Assistance.TaskID = try form.formNumber()
        try await store.write { db in
            let (patient, practice) = (context.patient, context.practice)
            guard
                try Assistance.ask(for: wish, as: id, of: patient, in: practice, by: nil, at: occasion, db),
                let task = try Assistance.task(id, of: patient, in: practice, db)
            else { return }
            try Assistance.agree(
                to: task, .screen, as: occasion.newID(), in: practice, by: nil, at: occasion.now, db)
            try Audit.record(
                Audit.Entry(.added, "task", of: patient, in: practice, by: context.actor), at: occasion, db)
        }
        return .see("/help?said=thanks")
    }

    @Sendable private func answer(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response
    {
        let isYes = form["answer"].map { $0 == "yes" }
        try await change(form, context) { task, step, now, db in
            guard let isYes else { throw StaleForm() }
            guard isYes else {
                return try Assistance.take(
                    .init(.refused, as: step), with: task, in: context.practice, by: nil, at: now, db)
            }
            try Assistance.agree(to: task, .screen, as: step, in: context.practice, by: nil, at: now, db)
            return true
        }
        return .see(isYes == true ? "/help?said=thanks" : "/help")
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        try await change(form, context) { task, step, now, db in
            try Assistance.take(.init(.stopped, as: step), with: task, in: context.practice, by: nil, at: now, db)
        }
        return .see("/help?said=stopped")
    }

    /// - Parameter change: tells whether anything changed
    private func change(
        _ form: Form, _ context: PatientContext,
        _ change:
            @escaping @Sendable (
                Assistance.Task, ID<Assistance.StepMark>, Instant, Transaction
            ) throws -> Bool
    ) async throws {
        let occasion = clock.occasion
        guard let id = Assistance.TaskID(try context.parameters.require("task")) else { throw NotFound() }
        try await store.write { db in
            let (patient, practice) = (context.patient, context.practice)
            guard let task = try Assistance.task(id, of: patient, in: practice, db) else { throw NotFound() }
            guard try change(task, try form.formNumber(), occasion.now, db) else { return }
            try Audit.record(
                Audit.Entry(.changed, "task", of: patient, in: practice, by: context.actor), at: occasion, db)
        }
    }
}
