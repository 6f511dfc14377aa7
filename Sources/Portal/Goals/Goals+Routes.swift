import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /goal`             the own goal
/// - `POST /goal`             a new one
/// - `POST /goal/:goal/days`  it worked out today
/// - `POST /goal/:goal/end`   it is reached
package struct GoalsRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("goal")
            .get(for: .seeGoal) { _, context in try await page(context).page }
            .form(for: .keepGoal, use: set)
            .form(":goal/days", for: .keepGoal, use: tick)
            .form(":goal/end", for: .keepGoal, use: reach)
    }

    @Sendable private func set(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let text = form["text"] ?? ""
        if let sentence = text.isEmpty ? GoalWords.empty : text.codePoints > 120 ? GoalWords.tooLong : nil {
            var page = try await page(context)
            page.problems = [Problem("text", sentence)]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let number: ID<Portal.GoalMark> = try form.formNumber()
        return try await change(context) { occasion, db in
            try Portal.setGoal(
                text, as: number, on: occasion.today, of: context.patient, in: context.practice, db)
        }
    }

    @Sendable private func tick(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let goal = try goalID(context)
        return try await change(context) { occasion, db in
            try mustHave(goal, context, db)
            return try Portal.tick(goal, on: occasion.today, of: context.patient, in: context.practice, db)
        }
    }

    @Sendable private func reach(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let goal = try goalID(context)
        return try await change(context) { occasion, db in
            try mustHave(goal, context, db)
            return try Portal.reach(goal, on: occasion.today, of: context.patient, in: context.practice, db)
        }
    }

    private func mustHave(_ goal: ID<Portal.GoalMark>, _ context: PatientContext, _ db: Transaction) throws {
        guard try Portal.hasGoal(goal, context.patient, in: context.practice, db) else { throw NotFound() }
    }

    /// - Parameter change: tells whether anything changed, so that the access log says what happened and no more
    private func change(
        _ context: PatientContext, _ change: @escaping @Sendable (Occasion, Transaction) throws -> Bool
    ) async throws -> Response {
        let occasion = clock.occasion
        try await store.write { db in
            guard try change(occasion, db) else { return }
            try Audit.record(
                Audit.Entry(.changed, "goal", of: context.patient, in: context.practice, by: context.actor),
                at: occasion, db)
        }
        return .see("/goal")
    }

    private func goalID(_ context: PatientContext) throws -> ID<Portal.GoalMark> {
        guard let id = ID<Portal.GoalMark>(try context.parameters.require("goal")) else { throw NotFound() }
        return id
    }

    private func page(_ context: PatientContext) async throws -> GoalPage {
        let occasion = clock.occasion
        return try await store.look(
            leaving: Audit.Entry(.looked, "goal", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            GoalPage(
                number: occasion.newID(),
                current: try Portal.currentGoal(of: context.patient, in: context.practice, on: occasion.today, db),
                earlier: try Portal.goals(of: context.patient, in: context.practice, db), today: occasion.today,
                frame: try context.frame(db),
                secret: context.formSecret, language: context.language)
        }
    }
}
