import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /my-pharmacy`                          which pharmacy is mine, and what we write
/// - `POST /my-pharmacy`                          this one
/// - `POST /my-pharmacy/messages`                 a question
/// - `POST /my-pharmacy/:registration/answer`     yes or no to a pharmacy that asks
/// - `POST /my-pharmacy/:registration/readings`   it may see my blood pressure, or not any more
/// - `POST /my-pharmacy/:registration/end`        not mine any more
package struct OwnPharmacyRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("my-pharmacy")
            .get(for: .writeToPharmacy, use: show)
            .form("messages", for: .writeToPharmacy, use: send)
            .form(for: .choosePharmacy, use: choose)
            .form(":registration/answer", for: .choosePharmacy, use: answer)
            .form(":registration/readings", for: .choosePharmacy, use: readings)
            .form(":registration/end", for: .choosePharmacy, use: end)
    }

    @Sendable private func show(_ request: Request, _ context: PatientContext) async throws -> Page {
        let page = try await page(request, context)
        guard request.method == .get, let own = page.registrations.first(where: \.isOpen) else { return page.page }
        let now = clock.occasion.now
        try await store.write {
            try Pharmacy.markRead(
                from: .worker, of: context.patient, in: context.practice, with: own.pharmacy, at: now, $0)
        }
        return page.page
    }

    private func page(_ request: Request, _ context: PatientContext) async throws -> OwnPharmacyPage {
        let occasion = clock.occasion
        let said = request.uri.queryParameters["said"].flatMap { OwnPharmacyPage.Said(rawValue: String($0)) }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "pharmacy messages", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            let registrations = try Pharmacy.registrations(of: context.patient, in: context.practice, db)
            let own = registrations.first(where: \.isOpen)
            return OwnPharmacyPage(
                registrations: registrations,
                messages: try own.map {
                    try Pharmacy.messages(of: context.patient, in: context.practice, with: $0.pharmacy, db)
                } ?? [],
                pharmacies: try Pharmacy.pharmacies(near: context.practice, db), frame: try context.frame(db),
                number: occasion.newID(), secret: context.formSecret, today: occasion.today, said: said,
                language: context.language)
        }
    }

    @Sendable private func send(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let (question, occasion) = (form["question"] ?? "", clock.occasion)
        guard !question.isEmpty, question.codePoints <= Pharmacy.longestMessage else {
            var page = try await page(request, context)
            page.problems = [
                Problem("question", question.isEmpty ? OwnPharmacyWords.empty : OwnPharmacyWords.tooLong)
            ]
            page.draft = String(question.unicodeScalars.prefix(4 * Pharmacy.longestMessage))
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        try await store.write { db in
            let (patient, practice) = (context.patient, context.practice)
            guard let own = try Pharmacy.registrations(of: patient, in: practice, db).first(where: \.isOpen) else {
                throw NoPharmacy()
            }
            let isNew = try Pharmacy.send(
                .init(question, as: try form.formNumber()), from: .patient, ID(of: patient), of: patient, in: practice,
                with: own.pharmacy, at: occasion.now, db)
            guard isNew else { return }
            try Audit.record(
                Audit.Entry(.added, "pharmacy message", of: patient, in: practice, by: context.actor), at: occasion,
                db)
        }
        return .see("/my-pharmacy?said=sent")
    }

    @Sendable private func choose(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response
    {
        let pharmacies = try await store.read { try Pharmacy.pharmacies(near: context.practice, $0) }
        guard let pharmacy = form["pharmacy"].flatMap({ ID<Practice>($0) }),
            pharmacies.contains(where: { $0.id == pharmacy })
        else {
            var page = try await page(request, context)
            page.problems = [Problem("pharmacy", OwnPharmacyWords.needPharmacy)]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let id: Pharmacy.RegistrationID = try form.formNumber()
        return try await change(context) { now, db in
            try Pharmacy.choose(
                pharmacy, as: id, for: context.patient, in: context.practice, by: .patient, at: now, db)
        }
    }

    @Sendable private func answer(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response
    {
        let isYes = form["answer"].map { $0 == "yes" }
        return try await changeOne(context) { id, now, db in
            guard let isYes else { throw StaleForm() }
            return isYes
                ? try Pharmacy.confirm(id, of: context.patient, in: context.practice, by: .patient, at: now, db)
                : try Pharmacy.end(id, of: context.patient, in: context.practice, at: now, db)
        }
    }

    @Sendable private func readings(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let isShown = form["show"].map { $0 == "yes" }
        return try await changeOne(context) { id, now, db in
            guard let isShown else { throw StaleForm() }
            return try Pharmacy.showReadings(
                id, of: context.patient, in: context.practice, since: isShown ? now : nil, db)
        }
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        try await changeOne(context) { id, now, db in
            try Pharmacy.end(id, of: context.patient, in: context.practice, at: now, db)
        }
    }

    /// One registration of this patient, whose number stands in the address.
    private func changeOne(
        _ context: PatientContext,
        _ change: @escaping @Sendable (Pharmacy.RegistrationID, Instant, Transaction) throws -> Bool
    ) async throws -> Response {
        guard let id = Pharmacy.RegistrationID(try context.parameters.require("registration")) else {
            throw NotFound()
        }
        return try await self.change(context) { now, db in
            guard try Pharmacy.registration(id, of: context.patient, in: context.practice, db) != nil else {
                throw NotFound()
            }
            return try change(id, now, db)
        }
    }

    /// - Parameter change: tells whether anything changed
    private func change(
        _ context: PatientContext, _ change: @escaping @Sendable (Instant, Transaction) throws -> Bool
    ) async throws -> Response {
        let occasion = clock.occasion
        try await store.write { db in
            guard try change(occasion.now, db) else { return }
            try Audit.record(
                Audit.Entry(.changed, "pharmacy", of: context.patient, in: context.practice, by: context.actor),
                at: occasion, db)
        }
        return .see("/my-pharmacy")
    }
}
