import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /patients/:patient/loan`   what this patient has, and which kit fits
/// - `POST /patients/:patient/loan`   a kit goes along, or is kept for them
package struct LendingRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient/loan")
            .get(for: .lendKit) { _, context in try await page(nil, [], context) }
            .form(for: .lendKit, use: lend)
    }

    private func page(_ form: Form?, _ problems: [Problem], _ context: PracticeContext) async throws -> Page {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let found = try await store.read { db -> (Identity.Subject, LendingPage) in
            let subject = try context.subject(patient, at: occasion.now, db)
            guard let card = try Identity.patient(subject.patient, in: subject.practice, db) else { throw NotFound() }
            let page = LendingPage(
                patient: card, loans: try Devices.loans(of: subject.patient, in: subject.practice, db),
                shelf: try Devices.shelf(in: subject.practice, db),
                kinds: try Devices.kinds(in: subject.practice, db),
                fit: Devices.fit(
                    try Devices.bodyMass(of: subject.patient, in: subject.practice, db), programmes: card.programmes,
                    selected: try Devices.advice(for: subject.patient, in: subject.practice, db)),
                frame: context.frame(), number: occasion.newID(), today: occasion.today, language: context.language,
                form: form, problems: problems)
            return (subject, page)
        }
        let (subject, page) = found
        try await store.line(
            Audit.Entry(
                .looked, "loan", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion)
        return page.page
    }

    @Sendable private func lend(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        let number = (form["typed"] ?? form["kit"]).flatMap { KitNumber($0) }
        let dueOn = form["due"].map { Day($0) }
        var problems: [Problem] = []
        if let dueOn, !isRight(dueOn, occasion.today) { problems.append(Problem("due", KitWords.needDay)) }
        let kit = try await find(number, in: subject.practice)
        if kit == nil { problems.append(Problem("typed", LendingWords.noKit)) }
        guard problems.isEmpty, let kit else {
            var response = try await page(form, problems, context).response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let act = Devices.Act(
            form["step"] == "reserve" ? .reserve : .lend, as: try form.formNumber(), by: context.worker)
        let agreed: Devices.Agreed? = form["agreed"] == nil ? nil : .paper
        try await store.write { db in
            guard let kit = try Devices.kit(kit.number, in: subject.practice, db) else { throw NotFound() }
            if try Devices.isDone(act, with: kit.id, in: subject.practice, db) { return }
            let days = try Devices.kinds(in: subject.practice, db).first { $0.code == kit.kind }?.loanDays
            let lending = Devices.Lending(
                to: subject.patient, as: ID(of: act.event),
                until: (dueOn ?? nil) ?? occasion.today.adding(days ?? Devices.loanDays), agreed: agreed)
            try Devices.lend(kit, lending, act, in: subject.practice, at: occasion, db)
            try Audit.record(
                Audit.Entry(
                    .added, "loan", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
                at: occasion, db)
        }
        return .see("\(KitPath.card(kit.number))?done=1")
    }

    private func find(_ number: KitNumber?, in practice: ID<Practice>) async throws -> Devices.Kit? {
        guard let number else { return nil }
        return try await store.read { try Devices.kit(number, in: practice, $0) }
    }

    private func isRight(_ dueOn: Day?, _ today: Day) -> Bool {
        dueOn.map { $0 > today && $0 <= today.adding(Devices.loanDaysAllowed.upperBound) } ?? false
    }
}
