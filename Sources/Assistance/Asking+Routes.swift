import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /patients/:patient/help`                   what help this patient has or had
/// - `POST /patients/:patient/help`                   ask an organisation, once the patient agrees
/// - `POST /patients/:patient/help/:task/agreement`   the patient said yes in the consult
/// - `POST /patients/:patient/help/:task/end`         not any more
package struct AskingRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient/help")
            .get(for: .askForHelp) { _, context in try await page(context).page }
            .form(for: .askForHelp, use: ask)
            .form(":task/agreement", for: .askForHelp, use: agree)
            .form(":task/end", for: .askForHelp, use: end)
    }

    private func page(_ context: PracticeContext) async throws -> AskingPage {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "help", of: patient, in: subject.practice, by: context.actor(about: subject)), at: occasion
        ) { db in
            guard let card = try Identity.patient(patient, in: subject.practice, db) else { throw NotFound() }
            return AskingPage(
                card: card, tasks: try Assistance.tasks(of: patient, in: subject.practice, db),
                steps: try Assistance.steps(of: patient, in: subject.practice, db),
                places: try Assistance.places(near: subject.practice, db), frame: context.frame(),
                number: occasion.newID(), now: occasion.now, language: context.language)
        }
    }

    @Sendable private func ask(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let (subject, places) = try await store.read { db in
            let subject = try context.subject(patient, at: occasion.now, db)
            return (subject, try Assistance.places(near: subject.practice, db))
        }
        let wish = form.wish(among: places)
        let way = form["consent"].flatMap { Assistance.AgreedWay(rawValue: $0) }
        guard let wish, let way else {
            var page = try await page(context)
            if wish == nil { page.problems.append(Problem("what", TaskWords.chooseHelp)) }
            if way == nil { page.problems.append(Problem("consent", AskingWords.chooseConsent)) }
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let id: Assistance.TaskID = try form.formNumber()
        let worker = Assistance.ByWorker(context.worker, of: context.practice)
        try await store.write { db in
            let isNew = try Assistance.ask(
                for: wish, as: id, of: patient, in: subject.practice, by: worker, at: occasion, db)
            guard isNew else { return }
            if way == .consult, let task = try Assistance.task(id, of: patient, in: subject.practice, db) {
                try Assistance.agree(
                    to: task, .consult, as: occasion.newID(), in: subject.practice, by: worker, at: occasion.now, db)
            }
            try Audit.record(
                Audit.Entry(.added, "task", of: patient, in: subject.practice, by: context.actor(about: subject)),
                at: occasion, db)
        }
        return .see("/patients/\(patient)/help")
    }

    @Sendable private func agree(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        try await change(form, context) { task, step, practice, worker, now, db in
            try Assistance.agree(to: task, .consult, as: step, in: practice, by: worker, at: now, db)
            return true
        }
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        try await change(form, context) { task, step, practice, worker, now, db in
            try Assistance.take(
                .init(.withdrawn, as: step), with: task, in: practice, by: worker, at: now, db)
        }
    }

    /// - Parameter change: tells whether anything changed
    private func change(
        _ form: Form, _ context: PracticeContext,
        _ change:
            @escaping @Sendable (
                Assistance.Task, ID<Assistance.StepMark>, ID<Practice>, Assistance.ByWorker, Instant, Transaction
            ) throws -> Bool
    ) async throws -> Response {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        guard let id = Assistance.TaskID(try context.parameters.require("task")) else { throw NotFound() }
        let worker = Assistance.ByWorker(context.worker, of: context.practice)
        try await store.write { db in
            let subject = try context.subject(patient, at: occasion.now, db)
            guard let task = try Assistance.task(id, of: patient, in: subject.practice, db) else { throw NotFound() }
            guard try change(task, try form.formNumber(), subject.practice, worker, occasion.now, db) else { return }
            try Audit.record(
                Audit.Entry(.changed, "task", of: patient, in: subject.practice, by: context.actor(about: subject)),
                at: occasion, db)
        }
        return .see("/patients/\(patient)/help")
    }
}

extension Form {
    /// Which help of which organisation was chosen; nothing when it is not among what there is.
    ///
    /// - Shape: the help, a space, and the number of the organisation
    func wish(among places: [Assistance.Place]) -> Assistance.Wish? {
        let halves = (self["what"] ?? "").split(separator: " ")
        guard halves.count == 2, let help = Assistance.Help(rawValue: String(halves[0])),
            let organisation = ID<Practice>(halves[1]),
            places.contains(where: { $0.id == organisation && $0.helps.contains(help) })
        else { return nil }
        return Assistance.Wish(help, at: organisation)
    }
}
