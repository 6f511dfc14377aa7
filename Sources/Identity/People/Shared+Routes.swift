import Audit
import Clinical
import Hummingbird
import Storage
import Web

/// - `GET /shared`   the patients who share with this hospital
package struct SharedRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.get("shared", for: .seeSharedPatients) { _, context in
            let occasion = clock.occasion
            let patients = try await store.look(
                leaving: Audit.Entry(.looked, "shared patients", in: context.practice, by: context.actor(on: .shared)),
                at: occasion
            ) { try Identity.shared(with: context.practice, at: occasion.now, $0) }
            return SharedPage(
                patients: patients, frame: context.frame(), today: occasion.today, language: context.language
            ).page
        }
    }
}
