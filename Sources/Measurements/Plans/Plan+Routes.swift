import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /patients/:patient/plan`             how this patient measures, and below which numbers they want to stay
/// - `POST /patients/:patient/plan`             agree on it
/// - `POST /patients/:patient/weeks`            ask for a measuring week
/// - `POST /patients/:patient/weeks/:week/end`  not any more
package struct PlanRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient")
            .get("plan", for: .agreePlan) { _, context in try await page(context).page }
            .form("plan", for: .agreePlan, use: agree)
            .form("weeks", for: .agreePlan, use: ask)
            .form("weeks/:week/end", for: .agreePlan, use: withdraw)
    }

    @Sendable private func agree(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        var page = try await page(context)
        page.typed = PlanForm(form)
        let occasion = clock.occasion
        switch page.typed.plan(startedOn: page.plan?.startedOn ?? occasion.today, today: occasion.today) {
        case .failure(let incomplete):
            page.problems = incomplete.problems
            return page.again(from: request, context: context)
        case .success(let plan):
            let patient = page.card.id
            try await write("plan", about: patient, context, at: occasion) { subject, db in
                try Measurements.agree(on: plan, with: subject.patient, in: subject.practice, db)
                try Measurements.note(
                    plan, as: occasion.newID(), with: subject.patient, in: subject.practice, by: context.worker,
                    at: occasion.now, db)
            }
            return .see("/patients/\(patient)/plan")
        }
    }

    @Sendable private func ask(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let number: ID<Measurements.WeekMark> = try form.formNumber()
        var page = try await page(context)
        let occasion = clock.occasion
        guard let plan = page.plan else {
            page.problems = [Problem("protocol", PlanWords.planFirst)]
            return page.again(from: request, context: context)
        }
        guard let start = form["starts"].flatMap({ Day($0) }),
            (occasion.today...occasion.today.adding(PlanForm.furthest)).contains(start)
        else {
            page.problems = [Problem("starts", PlanWords.startWhen)]
            return page.again(from: request, context: context)
        }
        let week = Measurements.MeasuringWeek(id: number, measuring: plan.measuring, startsOn: start)
        guard !page.weeks.contains(where: { $0.id != number && $0.overlaps(week) }) else {
            page.problems = [Problem("starts", PlanWords.overlaps)]
            return page.again(from: request, context: context)
        }
        let patient = page.card.id
        try await write("measuring week", about: patient, context, at: occasion) { subject, db in
            try Measurements.askOnce(for: week, of: subject.patient, in: subject.practice, db)
        }
        return .see("/patients/\(patient)/plan")
    }

    @Sendable private func withdraw(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        guard let week = ID<Measurements.WeekMark>(try context.parameters.require("week")) else { throw NotFound() }
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        try await write("measuring week", about: patient, context, at: occasion) { subject, db in
            let count = try Measurements.withdraw(
                week, of: subject.patient, in: subject.practice, by: context.worker, at: occasion.now, db)
            guard count == 1 else { throw NotFound() }
        }
        return .see("/patients/\(patient)/plan")
    }

    private func write(
        _ what: String, about patient: ID<Patient>, _ context: PracticeContext, at occasion: Occasion,
        _ change: @escaping @Sendable (Identity.Subject, Transaction) throws -> Void
    ) async throws {
        try await store.write { db in
            let subject = try context.subject(patient, at: occasion.now, db)
            try change(subject, db)
            try Audit.record(
                Audit.Entry(
                    .changed, what, of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
                at: occasion, db)
        }
    }

    private func page(_ context: PracticeContext) async throws -> PlanPage {
        let occasion = clock.occasion
        let patient = try context.patientInAddress()
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "plan", of: patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { db in
            guard let card = try Identity.patient(patient, in: subject.practice, db) else { throw NotFound() }
            let plan = try Measurements.plan(of: patient, in: subject.practice, db)
            return PlanPage(
                frame: context.frame(open: try Measurements.openLines(in: context.practice, at: occasion.now, db)),
                card: card, plan: plan, weeks: try Measurements.weeks(of: patient, in: subject.practice, most: 8, db),
                agreements: try Measurements.agreements(with: patient, in: subject.practice, db),
                number: occasion.newID(), today: occasion.today, typed: PlanForm(plan), language: context.language)
        }
    }
}
