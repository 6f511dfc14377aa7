import Audit
import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// - `GET /today`   the patient's first page
package struct TodayRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.get("today", for: .seeToday, use: today)
    }

    @Sendable private func today(_ request: Request, _ context: PatientContext) async throws -> Page {
        let occasion = clock.occasion
        let today = try await store.look(
            leaving: Audit.Entry(.looked, "today", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            try Portal.today(
                for: context.patient, in: context.practice, called: context.visitor.givenName, try context.frame(db),
                at: .amsterdam(occasion.now), db)
        }
        return TodayPage(
            today: today, waiting: context.may(.measure) ? WaitingReadings.notice(in: context.language) : .none,
            mayMeasure: context.may(.measure) ? .yes : .no, language: context.language
        ).page
    }
}
