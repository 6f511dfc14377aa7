import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Storage
import Vault
import Web

/// - `GET  /patients/:patient/bsn`         the last three digits, and a place to write it down
/// - `POST /patients/:patient/bsn`         keeps it
/// - `POST /patients/:patient/bsn/shown`   all nine digits, once, with a line in the access log
package struct ServiceNumberRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let safe: Safe?

    /// - Parameter safe: nothing when there are no keys on this machine; then there is no page
    package init(store: Store, clock: Clock, safe: Safe?) {
        self.store = store
        self.clock = clock
        self.safe = safe
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient/bsn")
            .get(for: .keepServiceNumber) { request, context in
                try await page(context, .masked, []).response(from: request, context: context)
            }
            .form(for: .keepServiceNumber, use: keep)
            .form("shown", for: .showServiceNumber) { _, request, context in
                try await page(context, .whole, []).response(from: request, context: context)
            }
    }

    @Sendable private func keep(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        guard let safe else { throw NotFound() }
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        // What is no number is told after the patient was found.
        let number = try? BSN(typed: form["number"] ?? "")
        do {
            try await store.write { db in
                let subject = try context.subject(patient, at: occasion.now, db)
                guard let number else { throw ServiceNumberPage.NoNumber() }
                try ServiceNumber.keep(number, of: subject.patient, in: subject.practice, at: occasion.now, safe, db)
                try Audit.record(
                    Audit.Entry(
                        .changed, "service number", of: subject.patient, in: subject.practice,
                        by: context.actor(about: subject)), at: occasion, db)
            }
            return .see("/patients/\(patient)/bsn")
        } catch is ServiceNumberPage.NoNumber {
            return try await again(ServiceNumberPage.Words.wrong, request, context)
        } catch is ServiceNumber.Taken {
            return try await again(ServiceNumberPage.Words.taken, request, context)
        }
    }

    private func again(
        _ sentence: Sentence, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        var response = try await page(context, .masked, [Problem("number", sentence)])
            .response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }

    private func page(
        _ context: PracticeContext, _ shown: ServiceNumberPage.Shown, _ problems: [Problem]
    ) async throws -> Page {
        guard let safe else { throw NotFound() }
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, shown == .whole ? "service number" : "service number, masked", of: subject.patient,
                in: subject.practice, by: context.actor(about: subject)), at: occasion
        ) { db in
            guard let card = try Identity.patient(subject.patient, in: subject.practice, db) else { throw NotFound() }
            let number = try ServiceNumber.number(of: subject.patient, in: subject.practice, safe, db)
            return ServiceNumberPage(
                card: card, number: number, shown: shown, frame: context.frame(), problems: problems,
                language: context.language)
        }.page
    }
}
