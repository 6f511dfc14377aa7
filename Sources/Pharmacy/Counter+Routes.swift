import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /pharmacy`                     who is registered at this pharmacy
/// - `POST /pharmacy`                     ask whether somebody is
/// - `GET  /pharmacy/:patient`            what the pharmacy sees of one of them
/// - `POST /pharmacy/:patient/messages`   write to them
package struct CounterRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on pharmacy: Doors<PharmacyContext>) {
        pharmacy.group("pharmacy")
            .get(for: .seePharmacyPatients) { request, context in try await list(request, context).page }
            .form(for: .registerAtPharmacy, use: register)
            .get(":patient", for: .openPharmacyRecord, use: show)
            .form(":patient/messages", for: .writeAsPharmacy, use: send)
    }

    private func list(_ request: Request, _ context: PharmacyContext) async throws -> CounterPage {
        let occasion = clock.occasion
        let customers = try await store.look(
            leaving: Audit.Entry(
                .looked, "pharmacy patients", in: context.practice, by: context.actor(on: .registered)), at: occasion
        ) { try Pharmacy.customers(of: context.practice, $0) }
        return CounterPage(
            customers: customers, frame: context.frame(), number: occasion.newID(),
            said: request.uri.queryParameters["said"].flatMap { CounterPage.Said(rawValue: String($0)) },
            language: context.language)
    }

    /// The answer is the same whether there is such a patient or not.
    @Sendable private func register(
        _ form: Form, _ request: Request, _ context: PharmacyContext
    ) async throws -> Response {
        let occasion = clock.occasion
        let (given, family, born) = (form["given"], form["family"], form["born"].flatMap { Day($0) })
        guard let given, let family, given.codePoints <= 60, family.codePoints <= 60, let born else {
            var page = try await list(request, context)
            if given == nil { page.problems.append(Problem("given", CounterWords.needName)) }
            if family == nil { page.problems.append(Problem("family", CounterWords.needName)) }
            if born == nil { page.problems.append(Problem("born", CounterWords.needBirthday)) }
            page.form = form
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let id: Pharmacy.RegistrationID = try form.formNumber()
        try await store.write { db in
            guard let found = try Pharmacy.find(given, family, bornOn: born, near: context.practice, db) else {
                return try Audit.record(
                    Audit.Entry(.refused, "pharmacy", in: context.practice, by: context.actor(on: .none)),
                    at: occasion, db)
            }
            let isNew = try Pharmacy.ask(
                as: id, for: found.patient, in: found.practice, at: context.practice, now: occasion.now, db)
            guard isNew else { return }
            try Audit.record(
                Audit.Entry(
                    .added, "pharmacy", of: found.patient, in: found.practice, by: context.actor(on: .office)),
                at: occasion, db)
        }
        return .see("/pharmacy?said=asked")
    }

    @Sendable private func show(_ request: Request, _ context: PharmacyContext) async throws -> Page {
        let (page, subject) = try await page(context)
        guard request.method == .get else { return page.page }
        let now = clock.occasion.now
        try await store.write {
            try Pharmacy.markRead(
                from: .patient, of: subject.patient, in: subject.practice, with: context.practice, at: now, $0)
        }
        return page.page
    }

    private func page(_ context: PharmacyContext) async throws -> (CustomerPage, Identity.Subject) {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        let record = try await store.look(
            leaving: Audit.Entry(
                .looked, "pharmacy record", of: patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { db in
            try Pharmacy.record(
                of: patient, in: subject.practice, at: context.practice, today: occasion.today, db)
        }
        guard let record else { throw NotFound() }
        return (
            CustomerPage(
                record: record, frame: context.frame(), number: occasion.newID(), today: occasion.today,
                language: context.language), subject
        )
    }

    @Sendable private func send(_ form: Form, _ request: Request, _ context: PharmacyContext) async throws -> Response {
        let text = form["text"] ?? ""
        guard !text.isEmpty, text.codePoints <= Pharmacy.longestMessage else {
            var (page, _) = try await page(context)
            page.problems = [Problem("text", text.isEmpty ? CounterWords.empty : CounterWords.tooLong)]
            page.draft = String(text.unicodeScalars.prefix(4 * Pharmacy.longestMessage))
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        try await store.write { db in
            let subject = try context.subject(patient, at: occasion.now, db)
            let isNew = try Pharmacy.send(
                .init(text, as: try form.formNumber()), from: .worker, context.worker, of: patient,
                in: subject.practice, with: context.practice, at: occasion.now, db)
            guard isNew else { return }
            try Audit.record(
                Audit.Entry(
                    .added, "pharmacy message", of: patient, in: subject.practice, by: context.actor(about: subject)),
                at: occasion, db)
        }
        return .see("/pharmacy/\(patient)")
    }
}
