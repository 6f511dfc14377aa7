import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// - `GET /programme`   how the practices are doing
package struct ProgrammeRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on careGroup: Doors<CareGroupContext>) {
        careGroup.get("programme", for: .seeProgramme) { _, context in
            let today = clock.occasion.today
            guard let careGroup = context.visitor.careGroup else { throw NotFound() }
            let practices = try await store.read { try Programme.reach(of: careGroup, on: today, $0) }
            return ProgrammePage(frame: context.frame, practices: practices, language: context.language).page
        }
    }
}
