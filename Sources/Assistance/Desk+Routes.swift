import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /tasks`               what runs at this organisation now
/// - `GET  /tasks/:task`         one of them
/// - `POST /tasks/:task/steps`   taken up, an appointment, not reached, done
package struct DeskRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on helper: Doors<HelperContext>) {
        helper.group("tasks")
            .get(for: .seeTasks, use: list)
            .get(":task", for: .keepTask) { _, context in try await page(context).page }
            .form(":task/steps", for: .keepTask, use: step)
    }

    /// Everybody on the list is told that their name was seen: a line in the log of the practice of each.
    @Sendable private func list(_ request: Request, _ context: HelperContext) async throws -> Page {
        let occasion = clock.occasion
        let lines = try await store.read {
            try Assistance.lines(at: context.practice, at: occasion.now, $0)
        }
        if !lines.isEmpty {
            try await store.append { db in
                for line in lines { try Audit.record(entry(.looked, line, context), at: occasion, db) }
            }
        }
        return DeskPage(
            lines: lines, frame: context.frame(), today: occasion.today,
            said: request.uri.queryParameters["said"].flatMap { DeskPage.Said(rawValue: String($0)) },
            language: context.language
        ).page
    }

    private func page(_ context: HelperContext) async throws -> TaskPage {
        let occasion = clock.occasion
        let line = try await store.read { try self.line(context, at: occasion.now, $0) }
        return try await store.look(leaving: entry(.looked, line, context), at: occasion) { db in
            // What the practice and the patient said to each other is not for the organisation.
            let steps = try Assistance.steps(of: line.patient, in: line.practice, db)[line.id, default: []]
                .filter { Assistance.Step.ofHelper.contains($0.step) }
            return TaskPage(
                line: line, steps: steps, frame: context.frame(), number: occasion.newID(), today: occasion.today,
                language: context.language)
        }
    }

    /// The task of the address, when it runs at this organisation and the policy lets this helper keep it.
    ///
    /// - Throws: ``NotFound``
    private func line(_ context: HelperContext, at now: Instant, _ db: Transaction) throws -> Assistance.Line {
        guard let id = Assistance.TaskID(try context.parameters.require("task")),
            let line = try Assistance.line(id, at: context.practice, at: now, db)
        else { throw NotFound() }
        _ = try context.subject(line.patient, at: now, db)
        return line
    }

    @Sendable private func step(_ form: Form, _ request: Request, _ context: HelperContext) async throws -> Response {
        let occasion = clock.occasion
        let found = try await store.read { try line(context, at: occasion.now, $0) }
        let (step, problems) = Self.read(form, today: occasion.today)
        guard problems.isEmpty, let step else {
            var page = try await page(context)
            page.problems = problems
            page.form = form
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let act = Assistance.Act(
            step, as: try form.formNumber(), note: form["note"] ?? "", on: step == .appointment ? Self.day(form) : nil)
        try await store.write { db in
            _ = try line(context, at: occasion.now, db)
            guard let task = try Assistance.task(found.id, of: found.patient, in: found.practice, db) else {
                throw NotFound()
            }
            let isNew = try Assistance.take(
                act, with: task, in: found.practice, by: .init(context.worker, of: context.practice), at: occasion.now,
                db)
            if isNew { try Audit.record(entry(.changed, found, context), at: occasion, db) }
        }
        return .see(step == .done ? "/tasks?said=done" : "/tasks/\(found.id)")
    }

    private static func read(_ form: Form, today: Day) -> (Assistance.Step?, [Problem]) {
        var problems: [Problem] = []
        let step = form["step"].flatMap { Assistance.Step(rawValue: $0) }
            .flatMap { Assistance.Step.ofHelper.contains($0) ? $0 : nil }
        if step == nil { problems.append(Problem("step", DeskWords.needStep)) }
        if (form["note"] ?? "").codePoints > Assistance.longestNote {
            problems.append(Problem("note", DeskWords.tooLong))
        }
        if step == .appointment, !(day(form).map { (today...today.adding(90)).contains($0) } ?? false) {
            problems.append(Problem("day", DeskWords.needDay))
        }
        return (step, problems)
    }

    private static func day(_ form: Form) -> Day? { form["day"].flatMap { Day($0) } }

    private func entry(_ action: Audit.Action, _ line: Assistance.Line, _ context: HelperContext) -> Audit.Entry {
        Audit.Entry(
            action, "task", of: line.patient, in: line.practice, by: context.actor(on: .task, by: ID(of: line.id)))
    }
}
