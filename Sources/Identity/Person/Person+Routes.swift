import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /patients/:patient/person`   name, birthday, phone and how somebody reads, as they stand
/// - `POST /patients/:patient/person`   puts them right
package struct PersonRoutes: Sendable {
    /// What happens when a person is put right; the story is told above the slices.
    package typealias Corrects =
        @Sendable (Identity.Correction, ID<Patient>, ID<Practice>, Audit.Actor, Occasion) async throws -> Bool

    private let store: Store
    private let clock: Clock
    private let corrects: Corrects

    package init(store: Store, clock: Clock, corrects: @escaping Corrects) {
        self.store = store
        self.clock = clock
        self.corrects = corrects
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient/person")
            .get(for: .correctPerson) { request, context in
                try await page(context, nil, []).response(from: request, context: context)
            }
            .form(for: .correctPerson, use: correct)
    }

    @Sendable private func correct(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        do {
            let correction = try Identity.Correction(form, today: occasion.today)
            let isDone = try await corrects(
                correction, subject.patient, subject.practice, context.actor(about: subject), occasion)
            guard isDone else { throw NotFound() }
            return .see("/patients/\(patient)")
        } catch let incomplete as Identity.Correction.Incomplete {
            var response = try await page(context, form, incomplete.problems)
                .response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
    }

    private func page(_ context: PracticeContext, _ form: Form?, _ problems: [Problem]) async throws -> Page {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "person", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { db in
            guard let card = try Identity.patient(subject.patient, in: subject.practice, db) else { throw NotFound() }
            return PersonPage(
                card: card, form: form, problems: problems, today: occasion.today, frame: context.frame(),
                language: context.language)
        }.page
    }
}
