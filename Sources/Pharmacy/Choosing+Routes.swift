import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /patients/:patient/pharmacy`                        which pharmacy, since when
/// - `POST /patients/:patient/pharmacy`                        another one
/// - `POST /patients/:patient/pharmacy/:registration/answer`   yes or no to a pharmacy that asked
/// - `POST /patients/:patient/pharmacy/:registration/end`      not any more
package struct ChoosingRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient/pharmacy")
            .get(for: .keepPharmacy) { _, context in try await page(context).page }
            .form(for: .keepPharmacy, use: choose)
            .form(":registration/answer", for: .keepPharmacy, use: answer)
            .form(":registration/end", for: .keepPharmacy, use: end)
    }

    private func page(_ context: PracticeContext) async throws -> ChoosingPage {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "pharmacy", of: patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { db in
            guard let card = try Identity.patient(patient, in: subject.practice, db) else { throw NotFound() }
            return ChoosingPage(
                card: card, registrations: try Pharmacy.registrations(of: patient, in: subject.practice, db),
                pharmacies: try Pharmacy.pharmacies(near: subject.practice, db), frame: context.frame(),
                number: occasion.newID(), today: occasion.today, language: context.language)
        }
    }

    @Sendable private func choose(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let pharmacies = try await store.read { db in
            try Pharmacy.pharmacies(near: try context.subject(patient, at: occasion.now, db).practice, db)
        }
        guard let pharmacy = form["pharmacy"].flatMap({ ID<Practice>($0) }),
            pharmacies.contains(where: { $0.id == pharmacy })
        else {
            var page = try await page(context)
            page.problems = [Problem("pharmacy", ChoosingWords.choose)]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let id: Pharmacy.RegistrationID = try form.formNumber()
        return try await change(context) { subject, now, db in
            try Pharmacy.choose(pharmacy, as: id, for: patient, in: subject.practice, by: .practice, at: now, db)
        }
    }

    @Sendable private func answer(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let (patient, isYes) = (try context.patientInAddress(), form["answer"].map { $0 == "yes" })
        let id = try registrationID(context)
        return try await change(context) { subject, now, db in
            guard try Pharmacy.registration(id, of: patient, in: subject.practice, db) != nil else {
                throw NotFound()
            }
            guard let isYes else { throw StaleForm() }
            return isYes
                ? try Pharmacy.confirm(id, of: patient, in: subject.practice, by: .practice, at: now, db)
                : try Pharmacy.end(id, of: patient, in: subject.practice, at: now, db)
        }
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let (patient, id) = (try context.patientInAddress(), try registrationID(context))
        return try await change(context) { subject, now, db in
            guard try Pharmacy.registration(id, of: patient, in: subject.practice, db) != nil else {
                throw NotFound()
            }
            return try Pharmacy.end(id, of: patient, in: subject.practice, at: now, db)
        }
    }

    private func registrationID(_ context: PracticeContext) throws -> Pharmacy.RegistrationID {
        guard let id = Pharmacy.RegistrationID(try context.parameters.require("registration")) else {
            throw NotFound()
        }
        return id
    }

    /// - Parameter change: tells whether anything changed
    private func change(
        _ context: PracticeContext,
        _ change: @escaping @Sendable (Identity.Subject, Instant, Transaction) throws -> Bool
    ) async throws -> Response {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        try await store.write { db in
            let subject = try context.subject(patient, at: occasion.now, db)
            guard try change(subject, occasion.now, db) else { return }
            try Audit.record(
                Audit.Entry(
                    .changed, "pharmacy", of: patient, in: subject.practice, by: context.actor(about: subject)),
                at: occasion, db)
        }
        return .see("/patients/\(patient)/pharmacy")
    }
}
