import Audit
import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// - `GET /watching?period=quarter|year|all&own=yes`   who looked at or changed something of mine
package struct WatchingRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) { patient.get("watching", for: .seeWhoLooked, use: watching) }

    @Sendable private func watching(_ request: Request, _ context: PatientContext) async throws -> Page {
        let occasion = clock.occasion
        let query = request.uri.queryParameters
        let period = query["period"].flatMap { Portal.Watching.Period(rawValue: String($0)) } ?? .quarter
        let ownToo = query["own"].flatMap { Portal.Watching.OwnToo(rawValue: String($0)) } ?? .no
        let (patient, practice) = (context.patient, context.practice)
        let (watching, frame) = try await store.look(
            leaving: Audit.Entry(.looked, "access log", of: patient, in: practice, by: context.actor), at: occasion
        ) { db in
            (
                try Portal.watching(of: patient, in: practice, period, ownToo, today: occasion.today, db),
                try context.frame(db)
            )
        }
        return WatchingPage(watching: watching, frame: frame, language: context.language).page
    }
}
